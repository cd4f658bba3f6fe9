// All SQL about confidential signals: why they are, and who looked.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals::store {

struct Confidence {
  bool is_confidential = false;
  std::string reason = {};  // "" once the text of the signal was destroyed
  std::optional<PersonId> person = {};
  Instant set_at{};
};
void insert_confidence(db::Transaction& tx, ItemId item, const Confidence& confidence);
// What was said last.
std::optional<Confidence> find_confidence(db::Transaction& tx, ItemId item);
void forget_reasons(db::Transaction& tx, ItemId item);

// `what`: page, photo or reporter.
void insert_look_at(db::Transaction& tx, ItemId item, std::optional<PersonId> person, std::string_view what,
                    Instant now);
struct Look {
  std::int64_t id = 0;
  ItemId item{};
  std::optional<PersonId> person = {};
  std::string what = {};
  Instant looked_at{};
};
// Newest first, older than the look `before`; of one signal when it is named.
std::vector<Look> looks(db::Transaction& tx, std::optional<ItemId> item, std::optional<std::int64_t> before,
                        int most);

}  // namespace wijktafel::signals::store
