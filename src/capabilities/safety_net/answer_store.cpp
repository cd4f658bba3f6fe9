#include "capabilities/safety_net/answer_store.hpp"

namespace wijktafel::safety_net::store {

void count_answer(db::Transaction& tx, const Answer& answer) {
  const auto inserted = tx.execute(
      "INSERT INTO safety_net_answer (item, organisation, theme, month, days, is_counted) VALUES ($1, $2, "
      "$3, "
      "$4, $5, $6) ON CONFLICT (item) DO NOTHING",
      answer.item, answer.organisation, answer.theme, answer.month, answer.days, answer.is_counted);
  if (inserted == 0 || !answer.is_counted) return;
  tx.execute(
      "INSERT INTO safety_net_answer_count (organisation, theme, month, days, answers) VALUES ($1, $2, $3, "
      "$4, 1) ON CONFLICT (organisation, month, theme, days) DO UPDATE SET answers = "
      "safety_net_answer_count.answers + 1",
      answer.organisation, answer.theme, answer.month, answer.days);
}

void set_counted(db::Transaction& tx, ItemId item, bool is_counted) {
  if (tx.execute("UPDATE safety_net_answer SET is_counted = $2 WHERE item = $1 AND is_counted <> $2", item,
                 is_counted) == 0)
    return;
  // None was counted yet when it was answered while it was confidential.
  tx.execute(
      "INSERT INTO safety_net_answer_count (organisation, theme, month, days, answers) SELECT organisation, "
      "theme, "
      "month, days, 0 FROM safety_net_answer WHERE item = $1 ON CONFLICT (organisation, month, theme, days) "
      "DO NOTHING",
      item);
  tx.execute(
      "UPDATE safety_net_answer_count SET answers = answers + $2 WHERE (organisation, month, theme, days) = "
      "(SELECT organisation, month, theme, days FROM safety_net_answer WHERE item = $1)",
      item, is_counted ? 1 : -1);
}

std::map<std::string, Counts> counts_of(db::Transaction& tx, OrganisationId organisation,
                                        std::string_view from_month) {
  std::map<std::string, Counts> all;
  for (const auto& row :
       tx.query("SELECT theme, days, SUM(answers) FROM safety_net_answer_count WHERE organisation = $1 AND "
                "month >= $2 AND answers > 0 GROUP BY theme, days",
                organisation, from_month))
    all[row.get<std::string>(0)][row.get<std::int64_t>(1)] = row.get<std::int64_t>(2);
  return all;
}

int waited_days(db::Transaction& tx, ItemId item, Date today) {
  const auto row = tx.find("SELECT since, days FROM safety_net_wait WHERE item = $1", item);
  if (!row) return 0;
  const auto since = row->get<std::optional<Date>>(0);
  return static_cast<int>(row->get<std::int64_t>(1)) + (since ? working_days_between(*since, today) : 0);
}

void begin_wait(db::Transaction& tx, ItemId item, Date since) {
  tx.execute(
      "INSERT INTO safety_net_wait (item, since, days) VALUES ($1, $2, 0) ON CONFLICT (item) DO UPDATE SET "
      "since = COALESCE(safety_net_wait.since, $2)",
      item, since);
}

void end_wait(db::Transaction& tx, ItemId item, Date today) {
  const auto days = waited_days(tx, item, today);
  tx.execute("UPDATE safety_net_wait SET since = NULL, days = $2 WHERE item = $1 AND since IS NOT NULL", item,
             days);
}

}  // namespace wijktafel::safety_net::store
