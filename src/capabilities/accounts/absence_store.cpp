#include "capabilities/accounts/absence_store.hpp"

namespace wijktafel::accounts::store {
namespace {

const std::string select =
    "SELECT b.id, b.account, d.id, b.first_day, b.last_day FROM account_absence b "
    "JOIN account a ON a.id = b.account AND a.erased_at IS NULL "
    "LEFT JOIN account d ON d.id = b.deputy AND d.erased_at IS NULL ";

Absence absence_from(const db::Row& row) {
  return {.id = row.get<std::int64_t>(0),
          .person = row.get<PersonId>(1),
          .deputy = row.get<std::optional<PersonId>>(2),
          .first_day = row.get<Date>(3),
          .last_day = row.get<Date>(4)};
}

std::vector<Absence> all_of(const db::Rows& rows) {
  std::vector<Absence> all;
  all.reserve(rows.size());
  for (const auto& row : rows) all.push_back(absence_from(row));
  return all;
}

}  // namespace

std::int64_t insert_absence(db::Transaction& tx, Instant now, const Absence& absence) {
  return tx.insert<std::int64_t>(
      "INSERT INTO account_absence (account, deputy, first_day, last_day, set_at) VALUES ($1, $2, $3, $4, "
      "$5) RETURNING id",
      absence.person, absence.deputy, absence.first_day, absence.last_day, now);
}

std::optional<Absence> find_absence(db::Transaction& tx, std::int64_t id) {
  const auto row = tx.find(select + "WHERE b.id = $1", id);
  if (!row) return std::nullopt;
  return absence_from(*row);
}

void remove_absence(db::Transaction& tx, std::int64_t id) {
  tx.execute("DELETE FROM account_absence WHERE id = $1", id);
}

std::vector<Absence> absences_of(db::Transaction& tx, PersonId person, Date today) {
  return all_of(tx.query(select + "WHERE b.account = $1 AND b.last_day >= $2 ORDER BY b.first_day, b.id",
                         person, today));
}

std::optional<Absence> absence_on(db::Transaction& tx, PersonId person, Date date) {
  const auto row = tx.find(
      select + "WHERE b.account = $1 AND b.last_day >= $2 AND b.first_day <= $2 ORDER BY b.id LIMIT 1",
      person, date);
  if (!row) return std::nullopt;
  return absence_from(*row);
}

std::vector<Absence> absences_with_deputy(db::Transaction& tx, PersonId deputy, Date date) {
  return all_of(tx.query(
      select + "WHERE b.deputy = $1 AND b.last_day >= $2 AND b.first_day <= $2 ORDER BY b.id", deputy, date));
}

std::vector<Absence> absences_between(db::Transaction& tx, Date from, Date until, int most) {
  return all_of(
      tx.query(select + "WHERE b.last_day >= $1 AND b.first_day <= $2 ORDER BY b.first_day, b.id LIMIT $3",
               from, until, most));
}

void remove_absences_before(db::Transaction& tx, Date date) {
  tx.execute("DELETE FROM account_absence WHERE last_day < $1", date);
}

void forget_absences(db::Transaction& tx, PersonId person) {
  tx.execute("DELETE FROM account_absence WHERE account = $1", person);
  tx.execute("UPDATE account_absence SET deputy = NULL WHERE deputy = $1", person);
}

}  // namespace wijktafel::accounts::store
