// Numbers of an indicator as people type them: "46", "7,5", "7.5", "1.500", "-3".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "platform/web/form.hpp"

namespace wijktafel::goals {

// Nothing for anything else, or for more than a billion either way. A full stop before exactly three digits
// parts thousands, as in all of Wijktafel; elsewhere it is a decimal point, as a comma is.
std::optional<double> decimal_in(std::string_view typed);

// With the fault `missing_key` when the field is empty, or "web.form.not_a_number".
std::optional<double> read_decimal(web::FormReader& reader, std::string_view field,
                                   const std::string& missing_key);

}  // namespace wijktafel::goals
