// The last press of the button: the draft becomes a signal, once, however often the button is pressed.
#pragma once

#include "capabilities/signals/actions/report_signal.hpp"
#include "capabilities/signals/draft.hpp"
#include "capabilities/signals/sender.hpp"

namespace wijktafel::signals {

using SendRefusal = std::variant<DraftGone, NothingTold, PlaceInOtherArea, PlaceOutsideMunicipality>;

// `language` is the one in which the reporter will be written to. Sending twice gives the same signal.
Result<ItemId, SendRefusal> send_draft(db::Transaction& tx, Instant now, const Actor& actor,
                                       const web::AreaRef& area, std::string_view token,
                                       i18n::Language language, std::string_view follow_stem,
                                       const Sender& sender);

}  // namespace wijktafel::signals
