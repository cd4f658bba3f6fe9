// The choice of a theme in a form.
#pragma once

#include <string>

#include "capabilities/signals/reads/theme_choice.hpp"
#include "design/fields.hpp"
#include "platform/web/call.hpp"

namespace wijktafel::signals {

design::SelectField theme_field(const web::Call& call, const design::Fields& fields,
                                const ThemeChoice& choice, const std::string& chosen);

}  // namespace wijktafel::signals
