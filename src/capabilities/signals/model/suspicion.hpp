// Whether a report looks like advertising sent by a program. Pure, and careful: one weak sign is none. What
// is suspected is held for a moderator, never thrown away.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace wijktafel::signals {

// none, hidden_field, links, repeated_text, too_fast: words signals.held.reason.<word>
enum class Suspicion { none, hidden_field, links, repeated_text, too_fast };
std::string_view word(Suspicion suspicion);

struct AboutSending {
  std::string text;  // all that was typed
  bool hidden_field_filled = false;
  std::chrono::milliseconds took{};  // from the first screen to the last
};

// A hidden field that was filled in, three links or more, or a text that is mostly one word or line again and
// again; or a link in a text that came faster than anybody types.
Suspicion suspicion_of(const AboutSending& about);

}  // namespace wijktafel::signals
