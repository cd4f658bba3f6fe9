// Lists of signals: what an area has. What must be done there is in inbox.hpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "capabilities/signals/model.hpp"
#include "capabilities/signals/model/ending.hpp"
#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals {

inline constexpr int list_page = 20;

struct ListFilter {
  std::optional<bool> is_open = std::nullopt;
  items::Domains domains = 0;
  std::optional<Kind> kind = std::nullopt;
  std::optional<Ending> ending = std::nullopt;
  std::optional<ItemId> before = std::nullopt;
};

struct ListedSignal {
  items::Item item;
  Kind kind{};
  std::string holder;    // name; "" when nobody has it
  std::string gap = {};  // where its chain is broken first, as the key of a sentence; "" when it is whole
  std::int64_t supporters = 0;                  // who said "ik ook"
  std::optional<Ending> ending = std::nullopt;  // how it ended; nothing while it is open
};

struct SignalList {
  std::vector<ListedSignal> signals;
  std::optional<ItemId> next;  // there are older ones: ask again with `before`
  std::int64_t open = 0;       // in the whole area, whatever the filter
};
SignalList list_signals(db::Transaction& tx, const web::AreaRef& area, const ListFilter& filter);

}  // namespace wijktafel::signals
