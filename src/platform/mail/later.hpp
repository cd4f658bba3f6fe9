// A part of a mail that is looked up when the mail leaves: the title of something that may be confidential or
// destroyed by then, for a mail server may be away for days. Until then the outbox does not hold it.
//
//   .title = mail::later("title", raw(item.id), call.text("safety_net.digest.not_public"))
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "platform/db/database.hpp"

namespace wijktafel::mail {

// What may be read by whoever gets the mail; nothing when it may not (any more).
using LookUp =
    std::function<std::optional<std::string>(db::Transaction&, std::string_view name, std::int64_t id)>;

// Stands for a text in what is queued. `otherwise` is read when nothing is found. What people type has no
// control characters, and so can never be taken for one.
std::string later(std::string_view name, std::int64_t id, std::string_view otherwise);

enum class Form { plain, html };
std::string filled(db::Transaction& tx, std::string_view text, Form form, const LookUp& look_up);

}  // namespace wijktafel::mail
