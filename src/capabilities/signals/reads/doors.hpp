// At which door a text belongs, by the words of its area.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "capabilities/signals/door_store.hpp"

namespace wijktafel::signals {

// The phrases that hold here today: of the area, else of what lies above it, else the ones we start with.
// from: the key of the area whose they are, "" for the last.
struct PhrasesHere {
  std::string phrases;
  std::string from;
};
PhrasesHere phrases_here(db::Transaction& tx, const std::vector<std::string>& lineage, Door door, Date today);

// The first door that the text says; a worry about a person goes before everything else.
std::optional<Door> find_door(db::Transaction& tx, const std::vector<std::string>& lineage,
                              std::string_view text, Date today);
bool is_worry(db::Transaction& tx, const std::vector<std::string>& lineage, std::string_view text,
              Date today);

// The address of the door itself, a setting; "" when there is none.
std::string door_url(db::Transaction& tx, std::string_view area, Door door, Date today);

std::vector<store::DoorWords> chosen_door_words(db::Transaction& tx, std::string_view area);

}  // namespace wijktafel::signals
