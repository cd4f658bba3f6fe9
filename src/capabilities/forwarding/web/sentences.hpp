// What became of sending, in sentences.
#pragma once

#include <optional>
#include <string>

#include "capabilities/forwarding/reads/sent_signals.hpp"
#include "capabilities/forwarding/web/views.hpp"

namespace wijktafel::forwarding {

// For everybody; nothing when there is nothing to know yet.
std::optional<std::string> public_sentence(const web::Call& call, const SentSignal& signal);
// With what is wrong, for who works on it.
SentLine worker_line(const web::Call& call, const SentSignal& signal);
std::string fault_sentence(const web::Call& call, std::string_view fault, std::string_view detail);
// That a system cannot be asked how its requests stand, why, since when, and when it is asked again.
std::string unasked_sentence(const web::Call& call, const store::Destination& destination);
// "Niet doorgestuurd (2)", with each signal and why.
std::optional<FailedWork> failed_work(const web::Call& call, const std::vector<FailedSignal>& failed);

}  // namespace wijktafel::forwarding
