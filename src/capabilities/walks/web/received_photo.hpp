// The photo that came with a form, made fit to be shown.
#pragma once

#include "capabilities/walks/records.hpp"
#include "platform/web/call.hpp"
#include "platform/web/form.hpp"

namespace wijktafel::walks {

// Nothing when no photo was sent; a fault beside `field` when it cannot be used.
std::optional<Photo> received_photo(const web::Call& call, web::FormReader& reader, std::string_view field);

}  // namespace wijktafel::walks
