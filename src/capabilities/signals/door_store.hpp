// All SQL about the words by which a text is recognised that belongs at another door.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "capabilities/signals/model/door_words.hpp"
#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals::store {

struct DoorWords {
  std::string area;
  Door door{};
  std::string phrases;  // one a line; "" recognises nothing
  Date valid_from;
};

void insert_door_words(db::Transaction& tx, const DoorWords& words, std::optional<PersonId> set_by,
                       Instant now);
// Of this area itself, the newest that has begun.
std::optional<DoorWords> find_door_words(db::Transaction& tx, std::string_view area, Door door, Date on);
// Of this area itself, newest first, also what is still to begin.
std::vector<DoorWords> door_words_of(db::Transaction& tx, std::string_view area, int most);

}  // namespace wijktafel::signals::store
