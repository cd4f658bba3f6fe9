// Other doors on the screens of reporting.
#pragma once

#include <optional>
#include <string>

#include "capabilities/signals/model/door_words.hpp"
#include "capabilities/signals/signals.hpp"
#include "design/components/help_box/help_box.hpp"
#include "platform/html/safe_html.hpp"
#include "platform/web/call.hpp"

namespace wijktafel::signals {

// Numbers to call at once; the settings of the area.
design::HelpBox help_box(const web::Call& call);

// Shown before sending; no html when the text belongs here.
html::SafeHtml door_notice(const web::Call& call, const std::string& text);

struct WorryTyped {
  std::string kind;
  std::string text;
  std::string chance;
  bool had_photos = false;
};
// Instead of keeping anything: whom to call, and a way on for who says that it is about no person.
http::Response worry_page(const web::Call& call, const WorryTyped& typed);
bool is_worry_here(const web::Call& call, const std::string& text);

// Fills the slot "signal_actions" for who may assign: forward it with its date of receipt.
html::SafeHtml show_forward_form(const web::Call& call, std::int64_t subject);
// Fills the slot "area_work": the way to the words of this area.
html::SafeHtml link_to_door_words(const web::Call& call, std::int64_t subject);

// Fills the slot "area_work": the way to the page of the telephone and the counter.
html::SafeHtml link_to_enter(const web::Call& call, std::int64_t subject);

}  // namespace wijktafel::signals
