#include "capabilities/open311/request_store.hpp"

namespace wijktafel::open311::store {
namespace {

constexpr std::string_view columns =
    "SELECT i.id, i.status, i.is_open, s.theme, i.holder, s.reported_at, i.changed_at, s.closed_at, "
    "i.next_date, i.place_words, i.longitude, i.latitude, i.text, s.chance, i.area, "
    "COALESCE(o.address_id, ''), s.channel, i.title, "
    "COALESCE((SELECT MIN(p.number) FROM item_photo p WHERE p.item = i.id AND p.is_shown = 1), 0) ";

// A statement with its parameters, numbered as they are added.
class Statement {
 public:
  Statement& add(std::string_view sql) {
    sql_ += sql;
    return *this;
  }
  template <class T>
  Statement& value(const T& value) {
    values_.push_back(db::to_value(value));
    sql_ += "$" + std::to_string(values_.size());
    return *this;
  }
  template <class T>
  Statement& any_of(const std::vector<T>& all) {
    sql_ += "(";
    for (std::size_t at = 0; at < all.size(); ++at) {
      if (at > 0) sql_ += ", ";
      value(all[at]);
    }
    sql_ += ")";
    return *this;
  }
  db::Rows run(db::Transaction& tx) const { return tx.run(sql_, values_); }

 private:
  std::string sql_;
  std::vector<db::Value> values_;
};

// What everyone may see, and nothing else: held for a moderator, for the table or an organisation only,
// confidential and referred signals are not public.
void add_public(Statement& statement, const std::vector<std::string>& secret_themes) {
  statement.add("i.visibility = 0 AND s.is_held = 0");
  if (!secret_themes.empty()) statement.add(" AND s.theme NOT IN ").any_of(secret_themes);
}

void add_conditions(Statement& statement, const RequestFilter& filter) {
  if (!filter.ids.empty()) {
    statement.add(" AND i.id IN ").any_of(filter.ids);
    return;
  }
  if (!filter.themes.empty()) statement.add(" AND s.theme IN ").any_of(filter.themes);
  if (filter.is_open) statement.add(" AND i.is_open = ").value(*filter.is_open);
  if (filter.from) statement.add(" AND s.reported_at >= ").value(*filter.from);
  if (filter.until) statement.add(" AND s.reported_at <= ").value(*filter.until);
  if (filter.changed_from) statement.add(" AND i.changed_at >= ").value(*filter.changed_from);
  if (filter.changed_until) statement.add(" AND i.changed_at <= ").value(*filter.changed_until);
}

RequestRow row_of(const db::Row& row) {
  RequestRow request;
  request.item = row.get<ItemId>(0);
  request.status = row.get<std::string>(1);
  request.is_open = row.get<bool>(2);
  request.theme = row.get<std::string>(3);
  request.holder = row.get<std::optional<OrganisationId>>(4);
  request.reported_at = row.get<Instant>(5);
  request.changed_at = row.get<Instant>(6);
  request.closed_at = row.get<std::optional<Instant>>(7);
  request.next_date = row.get<std::optional<Date>>(8);
  request.place_words = row.get<std::string>(9);
  if (const auto longitude = row.get<std::optional<double>>(10))
    request.place = geo::Point{*longitude, row.get<double>(11)};
  request.text = row.get<std::string>(12);
  request.chance = row.get<std::string>(13);
  request.area = row.get<std::string>(14);
  request.address_id = row.get<std::string>(15);
  request.channel = row.get<std::string>(16);
  request.title = row.get<std::string>(17);
  request.photo = row.get<std::int64_t>(18);
  return request;
}

std::vector<RequestRow> rows_of(const db::Rows& rows) {
  std::vector<RequestRow> all;
  all.reserve(rows.size());
  for (const auto& row : rows) all.push_back(row_of(row));
  return all;
}

}  // namespace

std::vector<RequestRow> list_requests(db::Transaction& tx, const RequestFilter& filter) {
  Statement statement;
  statement.add(columns);
  statement.add(filter.by_change || !filter.ids.empty() ? "FROM item i JOIN signal s ON s.item = i.id "
                                                        : "FROM signal s JOIN item i ON i.id = s.item ");
  statement.add("LEFT JOIN open311_request o ON o.item = s.item WHERE ");
  add_public(statement, filter.secret_themes);
  // Only where the index of changes is walked: it would tempt SQLite away from that of reports.
  if (filter.by_change) statement.add(" AND i.kind = ").value("signal");
  add_conditions(statement, filter);
  statement.add(filter.by_change ? " ORDER BY i.changed_at DESC, i.id DESC"
                                 : " ORDER BY s.reported_at DESC, s.item DESC");
  statement.add(" LIMIT ").value(filter.most).add(" OFFSET ").value(filter.skip);
  return rows_of(statement.run(tx));
}

std::vector<RequestRow> requests_after(db::Transaction& tx, const std::vector<std::string>& secret_themes,
                                       ItemId after, int most) {
  Statement statement;
  statement.add(columns).add(
      "FROM signal s JOIN item i ON i.id = s.item LEFT JOIN open311_request o ON o.item = s.item WHERE ");
  add_public(statement, secret_themes);
  statement.add(" AND s.item > ").value(after).add(" ORDER BY s.item LIMIT ").value(most);
  return rows_of(statement.run(tx));
}

}  // namespace wijktafel::open311::store
