#include "capabilities/walks/store.hpp"

namespace wijktafel::walks::store {
namespace {

const std::string walk_select =
    "SELECT w.item, w.area, w.begins_at, w.meeting_place, w.theme, w.others FROM walk w "
    "JOIN item i ON i.id = w.item WHERE ";

Walk walk_of(const db::Row& row) {
  return {.item = row.get<ItemId>(0),
          .area = row.get<std::string>(1),
          .begins_at = row.get<Instant>(2),
          .meeting_place = row.get<std::string>(3),
          .theme = row.get<std::string>(4),
          .others = row.get<std::string>(5)};
}

std::optional<Walk> one_walk(const std::optional<db::Row>& row) {
  if (!row) return std::nullopt;
  return walk_of(*row);
}

template <class... Parameters>
std::vector<Walk> walks(db::Transaction& tx, const std::string& where, const Parameters&... parameters) {
  std::vector<Walk> found;
  for (const auto& row : tx.query(walk_select + where, parameters...)) found.push_back(walk_of(row));
  return found;
}

}  // namespace

void insert_walk(db::Transaction& tx, const Walk& walk) {
  tx.execute(
      "INSERT INTO walk (item, area, begins_at, meeting_place, theme, others) VALUES ($1, $2, $3, $4, $5, "
      "$6)",
      walk.item, walk.area, walk.begins_at, walk.meeting_place, walk.theme, walk.others);
}

void update_walk(db::Transaction& tx, const Walk& walk) {
  tx.execute("UPDATE walk SET begins_at = $2, meeting_place = $3, theme = $4, others = $5 WHERE item = $1",
             walk.item, walk.begins_at, walk.meeting_place, walk.theme, walk.others);
}

std::optional<Walk> find_walk(db::Transaction& tx, ItemId id) {
  return one_walk(tx.find(walk_select + "w.item = $1", id));
}

std::vector<Walk> coming_walks(db::Transaction& tx, std::string_view area, int limit) {
  return walks(tx, "w.area = $1 AND i.status IN ('planned', 'walking') ORDER BY w.begins_at, w.item LIMIT $2",
               area, limit);
}

std::vector<Walk> past_walks(db::Transaction& tx, std::string_view area, const std::optional<Walk>& before,
                             int limit) {
  const std::string past = "w.area = $1 AND i.status IN ('done', 'cancelled') ";
  const std::string order = "ORDER BY w.begins_at DESC, w.item DESC LIMIT $2";
  if (!before) return walks(tx, past + order, area, limit);
  return walks(tx, past + "AND (w.begins_at < $3 OR (w.begins_at = $3 AND w.item < $4)) " + order, area,
               limit, before->begins_at, before->item);
}

std::optional<Walk> last_done_before(db::Transaction& tx, std::string_view area, Instant before) {
  return one_walk(tx.find(walk_select + "w.area = $1 AND i.status = 'done' AND w.begins_at < $2 "
                                        "ORDER BY w.begins_at DESC, w.item DESC LIMIT 1",
                          area, before));
}

void replace_stops(db::Transaction& tx, ItemId walk, const std::vector<Stop>& stops) {
  tx.execute("DELETE FROM walk_stop WHERE walk = $1", walk);
  std::int64_t position = 0;
  for (const auto& stop : stops) {
    const auto longitude = stop.place ? std::optional(stop.place->longitude) : std::nullopt;
    const auto latitude = stop.place ? std::optional(stop.place->latitude) : std::nullopt;
    tx.execute(
        "INSERT INTO walk_stop (walk, position, place_words, longitude, latitude) VALUES ($1, $2, $3, $4, "
        "$5)",
        walk, ++position, stop.words, longitude, latitude);
  }
}

std::vector<Stop> stops_of(db::Transaction& tx, ItemId walk) {
  std::vector<Stop> stops;
  for (const auto& row :
       tx.query("SELECT place_words, longitude, latitude FROM walk_stop WHERE walk = $1 ORDER BY position",
                walk)) {
    Stop stop{.words = row.get<std::string>(0)};
    if (row.get<std::optional<double>>(1)) stop.place = geo::Point{row.get<double>(1), row.get<double>(2)};
    stops.push_back(std::move(stop));
  }
  return stops;
}

void replace_participants(db::Transaction& tx, ItemId walk, const std::vector<Participant>& participants) {
  tx.execute("DELETE FROM walk_participant WHERE walk = $1", walk);
  for (const auto& one : participants)
    tx.execute("INSERT INTO walk_participant (walk, person, organisation) VALUES ($1, $2, $3)", walk,
               one.person, one.organisation);
}

std::vector<Participant> participants_of(db::Transaction& tx, ItemId walk) {
  std::vector<Participant> participants;
  for (const auto& row :
       tx.query("SELECT person, organisation FROM walk_participant WHERE walk = $1 ORDER BY id", walk))
    participants.push_back({row.get<std::optional<PersonId>>(0), row.get<std::optional<OrganisationId>>(1)});
  return participants;
}

}  // namespace wijktafel::walks::store
