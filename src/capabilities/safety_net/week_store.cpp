#include "capabilities/safety_net/week_store.hpp"

namespace wijktafel::safety_net::store {

void add_week_reader(db::Transaction& tx, PersonId person) {
  tx.execute(
      "INSERT INTO safety_net_week_reader (person, mailed_on) VALUES ($1, '') ON CONFLICT (person) DO "
      "NOTHING",
      person);
}

void remove_week_reader(db::Transaction& tx, PersonId person) {
  tx.execute("DELETE FROM safety_net_week_reader WHERE person = $1", person);
}

bool is_week_reader(db::Transaction& tx, PersonId person) {
  return tx.find("SELECT 1 FROM safety_net_week_reader WHERE person = $1", person).has_value();
}

std::vector<PersonId> week_readers_without(db::Transaction& tx, Date monday, int most) {
  std::vector<PersonId> people;
  for (const auto& row :
       tx.query("SELECT person FROM safety_net_week_reader WHERE mailed_on <> $1 ORDER BY person LIMIT $2",
                monday, most))
    people.push_back(row.get<PersonId>(0));
  return people;
}

void set_week_mailed(db::Transaction& tx, PersonId person, Date monday) {
  tx.execute("UPDATE safety_net_week_reader SET mailed_on = $2 WHERE person = $1", person, monday);
}

}  // namespace wijktafel::safety_net::store
