// All SQL about what is due between two days.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals::store {

// Open ones of this area and of all areas below it, by date and number, those after `after`.
std::vector<DueSignal> due_between(db::Transaction& tx, std::string_view area, Date from, Date until,
                                   const std::optional<DueSignal>& after, int most);

// Of one list of work ("organisation:3").
std::vector<DueSignal> due_on_list(db::Transaction& tx, std::string_view list, Date from, Date until,
                                   int most);
// For everyone to see and told since then, the newest first.
std::vector<ItemId> newest_on_list(db::Transaction& tx, std::string_view list, Instant since, int most);

}  // namespace wijktafel::signals::store
