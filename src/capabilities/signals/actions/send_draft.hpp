// The last press of the button: the draft becomes a signal, once, however often the button is pressed.
#pragma once

#include "capabilities/signals/actions/report_signal.hpp"
#include "capabilities/signals/draft.hpp"
#include "capabilities/signals/sender.hpp"

namespace wijktafel::signals {

using SendRefusal = std::variant<DraftGone, NothingTold, PlaceInOtherArea, PlaceOutsideMunicipality>;

// The same body of the same browser within these minutes is the same report.
inline constexpr std::chrono::minutes same_body_within{15};
struct Sent {
  ItemId item{};
  bool was_sent_before = false;
};

// `photo_title` is the title of photos without a word. `language` is the one in which the reporter will be
// written to. Sending twice gives the same signal.
Result<Sent, SendRefusal> send_draft(db::Transaction& tx, Instant now, const Actor& actor,
                                     const web::AreaRef& area, std::string_view token,
                                     i18n::Language language, std::string_view follow_stem,
                                     const Sender& sender, std::string_view photo_title = {});

}  // namespace wijktafel::signals
