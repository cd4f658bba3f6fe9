#include "capabilities/goals/store.hpp"

#include "capabilities/goals/model.hpp"

namespace wijktafel::goals::store {
namespace {

constexpr std::string_view goal_columns = "item, why, indicator, baseline, target, latest, target_date";
constexpr std::string_view commitment_columns =
    "item, goal, promiser, receiver, measure, is_intention, first_due, due, consent_of, consent_before, "
    "reported_at";

Goal goal_of(const db::Row& row) {
  return {row.get<ItemId>(0), row.get<std::string>(1), row.get<std::string>(2), row.get<double>(3),
          row.get<double>(4), row.get<double>(5),      row.get<Date>(6)};
}

Commitment commitment_of(const db::Row& row) {
  Commitment commitment;
  commitment.item = row.get<ItemId>(0);
  commitment.goal = row.get<std::optional<ItemId>>(1);
  commitment.promiser = row.get<OrganisationId>(2);
  commitment.receiver = row.get<std::optional<OrganisationId>>(3);
  commitment.measure = row.get<std::string>(4);
  commitment.is_intention = row.get<bool>(5);
  commitment.first_due = row.get<Date>(6);
  commitment.due = row.get<Date>(7);
  commitment.consent_of = row.get<std::string>(8);
  commitment.consent_before = row.get<std::optional<Date>>(9);
  commitment.reported_at = row.get<std::optional<Instant>>(10);
  return commitment;
}

// "... WHERE column IN ($1, $2, ...)": only fixed text and parameter numbers are joined.
db::Rows rows_in(db::Transaction& tx, std::string sql, const std::vector<ItemId>& ids,
                 std::string_view rest = {}) {
  if (ids.empty()) return {};
  std::vector<db::Value> parameters;
  for (const auto id : ids) {
    parameters.emplace_back(raw(id));
    sql += (parameters.size() > 1 ? ", $" : "($") + std::to_string(parameters.size());
  }
  return tx.run(sql + ")" + std::string(rest), parameters);
}

std::vector<ItemId> ids_of(const db::Rows& rows) {
  std::vector<ItemId> ids;
  ids.reserve(rows.size());
  for (const auto& row : rows) ids.push_back(row.get<ItemId>(0));
  return ids;
}

}  // namespace

void insert_goal(db::Transaction& tx, const Goal& goal) {
  tx.execute(
      "INSERT INTO goal (item, why, indicator, baseline, target, latest, target_date) VALUES ($1, $2, $3, "
      "$4, $5, $6, $7)",
      goal.item, goal.why, goal.indicator, goal.baseline, goal.target, goal.latest, goal.target_date);
}

std::map<ItemId, Goal> goals(db::Transaction& tx, const std::vector<ItemId>& ids) {
  std::map<ItemId, Goal> found;
  static const std::string sql = "SELECT " + std::string(goal_columns) + " FROM goal WHERE item IN ";
  for (const auto& row : rows_in(tx, sql, ids)) found.emplace(row.get<ItemId>(0), goal_of(row));
  return found;
}

std::optional<Goal> find_goal(db::Transaction& tx, ItemId id) {
  auto found = goals(tx, {id});
  if (found.empty()) return std::nullopt;
  return std::move(found.begin()->second);
}

std::map<ItemId, int> commitment_counts(db::Transaction& tx, const std::vector<ItemId>& ids) {
  std::map<ItemId, int> counts;
  for (const auto& row :
       rows_in(tx,
               "SELECT c.goal, COUNT(*) FROM goal_commitment c JOIN item i ON i.id = c.item "
               "AND i.status NOT IN ('offered', 'declined') WHERE c.goal IN ",
               ids, " GROUP BY c.goal"))
    counts[row.get<ItemId>(0)] = row.get<int>(1);
  return counts;
}

void insert_gain(db::Transaction& tx, ItemId goal, const Gain& gain) {
  tx.execute(
      "INSERT INTO goal_gain (goal, organisation, text) VALUES ($1, $2, $3) "
      "ON CONFLICT (goal, organisation) DO UPDATE SET text = excluded.text",
      goal, gain.organisation, gain.text);
}

std::vector<Gain> gains_of(db::Transaction& tx, ItemId goal) {
  std::vector<Gain> gains;
  for (const auto& row :
       tx.query("SELECT organisation, text FROM goal_gain WHERE goal = $1 ORDER BY organisation", goal))
    gains.push_back({row.get<OrganisationId>(0), row.get<std::string>(1)});
  return gains;
}

void insert_measurement(db::Transaction& tx, Instant now, ItemId goal, const Measurement& measurement) {
  tx.execute(
      "INSERT INTO goal_measurement (goal, measured_on, value, note, recorded_at) VALUES ($1, $2, $3, $4, "
      "$5)",
      goal, measurement.on, measurement.value, measurement.note, now);
  const auto latest = tx.find(
      "SELECT value FROM goal_measurement WHERE goal = $1 ORDER BY measured_on DESC, id DESC LIMIT 1", goal);
  tx.execute("UPDATE goal SET latest = $2 WHERE item = $1", goal, latest->get<double>(0));
}

std::vector<Measurement> measurements_of(db::Transaction& tx, ItemId goal) {
  std::vector<Measurement> measurements;
  for (const auto& row : tx.query(
           "SELECT measured_on, value, note FROM goal_measurement WHERE goal = $1 ORDER BY measured_on, id",
           goal))
    measurements.push_back({row.get<Date>(0), row.get<double>(1), row.get<std::string>(2)});
  return measurements;
}

void insert_commitment(db::Transaction& tx, const Commitment& commitment) {
  tx.execute(
      "INSERT INTO goal_commitment (item, goal, promiser, receiver, measure, is_intention, first_due, due, "
      "can_be_late, "
      "late_recorded_for, consent_of, consent_before, reported_at) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, '', '', NULL, NULL)",
      commitment.item, commitment.goal, commitment.promiser, commitment.receiver, commitment.measure,
      commitment.is_intention, commitment.first_due, commitment.due);
}

std::map<ItemId, Commitment> commitments(db::Transaction& tx, const std::vector<ItemId>& ids) {
  std::map<ItemId, Commitment> found;
  static const std::string sql =
      "SELECT " + std::string(commitment_columns) + " FROM goal_commitment WHERE item IN ";
  for (const auto& row : rows_in(tx, sql, ids)) found.emplace(row.get<ItemId>(0), commitment_of(row));
  return found;
}

std::optional<Commitment> find_commitment(db::Transaction& tx, ItemId id) {
  auto found = commitments(tx, {id});
  if (found.empty()) return std::nullopt;
  return std::move(found.begin()->second);
}

std::vector<ItemId> commitments_of_goal(db::Transaction& tx, ItemId goal) {
  return ids_of(tx.query("SELECT item FROM goal_commitment WHERE goal = $1 ORDER BY due, item", goal));
}

void set_can_be_late(db::Transaction& tx, ItemId id, bool value) {
  tx.execute("UPDATE goal_commitment SET can_be_late = $2 WHERE item = $1", id, value);
}

void set_consent(db::Transaction& tx, ItemId id, std::string_view consent_of, std::optional<Date> before) {
  tx.execute("UPDATE goal_commitment SET consent_of = $2, consent_before = $3 WHERE item = $1", id,
             consent_of, before);
}

void set_due(db::Transaction& tx, Instant now, ItemId id, const DateChange& change) {
  tx.execute("UPDATE goal_commitment SET due = $2 WHERE item = $1", id, change.later);
  tx.execute(
      "INSERT INTO goal_commitment_date (commitment, earlier_due, new_due, reason, changed_at) VALUES ($1, "
      "$2, $3, $4, $5)",
      id, change.earlier, change.later, change.reason, now);
}

void set_reported(db::Transaction& tx, ItemId id, Instant at) {
  tx.execute("UPDATE goal_commitment SET reported_at = $2 WHERE item = $1", id, at);
}

std::vector<DateChange> date_changes_of(db::Transaction& tx, ItemId id) {
  std::vector<DateChange> changes;
  for (const auto& row : tx.query("SELECT earlier_due, new_due, reason, changed_at FROM goal_commitment_date "
                                  "WHERE commitment = $1 ORDER BY id",
                                  id))
    changes.push_back({row.get<Date>(0), row.get<Date>(1), row.get<std::string>(2), row.get<Instant>(3)});
  return changes;
}

void insert_report(db::Transaction& tx, ItemId id, const Report& report) {
  tx.execute(
      "INSERT INTO goal_commitment_report (commitment, is_judgement, state, text, proof, by_organisation, "
      "reported_at) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7)",
      id, report.is_judgement, report.state, report.text, report.proof, report.by, report.reported_at);
}

std::vector<Report> reports_of(db::Transaction& tx, ItemId id) {
  std::vector<Report> reports;
  for (const auto& row : tx.query("SELECT is_judgement, state, text, proof, by_organisation, reported_at "
                                  "FROM goal_commitment_report WHERE commitment = $1 ORDER BY id",
                                  id))
    reports.push_back({row.get<bool>(0), row.get<std::string>(1), row.get<std::string>(2),
                       row.get<std::string>(3), row.get<std::optional<OrganisationId>>(4),
                       row.get<Instant>(5)});
  return reports;
}

std::int64_t count_carrying(db::Transaction& tx, ItemId goal) {
  return tx
      .find(
          "SELECT COUNT(*) FROM goal_commitment c JOIN item i ON i.id = c.item WHERE c.goal = $1 AND "
          "i.status NOT IN "
          "('offered', 'declined', 'given_back', 'lapsed', 'replaced')",
          goal)
      ->get<std::int64_t>(0);
}

// Public ones. The index (can_be_late, due, item) is walked from the oldest due date; what is late is few,
// whatever was ever kept.
std::vector<ItemId> late(db::Transaction& tx, std::string_view area, Date today, int limit,
                         const std::optional<AfterDue>& after) {
  const AfterDue from = after.value_or(AfterDue{Date{}, ItemId{0}});
  return ids_of(
      tx.query("SELECT c.item FROM goal_commitment c JOIN item_area a ON a.item = c.item AND a.area = $1 "
               "WHERE a.visibility = 0 AND c.can_be_late = 1 AND c.due < $2 AND (c.due > $3 OR (c.due = $3 "
               "AND c.item > $4)) "
               "ORDER BY c.due, c.item LIMIT $5",
               area, today, after ? iso_date(from.due) : "", from.item, limit));
}

std::vector<ItemId> open_by_due(db::Transaction& tx, std::string_view area, int limit,
                                const std::optional<AfterDue>& after) {
  const AfterDue from = after.value_or(AfterDue{Date{}, ItemId{0}});
  return ids_of(
      tx.query("SELECT c.item FROM item_area a JOIN goal_commitment c ON c.item = a.item "
               "WHERE a.area = $1 AND a.kind = 'commitment' AND a.visibility = $2 AND a.is_open = 1 "
               "AND (c.due > $3 OR (c.due = $3 AND c.item > $4)) ORDER BY c.due, c.item LIMIT $5",
               area, items::Visibility::everyone, after ? iso_date(from.due) : "", from.item, limit));
}

std::vector<ItemId> due_in_area(db::Transaction& tx, std::string_view area, Date until, int limit) {
  return ids_of(
      tx.query("SELECT c.item FROM item_area a JOIN goal_commitment c ON c.item = a.item "
               "WHERE a.area = $1 AND a.kind = 'commitment' AND a.visibility = $2 AND c.can_be_late = 1 "
               "AND c.is_intention = 0 AND c.due <= $3 ORDER BY c.due, c.item LIMIT $4",
               area, items::Visibility::everyone, until, limit));
}

// The unary plus: walked by date of what can be late, which is little, and not through all that was ever
// kept.
std::vector<ItemId> due_of_organisation(db::Transaction& tx, OrganisationId promiser, Date until, int limit) {
  return ids_of(
      tx.query("SELECT c.item FROM goal_commitment c JOIN item i ON i.id = c.item "
               "WHERE +c.promiser = $1 AND c.can_be_late = 1 AND c.due <= $2 AND c.is_intention = 0 "
               "AND i.visibility = $3 ORDER BY c.due, c.item LIMIT $4",
               promiser, until, items::Visibility::everyone, limit));
}

std::int64_t count_late(db::Transaction& tx, std::string_view area, Date today) {
  return tx
      .find(
          "SELECT COUNT(*) FROM goal_commitment c JOIN item_area a ON a.item = c.item AND a.area = $1 "
          "WHERE a.visibility = 0 AND c.can_be_late = 1 AND c.due < $2",
          area, today)
      ->get<std::int64_t>(0);
}

std::vector<ItemId> late_and_unrecorded(db::Transaction& tx, Date today, int limit) {
  return ids_of(tx.query(
      "SELECT item FROM goal_commitment WHERE can_be_late = 1 AND due < $1 AND late_recorded_for <> due "
      "ORDER BY due, item LIMIT $2",
      today, limit));
}

void mark_late_recorded(db::Transaction& tx, ItemId id, Date due) {
  tx.execute("UPDATE goal_commitment SET late_recorded_for = $2 WHERE item = $1", id, due);
}

bool is_late_recorded(db::Transaction& tx, ItemId id, Date due) {
  return tx.find("SELECT 1 FROM goal_commitment WHERE item = $1 AND late_recorded_for = $2", id, due)
      .has_value();
}

std::vector<ItemId> unjudged_since(db::Transaction& tx, Instant reported_before, int limit) {
  return ids_of(
      tx.query("SELECT c.item FROM goal_commitment c JOIN item i ON i.id = c.item "
               "WHERE c.reported_at < $1 AND i.status = 'reported_done' ORDER BY c.reported_at LIMIT $2",
               reported_before, limit));
}

std::vector<ItemId> of_organisation(db::Transaction& tx, OrganisationId promiser, int limit) {
  return ids_of(
      tx.query("SELECT c.item FROM goal_commitment c JOIN item i ON i.id = c.item "
               "WHERE c.promiser = $1 AND i.is_open = 1 ORDER BY c.due, c.item LIMIT $2",
               promiser, limit));
}

std::vector<ItemId> reported_to(db::Transaction& tx, OrganisationId receiver, Instant since, int limit) {
  return ids_of(
      tx.query("SELECT c.item FROM goal_commitment c JOIN item i ON i.id = c.item WHERE c.reported_at >= $1 "
               "AND c.receiver = $2 AND i.status = 'reported_done' ORDER BY c.reported_at, c.item LIMIT $3",
               since, receiver, limit));
}

std::vector<ItemId> reported_to_table(db::Transaction& tx, std::string_view area, Instant since, int limit) {
  return ids_of(tx.query(
      "SELECT c.item FROM goal_commitment c JOIN item i ON i.id = c.item "
      "JOIN item_area a ON a.item = c.item AND a.area = $1 WHERE c.reported_at >= $2 "
      "AND c.receiver IS NULL AND i.status = 'reported_done' ORDER BY c.reported_at, c.item LIMIT $3",
      area, since, limit));
}

}  // namespace wijktafel::goals::store
