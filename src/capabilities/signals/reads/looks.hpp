// Who looked at what only named roles may see: for the administrator, with nothing of what was seen.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals {

struct LookLine {
  std::int64_t id = 0;
  ItemId item{};
  std::string area;    // key
  std::string person;  // name; "" when the account is gone
  std::string what;    // page, photo or reporter
  Instant at{};
};
struct LookList {
  std::vector<LookLine> lines;  // newest first
  bool has_older = false;
};
LookList list_looks(db::Transaction& tx, std::optional<ItemId> item, std::optional<std::int64_t> before);

// Why a signal is confidential; nothing when nobody said so.
std::optional<std::string> confidential_because(db::Transaction& tx, ItemId item);

}  // namespace wijktafel::signals
