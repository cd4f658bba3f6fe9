// Walks in the exchange format: each step through the same action as a press of a button, at its own time.
//   {"walks": [{"key": "W-1", "area": "BU00010101", "planned_at": "...", "planned_by": "ingrid",
//     "begins_at": "2026-05-20T19:00:00+02:00", "meeting_place": "Bij de school", "theme": "safety",
//     "people": ["bram"], "organisations": ["gemeente"], "others": "3 bewoners",
//     "route": [{"words": "Bij de school", "place": [4.47, 51.99]}], "held": true,
//     "points": [{"at": "...", "by": "bram", "kind": "shortfall", "text": "...", "place": [4.47, 51.99],
//       "place_words": "...", "theme": "verlichting", "next": "both", "promiser": "gemeente", "promise":
//       "...", "due": "2026-06-10", "signal_key": "S-90", "commitment_key": "T-90", "done": {"at": "...",
//       "by": "bram", "text": "..."}}]}]}
// A walk that was held begins at its time and ends two hours later.
#pragma once

#include "platform/web/capability.hpp"

namespace wijktafel::walks {

web::Exchange exchange();

}  // namespace wijktafel::walks
