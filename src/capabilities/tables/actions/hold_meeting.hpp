// The meeting itself: it begins, people are there, it ends; the minutes are drafted and adopted.
#pragma once

#include "capabilities/tables/actions/refusals.hpp"
#include "capabilities/tables/records.hpp"

namespace wijktafel::tables {

Done begin_meeting(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId meeting);
Done record_attendance(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId meeting,
                       const std::vector<Attendance>& people, int other_residents);
// Keeps what was late at this moment, as it stood under "Stand van de afspraken"; agenda items become
// discussed.
Done end_meeting(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId meeting);
// Names the minutes as they stand, so that a form can say which ones it changes.
std::string edition_of(const std::string& minutes);
// Minutes that are written again are a draft again. With `edition` only when they are still those.
Done write_minutes(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId meeting,
                   const std::string& text, const std::optional<std::string>& edition = std::nullopt);
Done adopt_minutes(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId meeting);

}  // namespace wijktafel::tables
