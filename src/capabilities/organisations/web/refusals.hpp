// Every refusal of this capability in words.
#pragma once

#include "capabilities/organisations/actions/change_organisation.hpp"
#include "platform/web/form.hpp"

namespace wijktafel::organisations {

web::FieldFault fault(const NameTaken& refusal);

}  // namespace wijktafel::organisations
