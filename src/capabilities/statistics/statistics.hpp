// Figures of signals: told, closed, how many days it took, by theme, organisation, neighbourhood and channel,
// and where. Counts are kept as signals come and change, so that a page costs the same in a large archive.
//
// Hears:   signals.reported {item}, signals.changed {item}, items.text_erased {item}
#pragma once

#include "capabilities/items/items.hpp"

namespace wijktafel::statistics {

using items::ItemId;

web::Capability capability();

// What came in without an event (an import of what another system knew) is counted too, in the background.
void count_again(db::Transaction& tx);

}  // namespace wijktafel::statistics
