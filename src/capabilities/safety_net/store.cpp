#include "capabilities/safety_net/store.hpp"

#include <algorithm>

#include "base/result.hpp"

namespace wijktafel::safety_net::store {
namespace {

DeskKind known(const std::string& text) {
  const auto kind = desk_kind_of(text);
  WIJKTAFEL_ASSERT(kind.has_value(), "the database holds only words that this program wrote");
  return *kind;
}

// A desk without a number is one of a role: coordinator, administrator.
std::optional<std::int64_t> stored(const Desk& desk) {
  return desk.reference == 0 ? std::nullopt : std::optional(desk.reference);
}

Desk desk_from(const db::Row& row, std::size_t first) {
  return {.kind = known(row.get<std::string>(first)),
          .reference = row.get<std::optional<std::int64_t>>(first + 1).value_or(0)};
}

const std::string passing_columns =
    "item, missed_date, area, passed_on, desk_kind, desk, act_by, late_on, settled_on";

Passing passing_from(const db::Row& row) {
  return {.item = row.get<ItemId>(0),
          .missed_date = row.get<Date>(1),
          .area = row.get<std::string>(2),
          .passed_on = row.get<Date>(3),
          .desk = desk_from(row, 4),
          .act_by = row.get<Date>(6),
          .late_on = row.get<std::optional<Date>>(7),
          .settled_on = row.get<std::optional<Date>>(8)};
}

}  // namespace

void insert_desk(db::Transaction& tx, Instant now, const DeskRow& row, std::optional<PersonId> set_by) {
  tx.execute(
      "INSERT INTO safety_net_desk (area, kind, reference, valid_from, set_by, set_at) VALUES ($1, $2, $3, "
      "$4, $5, $6)",
      row.area, word(row.desk.kind), stored(row.desk), row.valid_from, set_by, now);
}

std::optional<DeskRow> desk_of_area(db::Transaction& tx, std::string_view area, Date on) {
  const auto row = tx.find(
      "SELECT kind, reference, valid_from FROM safety_net_desk WHERE area = $1 AND valid_from <= $2 "
      "ORDER BY valid_from DESC, id DESC LIMIT 1",
      area, on);
  if (!row) return std::nullopt;
  return DeskRow{.area = std::string(area), .desk = desk_from(*row, 0), .valid_from = row->get<Date>(2)};
}

std::vector<DeskRow> all_desks(db::Transaction& tx) {
  std::vector<DeskRow> all;
  for (const auto& row : tx.query("SELECT area, kind, reference, valid_from FROM safety_net_desk ORDER BY "
                                  "area, valid_from DESC, id DESC LIMIT 1000"))
    all.push_back(
        {.area = row.get<std::string>(0), .desk = desk_from(row, 1), .valid_from = row.get<Date>(3)});
  return all;
}

void insert_passing(db::Transaction& tx, const Passing& passing) {
  tx.execute(
      "INSERT INTO safety_net_passing (" + passing_columns + ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
      passing.item, passing.missed_date, passing.area, passing.passed_on, word(passing.desk.kind),
      stored(passing.desk), passing.act_by, passing.late_on, passing.settled_on);
}

std::optional<Passing> find_passing(db::Transaction& tx, ItemId item, Date missed_date) {
  const auto row =
      tx.find("SELECT " + passing_columns + " FROM safety_net_passing WHERE item = $1 AND missed_date = $2",
              item, missed_date);
  if (!row) return std::nullopt;
  return passing_from(*row);
}

std::optional<Passing> newest_passing(db::Transaction& tx, ItemId item) {
  const auto row = tx.find("SELECT " + passing_columns +
                               " FROM safety_net_passing WHERE item = $1 ORDER BY missed_date DESC LIMIT 1",
                           item);
  if (!row) return std::nullopt;
  return passing_from(*row);
}

void mark_late(db::Transaction& tx, ItemId item, Date missed_date, Date late_on) {
  tx.execute("UPDATE safety_net_passing SET late_on = $3 WHERE item = $1 AND missed_date = $2", item,
             missed_date, late_on);
}

void settle(db::Transaction& tx, ItemId item, Date settled_on) {
  tx.execute("UPDATE safety_net_passing SET settled_on = $2 WHERE item = $1 AND settled_on IS NULL", item,
             settled_on);
}

std::vector<Passing> at_table(db::Transaction& tx, int most) {
  std::vector<Passing> all;
  for (const auto& row : tx.query("SELECT " + passing_columns +
                                      " FROM safety_net_passing WHERE late_on IS NOT NULL AND settled_on IS "
                                      "NULL ORDER BY missed_date, item LIMIT $1",
                                  most))
    all.push_back(passing_from(row));
  return all;
}

bool mark_warned(db::Transaction& tx, ItemId item, Date due, Date warned) {
  return tx.execute(
             "INSERT INTO safety_net_warning (item, due, warned_on) VALUES ($1, $2, $3) ON CONFLICT (item, "
             "due) DO NOTHING",
             item, due, warned) == 1;
}

std::optional<Date> warned_on(db::Transaction& tx, ItemId item, Date due) {
  const auto row =
      tx.find("SELECT warned_on FROM safety_net_warning WHERE item = $1 AND due = $2", item, due);
  if (!row) return std::nullopt;
  return row->get<Date>(0);
}

void insert_notice(db::Transaction& tx, const Notice& notice) {
  tx.execute(
      "INSERT INTO safety_net_notice (person, item, reason, due, stands_in_for) VALUES ($1, $2, $3, $4, $5) "
      "ON CONFLICT (person, item, reason, due) DO NOTHING",
      notice.person, notice.item, notice.reason, notice.due, notice.stands_in_for);
}

std::vector<PersonId> people_with_notices(db::Transaction& tx, int most) {
  std::vector<PersonId> people;
  for (const auto& row :
       tx.query("SELECT DISTINCT person FROM safety_net_notice ORDER BY person LIMIT $1", most))
    people.push_back(row.get<PersonId>(0));
  return people;
}

std::vector<Notice> notices_of(db::Transaction& tx, PersonId person) {
  std::vector<Notice> all;
  for (const auto& row : tx.query(
           "SELECT item, reason, due, stands_in_for FROM safety_net_notice WHERE person = $1 ORDER BY due, "
           "item",
           person))
    all.push_back({.person = person,
                   .item = row.get<ItemId>(0),
                   .reason = row.get<std::string>(1),
                   .due = row.get<Date>(2),
                   .stands_in_for = row.get<std::optional<PersonId>>(3)});
  return all;
}

void remove_notices(db::Transaction& tx, PersonId person) {
  tx.execute("DELETE FROM safety_net_notice WHERE person = $1", person);
}

std::optional<Round> find_round(db::Transaction& tx, std::string_view task) {
  const auto row =
      tx.find("SELECT day, after_date, after_item, is_done FROM safety_net_round WHERE task = $1", task);
  if (!row) return std::nullopt;
  Round round{.day = row->get<Date>(0), .is_done = row->get<bool>(3)};
  const auto date = row->get<std::optional<Date>>(1);
  const auto item = row->get<std::optional<ItemId>>(2);
  if (date && item) round.after = signals::DueSignal{*item, *date};
  return round;
}

void save_round(db::Transaction& tx, std::string_view task, const Round& round) {
  std::optional<Date> date;
  std::optional<ItemId> item;
  if (round.after) {
    date = round.after->next_date;
    item = round.after->item;
  }
  tx.execute(
      "INSERT INTO safety_net_round (task, day, after_date, after_item, is_done) VALUES ($1, $2, $3, $4, $5) "
      "ON CONFLICT (task) DO UPDATE SET day = $2, after_date = $3, after_item = $4, is_done = $5",
      task, round.day, date, item, round.is_done);
}

std::vector<BrokenRule> broken_rules(db::Transaction& tx) {
  std::vector<BrokenRule> all;
  for (const auto& row : tx.query("SELECT theme, area, reason, missing, since FROM safety_net_broken ORDER "
                                  "BY area, theme LIMIT 200"))
    all.push_back({.theme = row.get<std::string>(0),
                   .area = row.get<std::string>(1),
                   .reason = row.get<std::string>(2),
                   .missing = row.get<std::string>(3),
                   .since = row.get<Date>(4)});
  return all;
}

std::int64_t count_broken(db::Transaction& tx) {
  return tx.query("SELECT COUNT(*) FROM safety_net_broken").at(0).get<std::int64_t>(0);
}

void keep_broken(db::Transaction& tx, const std::vector<BrokenRule>& rules) {
  const auto before = broken_rules(tx);
  const auto is_in = [](const std::vector<BrokenRule>& all, const BrokenRule& rule) {
    return std::ranges::any_of(all, [&](const BrokenRule& other) {
      return other.theme == rule.theme && other.area == rule.area && other.reason == rule.reason &&
             other.missing == rule.missing;
    });
  };
  for (const auto& rule : before)
    if (!is_in(rules, rule))
      tx.execute("DELETE FROM safety_net_broken WHERE theme = $1 AND area = $2", rule.theme, rule.area);
  for (const auto& rule : rules)
    if (!is_in(before, rule))
      tx.execute(
          "INSERT INTO safety_net_broken (theme, area, reason, missing, since) VALUES ($1, $2, $3, $4, $5) "
          "ON "
          "CONFLICT (theme, area) DO NOTHING",
          rule.theme, rule.area, rule.reason, rule.missing, rule.since);
}

}  // namespace wijktafel::safety_net::store
