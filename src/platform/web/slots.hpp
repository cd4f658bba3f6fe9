// The named places on a page that other capabilities fill: a page knows the name, not who fills it.
//
//   view.contacts = web::filled_slot(call, "organisation_people", raw(organisation.id));
#pragma once

#include <cstdint>
#include <string_view>

#include "platform/html/safe_html.hpp"
#include "platform/web/call.hpp"

namespace wijktafel::web {

// Everything put into this slot, in its order; empty when nobody has anything to show. `subject`: the number
// of what the page is about, 0 for a page of an area or of a person.
html::SafeHtml filled_slot(const Call& call, std::string_view slot, std::int64_t subject = 0);

}  // namespace wijktafel::web
