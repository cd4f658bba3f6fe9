// All SQL about which signals are likely the same.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "capabilities/signals/model/likeness.hpp"
#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals::store {

struct LikenessRow {
  ItemId item{};
  std::string area;
  Likened likened;
  std::optional<Instant> shown_until = std::nullopt;  // nothing while it is open
};

void keep_likeness(db::Transaction& tx, const LikenessRow& row);
void remove_likeness(db::Transaction& tx, ItemId item);
// Of one square, or of one area: open ones first, then what was closed last; newest first.
std::vector<LikenessRow> likeness_in_cell(db::Transaction& tx, std::string_view cell, Instant now, int most);
std::vector<LikenessRow> likeness_in_area(db::Transaction& tx, std::string_view area, Instant now, int most);
void remove_likeness_until(db::Transaction& tx, Instant limit, int most);

// Signals whose row was never made.
std::vector<ItemId> waiting_for_likeness(db::Transaction& tx, int most);
void no_longer_waiting(db::Transaction& tx, ItemId item);

}  // namespace wijktafel::signals::store
