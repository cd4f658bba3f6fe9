#include "capabilities/tables/store.hpp"

namespace wijktafel::tables::store {
namespace {

const std::string meeting_select =
    "SELECT m.item, m.area, m.begins_at, m.place, m.online_link, m.is_public, m.minutes, m.minutes_state "
    "FROM table_meeting m JOIN item i ON i.id = m.item WHERE ";
constexpr std::string_view body_columns = "area, name, state, decides_by, voters, quorum";
constexpr std::string_view agenda_columns = "item, meeting, position, subject, discussion";
constexpr std::string_view decision_columns =
    "d.item, d.meeting, d.agenda_item, d.kind, d.taken_by, d.votes_for, d.votes_against, d.votes_abstain, "
    "d.recused, "
    "d.voters, d.quorum, d.advice_to, d.answer_before, d.regulation";

Body body_of(const db::Row& row) {
  return {row.get<std::string>(0), row.get<std::string>(1), row.get<std::string>(2),
          row.get<std::string>(3), row.get<std::string>(4), row.get<int>(5)};
}

Meeting meeting_of(const db::Row& row) {
  return {row.get<ItemId>(0),      row.get<std::string>(1), row.get<Instant>(2),     row.get<std::string>(3),
          row.get<std::string>(4), row.get<bool>(5),        row.get<std::string>(6), row.get<std::string>(7)};
}

AgendaItem agenda_item_of(const db::Row& row) {
  return {row.get<ItemId>(0), row.get<ItemId>(1), row.get<int>(2), row.get<std::optional<ItemId>>(3),
          row.get<std::string>(4)};
}

Decision decision_of(const db::Row& row) {
  Decision decision;
  decision.item = row.get<ItemId>(0);
  decision.meeting = row.get<ItemId>(1);
  decision.agenda_item = row.get<ItemId>(2);
  decision.kind = row.get<std::string>(3);
  decision.taken_by = row.get<std::string>(4);
  decision.votes = {row.get<int>(5), row.get<int>(6), row.get<int>(7), row.get<int>(8)};
  decision.voters = row.get<std::string>(9);
  decision.quorum = row.get<int>(10);
  decision.advice_to = row.get<std::string>(11);
  decision.answer_before = row.get<std::optional<Date>>(12);
  decision.regulation = row.get<std::string>(13);
  return decision;
}

std::string select(std::string_view columns, std::string_view rest) {
  return "SELECT " + std::string(columns) + " FROM " + std::string(rest);
}

template <class Made, class... Parameters>
std::vector<Made> many(db::Transaction& tx, Made (*make)(const db::Row&), const std::string& sql,
                       const Parameters&... parameters) {
  std::vector<Made> found;
  for (const auto& row : tx.query(sql, parameters...)) found.push_back(make(row));
  return found;
}

template <class Made, class... Parameters>
std::optional<Made> one(db::Transaction& tx, Made (*make)(const db::Row&), const std::string& sql,
                        const Parameters&... parameters) {
  const auto row = tx.find(sql, parameters...);
  if (!row) return std::nullopt;
  return make(*row);
}

}  // namespace

void put_body(db::Transaction& tx, const Body& body) {
  tx.execute(
      "INSERT INTO table_body (area, name, state, decides_by, voters, quorum) VALUES ($1, $2, $3, $4, $5, "
      "$6) "
      "ON CONFLICT (area) DO UPDATE SET name = excluded.name, state = excluded.state, "
      "decides_by = excluded.decides_by, voters = excluded.voters, quorum = excluded.quorum",
      body.area, body.name, body.state, body.decides_by, body.voters, body.quorum);
}

std::optional<Body> find_body(db::Transaction& tx, std::string_view area) {
  return one(tx, body_of, select(body_columns, "table_body WHERE area = $1"), area);
}

std::vector<Body> bodies(db::Transaction& tx) {
  return many(tx, body_of, select(body_columns, "table_body ORDER BY name, id"));
}

void insert_meeting(db::Transaction& tx, const Meeting& meeting) {
  tx.execute(
      "INSERT INTO table_meeting (item, area, begins_at, place, online_link, is_public, minutes, "
      "minutes_state) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
      meeting.item, meeting.area, meeting.begins_at, meeting.place, meeting.online_link, meeting.is_public,
      meeting.minutes, meeting.minutes_state);
}

void update_meeting(db::Transaction& tx, const Meeting& meeting) {
  tx.execute(
      "UPDATE table_meeting SET begins_at = $2, place = $3, online_link = $4, is_public = $5, minutes = $6, "
      "minutes_state = $7 WHERE item = $1",
      meeting.item, meeting.begins_at, meeting.place, meeting.online_link, meeting.is_public, meeting.minutes,
      meeting.minutes_state);
}

std::optional<Meeting> find_meeting(db::Transaction& tx, ItemId id) {
  return one(tx, meeting_of, meeting_select + "m.item = $1", id);
}

std::vector<Meeting> coming_meetings(db::Transaction& tx, std::string_view area, Instant after,
                                     items::Visibility most, int limit) {
  return many(tx, meeting_of,
              meeting_select +
                  "m.area = $1 AND m.begins_at > $2 AND i.status <> 'held' AND i.visibility <= $3 "
                  "ORDER BY m.begins_at, m.item LIMIT $4",
              area, after, most, limit);
}

std::vector<Meeting> past_meetings(db::Transaction& tx, std::string_view area, Instant until,
                                   items::Visibility most, const std::optional<Meeting>& before, int limit) {
  const std::string past =
      meeting_select + "m.area = $1 AND (m.begins_at <= $2 OR i.status = 'held') AND i.visibility <= $3 ";
  const std::string order = "ORDER BY m.begins_at DESC, m.item DESC LIMIT ";
  if (!before) return many(tx, meeting_of, past + order + "$4", area, until, most, limit);
  return many(tx, meeting_of,
              past + "AND (m.begins_at < $4 OR (m.begins_at = $4 AND m.item < $5)) " + order + "$6", area,
              until, most, before->begins_at, before->item, limit);
}

void insert_agenda_item(db::Transaction& tx, const AgendaItem& item) {
  int position = item.position;
  if (position == 0)
    position = tx.find("SELECT COALESCE(MAX(position), 0) + 1 FROM table_agenda_item WHERE meeting = $1",
                       item.meeting)
                   ->get<int>(0);
  tx.execute(
      "INSERT INTO table_agenda_item (item, meeting, position, subject, discussion) VALUES ($1, $2, $3, $4, "
      "$5)",
      item.item, item.meeting, position, item.subject, item.discussion);
}

std::optional<AgendaItem> find_agenda_item(db::Transaction& tx, ItemId id) {
  return one(tx, agenda_item_of, select(agenda_columns, "table_agenda_item WHERE item = $1"), id);
}

std::vector<AgendaItem> agenda_of(db::Transaction& tx, ItemId meeting) {
  return many(tx, agenda_item_of,
              select(agenda_columns, "table_agenda_item WHERE meeting = $1 ORDER BY position, item"),
              meeting);
}

int count_agenda_items(db::Transaction& tx, ItemId meeting) {
  return tx.find("SELECT COUNT(*) FROM table_agenda_item WHERE meeting = $1", meeting)->get<int>(0);
}

std::vector<AgendaItem> agenda_items_about(db::Transaction& tx, ItemId subject) {
  return many(tx, agenda_item_of,
              select(agenda_columns, "table_agenda_item WHERE subject = $1 ORDER BY item"), subject);
}

void set_discussion(db::Transaction& tx, ItemId id, std::string_view text) {
  tx.execute("UPDATE table_agenda_item SET discussion = $2 WHERE item = $1", id, text);
}

void swap_positions(db::Transaction& tx, const AgendaItem& first, const AgendaItem& second) {
  tx.execute("UPDATE table_agenda_item SET position = $2 WHERE item = $1", first.item, second.position);
  tx.execute("UPDATE table_agenda_item SET position = $2 WHERE item = $1", second.item, first.position);
}

void replace_attendance(db::Transaction& tx, ItemId meeting, const std::vector<Attendance>& people,
                        int other_residents) {
  tx.execute("DELETE FROM table_attendance WHERE meeting = $1", meeting);
  for (const auto& one_person : people)
    tx.execute(
        "INSERT INTO table_attendance (meeting, person, organisation, is_voter) VALUES ($1, $2, $3, $4)",
        meeting, one_person.person, one_person.organisation, one_person.is_voter);
  tx.execute(
      "INSERT INTO table_guest_count (meeting, residents) VALUES ($1, $2) "
      "ON CONFLICT (meeting) DO UPDATE SET residents = excluded.residents",
      meeting, other_residents);
}

std::vector<Attendance> attendance_of(db::Transaction& tx, ItemId meeting) {
  std::vector<Attendance> people;
  for (const auto& row : tx.query(
           "SELECT person, organisation, is_voter FROM table_attendance WHERE meeting = $1 ORDER BY person",
           meeting))
    people.push_back({row.get<PersonId>(0), row.get<std::optional<OrganisationId>>(1), row.get<bool>(2)});
  return people;
}

int other_residents(db::Transaction& tx, ItemId meeting) {
  const auto row = tx.find("SELECT residents FROM table_guest_count WHERE meeting = $1", meeting);
  return row ? row->get<int>(0) : 0;
}

void insert_decision(db::Transaction& tx, const Decision& decision) {
  tx.execute(
      "INSERT INTO table_decision (item, meeting, agenda_item, kind, taken_by, votes_for, votes_against, "
      "votes_abstain, "
      "recused, voters, quorum, advice_to, answer_before, regulation) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
      decision.item, decision.meeting, decision.agenda_item, decision.kind, decision.taken_by,
      decision.votes.in_favour, decision.votes.against, decision.votes.abstain, decision.votes.recused,
      decision.voters, decision.quorum, decision.advice_to, decision.answer_before, decision.regulation);
}

std::optional<Decision> find_decision(db::Transaction& tx, ItemId id) {
  return one(tx, decision_of, select(decision_columns, "table_decision d WHERE d.item = $1"), id);
}

std::vector<Decision> decisions_of(db::Transaction& tx, ItemId meeting) {
  return many(tx, decision_of,
              select(decision_columns, "table_decision d WHERE d.meeting = $1 ORDER BY d.item"), meeting);
}

void put_standing(db::Transaction& tx, ItemId meeting, ItemId commitment, int days_late) {
  tx.execute(
      "INSERT INTO table_standing (meeting, commitment, days_late) VALUES ($1, $2, $3) "
      "ON CONFLICT (meeting, commitment) DO UPDATE SET days_late = excluded.days_late",
      meeting, commitment, days_late);
}

std::vector<std::pair<ItemId, int>> standing_of(db::Transaction& tx, ItemId meeting) {
  std::vector<std::pair<ItemId, int>> found;
  for (const auto& row : tx.query("SELECT commitment, days_late FROM table_standing WHERE meeting = $1 ORDER "
                                  "BY days_late DESC, commitment",
                                  meeting))
    found.emplace_back(row.get<ItemId>(0), row.get<int>(1));
  return found;
}

}  // namespace wijktafel::tables::store
