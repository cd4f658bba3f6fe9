// Every refusal of this capability in words.
#pragma once

#include "capabilities/tables/actions/refusals.hpp"
#include "platform/web/call.hpp"
#include "platform/web/form.hpp"

namespace wijktafel::tables {

struct Said {
  std::string word_key;
  i18n::Arguments arguments = {};
  int status = 422;
  std::string field = {};  // of the form it belongs to; "" when it is about the whole
};
Said said_of(const web::Call& call, const TableRefusal& refusal);
std::string in_words(const web::Call& call, const Said& said);
// Beside its field, else beside `otherwise`.
web::FieldFault fault_of(const Said& said, std::string_view otherwise);

}  // namespace wijktafel::tables
