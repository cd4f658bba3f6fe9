#include "capabilities/signals/work_store.hpp"

#include "base/result.hpp"

namespace wijktafel::signals::store {
namespace {

const std::string columns =
    "item, next_date, visibility, status, theme, domains, priority, holder, team, contact, channel, words";

template <class T>
T known(const std::optional<T>& value) {
  WIJKTAFEL_ASSERT(value.has_value(), "the database holds only words that this program wrote");
  return *value;
}

// A statement that grows with what was asked; every value is a parameter.
class Condition {
 public:
  template <class T>
  std::string value(const T& given) {
    parameters_.push_back(db::to_value(given));
    return "$" + std::to_string(parameters_.size());
  }
  void add(const std::string& sql) { sql_ += (sql_.empty() ? " WHERE " : " AND ") + sql; }
  template <class T>
  void equals(const std::string& column, const T& given) {
    add(column + " = " + value(given));
  }
  template <class T>
  void equals_or_nothing(const std::string& column, const std::optional<T>& given) {
    if (given)
      equals(column, *given);
    else
      add(column + " IS NULL");
  }
  template <class List>
  void is_one_of(const std::string& column, const List& all) {
    std::string places;
    for (const auto& one : all) places += (places.empty() ? "" : ", ") + value(one);
    add(column + (places.empty() ? " IS NULL" : " IN (" + places + ")"));
  }
  const std::string& sql() const { return sql_; }
  const std::vector<db::Value>& parameters() const { return parameters_; }

 private:
  std::string sql_;
  std::vector<db::Value> parameters_;
};

// A word as it was typed, with what LIKE reads as a sign of its own made plain.
std::string contains(const std::string& word) {
  std::string pattern = "%";
  for (const char letter : word) {
    if (letter == '%' || letter == '_' || letter == '\\') pattern += '\\';
    pattern += letter;
  }
  return pattern + "%";
}

void add_what_is_asked(Condition& condition, const std::vector<std::string>& lists,
                       const WorkFilter& filter) {
  if (lists.size() == 1)
    condition.equals("list", lists.front());
  else
    condition.is_one_of("list", lists);
  condition.is_one_of("visibility", filter.visible);
  if (filter.from) condition.add("next_date >= " + condition.value(*filter.from));
  if (filter.until) condition.add("next_date < " + condition.value(*filter.until));
  if (filter.status) condition.equals("status", word(*filter.status));
  if (filter.theme) condition.equals("theme", *filter.theme);
  if (filter.domains != 0) condition.add("(domains & " + condition.value(filter.domains) + ") <> 0");
  if (filter.priority) condition.equals("priority", word(*filter.priority));
  if (filter.holder) condition.equals_or_nothing("holder", *filter.holder);
  if (filter.team) condition.equals("team", *filter.team);
  if (filter.contact) condition.equals_or_nothing("contact", *filter.contact);
  if (filter.channel) condition.equals("channel", word(*filter.channel));
  for (const auto& word : filter.words)
    condition.add("words LIKE " + condition.value(contains(word)) + " ESCAPE '\\'");
}

WorkRow row_of(const db::Row& row) {
  return {.item = row.get<ItemId>(0),
          .next_date = row.get<Date>(1),
          .visibility = row.get<items::Visibility>(2),
          .status = known(status_of(row.get<std::string>(3))),
          .theme = row.get<std::string>(4),
          .domains = row.get<items::Domains>(5),
          .priority = known(priority_of(row.get<std::string>(6))),
          .holder = row.get<std::optional<OrganisationId>>(7),
          .team = row.get<std::optional<organisations::TeamId>>(8),
          .contact = row.get<std::optional<PersonId>>(9),
          .channel = known(channel_of(row.get<std::string>(10))),
          .words = row.get<std::string>(11)};
}

}  // namespace

std::string list_of(OrganisationId organisation) {
  return "organisation:" + std::to_string(raw(organisation));
}
std::string list_of(organisations::TeamId team) { return "team:" + std::to_string(raw(team)); }
std::string list_of(PersonId person) { return "person:" + std::to_string(raw(person)); }

void put_work(db::Transaction& tx, const std::vector<std::string>& lists, const WorkRow& row) {
  remove_work(tx, row.item);
  for (const auto& list : lists)
    tx.execute("INSERT INTO signal_work (list, " + columns +
                   ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
               list, row.item, row.next_date, row.visibility, word(row.status), row.theme, row.domains,
               word(row.priority), row.holder, row.team, row.contact, word(row.channel), row.words);
}

void remove_work(db::Transaction& tx, ItemId item) {
  tx.execute("DELETE FROM signal_work WHERE item = $1", item);
}

std::vector<std::string> areas_of(db::Transaction& tx, ItemId item) {
  std::vector<std::string> areas;
  for (const auto& row : tx.query("SELECT area FROM signal_due WHERE item = $1 ORDER BY area", item))
    areas.push_back(row.get<std::string>(0));
  return areas;
}

void set_assigned(db::Transaction& tx, ItemId item, const std::optional<Assigned>& assigned) {
  tx.execute("UPDATE signal SET assigned_by = $2, assigned_at = $3 WHERE item = $1", item,
             assigned ? std::optional(assigned->by) : std::nullopt,
             assigned ? std::optional(assigned->at) : std::nullopt);
}

std::optional<Assigned> find_assigned(db::Transaction& tx, ItemId item) {
  const auto row = tx.find("SELECT assigned_by, assigned_at FROM signal WHERE item = $1", item);
  if (!row || !row->get<std::optional<PersonId>>(0)) return std::nullopt;
  return Assigned{row->get<PersonId>(0), row->get<Instant>(1)};
}

std::vector<WorkRow> work_in(db::Transaction& tx, const std::vector<std::string>& lists,
                             const WorkFilter& filter, std::optional<WorkKey> after, int most) {
  Condition condition;
  add_what_is_asked(condition, lists, filter);
  if (after)
    condition.add("(next_date, item) > (" + condition.value(after->next_date) + ", " +
                  condition.value(after->item) + ")");
  // The same signal may stand in two lists that are read together.
  const std::string each_once = lists.size() > 1 ? "DISTINCT " : "";
  const std::string statement = "SELECT " + each_once + columns + " FROM signal_work" + condition.sql() +
                                " ORDER BY next_date, item LIMIT " + condition.value(most);
  std::vector<WorkRow> rows;
  for (const auto& row : tx.run(statement, condition.parameters())) rows.push_back(row_of(row));
  return rows;
}

WorkCount count_work(db::Transaction& tx, const std::vector<std::string>& lists, const WorkFilter& filter,
                     Date today, int most) {
  Condition condition;
  const std::string before = condition.value(today);
  add_what_is_asked(condition, lists, filter);
  const std::string each_once = lists.size() > 1 ? "DISTINCT " : "";
  const std::string statement = "SELECT CAST(COALESCE(SUM(CASE WHEN w.next_date < " + before +
                                " THEN 1 ELSE 0 END), 0) AS BIGINT), COUNT(*) FROM (SELECT " + each_once +
                                "item, next_date FROM signal_work" + condition.sql() +
                                " ORDER BY next_date, item LIMIT " + condition.value(most) + ") w";
  const auto rows = tx.run(statement, condition.parameters());
  return {.late = rows.at(0).get<int>(0), .all = rows.at(0).get<int>(1)};
}

}  // namespace wijktafel::signals::store
