#include "capabilities/signals/door_store.hpp"

namespace wijktafel::signals::store {

void insert_door_words(db::Transaction& tx, const DoorWords& words, std::optional<PersonId> set_by,
                       Instant now) {
  tx.execute(
      "INSERT INTO signal_door_words (area, door, phrases, valid_from, set_by, set_at) VALUES ($1, $2, $3, "
      "$4, $5, "
      "$6)",
      words.area, word(words.door), words.phrases, words.valid_from, set_by, now);
}

std::optional<DoorWords> find_door_words(db::Transaction& tx, std::string_view area, Door door, Date on) {
  const auto row = tx.find(
      "SELECT phrases, valid_from FROM signal_door_words WHERE area = $1 AND door = $2 AND valid_from <= $3 "
      "ORDER BY valid_from DESC, id DESC LIMIT 1",
      area, word(door), on);
  if (!row) return std::nullopt;
  return DoorWords{std::string(area), door, row->get<std::string>(0), row->get<Date>(1)};
}

std::vector<DoorWords> door_words_of(db::Transaction& tx, std::string_view area, int most) {
  std::vector<DoorWords> all;
  for (const auto& row : tx.query("SELECT door, phrases, valid_from FROM signal_door_words WHERE area = $1 "
                                  "ORDER BY id DESC LIMIT $2",
                                  area, most))
    if (const auto door = door_of(row.get<std::string>(0)))
      all.push_back({std::string(area), *door, row.get<std::string>(1), row.get<Date>(2)});
  return all;
}

}  // namespace wijktafel::signals::store
