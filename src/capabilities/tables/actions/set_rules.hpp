// The table itself: its name, how it decides, who votes. Decisions keep the rules of their day.
#pragma once

#include "capabilities/tables/records.hpp"

namespace wijktafel::tables {

void set_rules(db::Transaction& tx, const Body& body);
// The first meeting brings a table into being, with these rules until the table makes its own.
void form_table_if_none(db::Transaction& tx, const Body& body);

}  // namespace wijktafel::tables
