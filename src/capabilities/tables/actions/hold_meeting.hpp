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
// Minutes that are written again are a draft again.
Done write_minutes(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId meeting,
                   const std::string& text);
Done adopt_minutes(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId meeting);

}  // namespace wijktafel::tables
