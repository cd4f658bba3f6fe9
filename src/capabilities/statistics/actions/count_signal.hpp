// Counts a signal as it is now, and takes back how it was counted before.
#pragma once

#include "capabilities/statistics/statistics.hpp"

namespace wijktafel::statistics {

// Public ones; confidential ones only as one number of their area. What is held, referred or for the table is
// not counted.
void count_signal(db::Transaction& tx, ItemId item);
// Signals from before the figures were kept, the newest first, at most `most`. False when all were counted.
bool catch_up(db::Transaction& tx, const web::AreaRef& municipality, int most);

}  // namespace wijktafel::statistics
