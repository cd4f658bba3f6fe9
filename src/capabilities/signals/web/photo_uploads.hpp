// Photos that came with a form that is done in one go.
#pragma once

#include <string_view>
#include <vector>

#include "capabilities/items/items.hpp"
#include "platform/web/call.hpp"
#include "platform/web/form.hpp"

namespace wijktafel::signals {

// Decoded, without metadata, in the file store; none is shown before somebody looked. What cannot be used is
// a fault beside the field.
std::vector<items::Photo> read_photos(const web::Call& call, std::string_view field,
                                      std::vector<web::FieldFault>& faults);

}  // namespace wijktafel::signals
