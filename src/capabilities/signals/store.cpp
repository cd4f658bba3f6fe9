#include "capabilities/signals/store.hpp"

#include "base/result.hpp"

namespace wijktafel::signals::store {
namespace {

template <class T>
T known(const std::optional<T>& value) {
  WIJKTAFEL_ASSERT(value.has_value(), "the database holds only words that this program wrote");
  return *value;
}

const std::string columns =
    "kind, chance, channel, neighbours_may, waiting_for, referred_to, done_at, closed_at, theme, priority, "
    "team, "
    "is_held, reported_at, first_answered_at";

std::string_view word_of(DueState state) {
  switch (state) {
    case DueState::fresh: return "new";
    case DueState::open: return "open";
    case DueState::closed: return "closed";
  }
  return "";
}

std::vector<ItemId> first_column(const db::Rows& rows) {
  std::vector<ItemId> items;
  items.reserve(rows.size());
  for (const auto& row : rows) items.push_back(row.get<ItemId>(0));
  return items;
}

std::vector<ItemId> due(db::Transaction& tx, std::string_view area, DueState state, Date from, int most) {
  return first_column(
      tx.query("SELECT item FROM signal_due WHERE area = $1 AND state = $2 AND next_date >= $3 ORDER BY "
               "next_date, item LIMIT $4",
               area, word_of(state), from, most));
}

}  // namespace

void insert_signal(db::Transaction& tx, const SignalRow& row) {
  tx.execute("INSERT INTO signal (item, " + columns +
                 ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
             row.item, word(row.kind), row.chance, word(row.channel), row.neighbours_may, row.waiting_for,
             row.referred_to, row.done_at, row.closed_at, row.theme, word(row.priority), row.team,
             row.is_held, row.reported_at, row.first_answered_at);
}

std::optional<SignalRow> find_signal(db::Transaction& tx, ItemId item) {
  const auto row = tx.find("SELECT " + columns + " FROM signal WHERE item = $1", item);
  if (!row) return std::nullopt;
  return SignalRow{.item = item,
                   .kind = known(kind_of(row->get<std::string>(0))),
                   .chance = row->get<std::string>(1),
                   .channel = known(channel_of(row->get<std::string>(2))),
                   .neighbours_may = row->get<bool>(3),
                   .waiting_for = row->get<std::string>(4),
                   .referred_to = row->get<std::string>(5),
                   .done_at = row->get<std::optional<Instant>>(6),
                   .closed_at = row->get<std::optional<Instant>>(7),
                   .theme = row->get<std::string>(8),
                   .priority = known(priority_of(row->get<std::string>(9))),
                   .team = row->get<std::optional<organisations::TeamId>>(10),
                   .is_held = row->get<bool>(11),
                   .reported_at = row->get<Instant>(12),
                   .first_answered_at = row->get<std::optional<Instant>>(13)};
}

void update_signal(db::Transaction& tx, const SignalRow& row) {
  tx.execute(
      "UPDATE signal SET kind = $2, chance = $3, channel = $4, neighbours_may = $5, waiting_for = $6, "
      "referred_to = $7, done_at = $8, closed_at = $9, theme = $10, priority = $11, team = $12, is_held = "
      "$13, "
      "first_answered_at = $14 WHERE item = $1",
      row.item, word(row.kind), row.chance, word(row.channel), row.neighbours_may, row.waiting_for,
      row.referred_to, row.done_at, row.closed_at, row.theme, word(row.priority), row.team, row.is_held,
      row.first_answered_at);
}

std::vector<ItemId> done_before(db::Transaction& tx, Instant limit, int most) {
  return first_column(
      tx.query("SELECT item FROM signal WHERE done_at <= $1 ORDER BY done_at, item LIMIT $2", limit, most));
}

void insert_due(db::Transaction& tx, ItemId item, const std::vector<std::string>& lineage, DueState state,
                Date next_date) {
  for (const auto& area : lineage)
    tx.execute("INSERT INTO signal_due (area, item, state, next_date) VALUES ($1, $2, $3, $4)", area, item,
               word_of(state), next_date);
}

void update_due(db::Transaction& tx, ItemId item, DueState state, std::optional<Date> next_date) {
  tx.execute("UPDATE signal_due SET state = $2, next_date = COALESCE($3, next_date) WHERE item = $1", item,
             word_of(state), next_date);
}

std::vector<ItemId> late_in(db::Transaction& tx, std::string_view area, Date today, int most) {
  return first_column(
      tx.query("SELECT item FROM signal_due WHERE area = $1 AND state IN ($2, $3) AND next_date < $4 ORDER "
               "BY next_date, item LIMIT $5",
               area, word_of(DueState::fresh), word_of(DueState::open), today, most));
}

std::vector<ItemId> new_in(db::Transaction& tx, std::string_view area, Date today, int most) {
  return due(tx, area, DueState::fresh, today, most);
}

std::vector<ItemId> underway_in(db::Transaction& tx, std::string_view area, Date today, int most) {
  return due(tx, area, DueState::open, today, most);
}

void insert_reporter(db::Transaction& tx, const Reporter& reporter) {
  tx.execute(
      "INSERT INTO signal_reporter (item, person, reach, address, name, language, follow_token_hash) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7)",
      reporter.item, reporter.person, word(reporter.reach), reporter.address, reporter.name,
      i18n::code(reporter.language), reporter.follow_token_hash);
}

std::optional<Reporter> find_reporter(db::Transaction& tx, ItemId item) {
  const auto row = tx.find(
      "SELECT person, reach, address, name, language, follow_token_hash FROM signal_reporter WHERE item = $1",
      item);
  if (!row) return std::nullopt;
  return Reporter{.item = item,
                  .person = row->get<std::optional<PersonId>>(0),
                  .reach = known(reach_of(row->get<std::string>(1))),
                  .address = row->get<std::string>(2),
                  .name = row->get<std::string>(3),
                  .language = row->get<std::string>(4) == "en" ? i18n::Language::en : i18n::Language::nl,
                  .follow_token_hash = row->get<std::string>(5)};
}

std::optional<ItemId> find_followed(db::Transaction& tx, std::string_view follow_token_hash) {
  const auto row =
      tx.find("SELECT item FROM signal_reporter WHERE follow_token_hash = $1", follow_token_hash);
  if (!row) return std::nullopt;
  return row->get<ItemId>(0);
}

void silence_reporter(db::Transaction& tx, ItemId item) {
  tx.execute("UPDATE signal_reporter SET reach = $2, address = '', name = '' WHERE item = $1", item,
             word(Reach::none));
}

void insert_look(db::Transaction& tx, ItemId item, std::optional<PersonId> person, Instant now) {
  tx.execute("INSERT INTO signal_reporter_look (item, person, looked_at) VALUES ($1, $2, $3)", item, person,
             now);
}

std::vector<ItemId> reporters_closed_before(db::Transaction& tx, Instant limit, int most) {
  return first_column(
      tx.query("SELECT r.item FROM signal_reporter r JOIN signal s ON s.item = r.item WHERE s.closed_at <= "
               "$1 ORDER BY r.item LIMIT $2",
               limit, most));
}

void remove_reporter(db::Transaction& tx, ItemId item) {
  tx.execute("DELETE FROM signal_reporter WHERE item = $1", item);
}

}  // namespace wijktafel::signals::store
