#include "capabilities/organisations/web/refusals.hpp"

namespace wijktafel::organisations {

web::FieldFault fault(const NameTaken& refusal) {
  return {.field = "name",
          .word_key = "organisations.fault.name_taken",
          .arguments = {{"name", refusal.by.name}}};
}

}  // namespace wijktafel::organisations
