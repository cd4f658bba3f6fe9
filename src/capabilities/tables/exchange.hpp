// Tables and meetings in the exchange format. "tables" simply are; "meetings" happened, each step in its own
// time:
//   {"tables": [{"area": "BU00010001", "name": "Wijktafel Bomenbuurt", "state": "active", "decides_by":
//   "vote",
//                "voters": "de leden van het wijkpanel", "quorum": 5}],
//    "meetings": [{"key": "M-01", "area": "BU00010001", "title": "Wijktafel van 29 januari", "planned_at":
//    "2026-01-09",
//                  "planned_by": "ingrid", "begins_at": "2026-01-29T19:30:00+01:00", "place": "Basisschool",
//                  "agenda": [{"key": "A-01", "title": "", "subject": "S-01"}], "held": true,
//                  "attendance": ["noor"], "other_residents": 12, "discussion": {"A-01": "..."},
//                  "decisions": [{"key": "D-01", "agenda": "A-01", "text": "...", "kind": "agreement",
//                                 "taken_by": "vote", "votes": {"for": 7, "against": 1}, "wants_follow_up":
//                                 true}],
//                  "minutes": "...", "minutes_state": "adopted"}]}
// A meeting begins at its time, decisions follow an hour to an hour and a half later, it ends after two hours
// and its minutes are written a week later.
#pragma once

#include <vector>

#include "platform/web/capability.hpp"

namespace wijktafel::tables {

std::vector<web::Exchange> exchanges();

}  // namespace wijktafel::tables
