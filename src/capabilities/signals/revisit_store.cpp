#include "capabilities/signals/revisit_store.hpp"

namespace wijktafel::signals::store {
namespace {

const std::string columns = "item, months, due_on, asked_at, answer";

Revisit revisit_of(const db::Row& row) {
  return {.item = row.get<ItemId>(0),
          .months = row.get<int>(1),
          .due_on = row.get<Date>(2),
          .asked_at = row.get<std::optional<Instant>>(3),
          .answer = row.get<std::string>(4)};
}

// The last day of the month where there is no such day.
Date months_after(Date date, int months) {
  const auto moved = date + std::chrono::months(months);
  return moved.ok() ? moved : Date{moved.year() / moved.month() / std::chrono::last};
}

}  // namespace

void plan_revisits(db::Transaction& tx, ItemId item, Date solved_on) {
  for (const int months : {6, 12})
    tx.execute(
        "INSERT INTO signal_revisit (item, months, due_on, asked_at, answer, answered_at) VALUES ($1, $2, "
        "$3, "
        "NULL, '', NULL) ON CONFLICT (item, months) DO UPDATE SET due_on = $3 "
        "WHERE signal_revisit.asked_at IS NULL",
        item, months, months_after(solved_on, months));
}

void cancel_revisits(db::Transaction& tx, ItemId item) {
  tx.execute("DELETE FROM signal_revisit WHERE item = $1 AND asked_at IS NULL", item);
}

std::vector<Revisit> revisits_due(db::Transaction& tx, Date today, int most) {
  std::vector<Revisit> due;
  for (const auto& row : tx.query("SELECT " + columns +
                                      " FROM signal_revisit WHERE asked_at IS NULL AND due_on <= $1 "
                                      "ORDER BY due_on, item LIMIT $2",
                                  today, most))
    due.push_back(revisit_of(row));
  return due;
}

void mark_asked(db::Transaction& tx, const Revisit& revisit, Instant now) {
  tx.execute("UPDATE signal_revisit SET asked_at = $3 WHERE item = $1 AND months = $2", revisit.item,
             revisit.months, now);
}

std::optional<Revisit> find_open_revisit(db::Transaction& tx, ItemId item) {
  const auto row =
      tx.find("SELECT " + columns +
                  " FROM signal_revisit WHERE item = $1 AND asked_at IS NOT NULL AND answer = '' "
                  "ORDER BY months DESC LIMIT 1",
              item);
  if (!row) return std::nullopt;
  return revisit_of(*row);
}

void keep_answer(db::Transaction& tx, const Revisit& revisit, std::string_view answer, Instant now) {
  tx.execute("UPDATE signal_revisit SET answer = $3, answered_at = $4 WHERE item = $1 AND months = $2",
             revisit.item, revisit.months, answer, now);
}

}  // namespace wijktafel::signals::store
