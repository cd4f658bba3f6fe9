#include "capabilities/tables/actions/set_rules.hpp"

#include "capabilities/tables/store.hpp"

namespace wijktafel::tables {

void set_rules(db::Transaction& tx, const Body& body) {
  store::put_body(tx, body);
  tx.touch(body.area);
}

void form_table_if_none(db::Transaction& tx, const Body& body) {
  if (!store::find_body(tx, body.area)) set_rules(tx, body);
}

}  // namespace wijktafel::tables
