// The front page of a municipality, where people find their neighbourhood: by address, by their position, on
// the map or in the list.
#pragma once

#include <vector>

#include "platform/html/safe_html.hpp"
#include "platform/web/call.hpp"

namespace wijktafel::places {

http::Response show_home(const web::Call& call);
// ?postcode=&huisnummer= : on to the neighbourhood, or the page with a sentence.
http::Response find_by_typed_address(const web::Call& call);
// ?breedte=&lengte= : latitude and longitude, as the button "Hier sta ik" sends them.
http::Response find_by_position(const web::Call& call);

// What is set for an area, and a new value from a day on.
http::Response show_settings(const web::Call& call);
http::Response send_setting(const web::Call& call);
html::SafeHtml link_to_settings(const web::Call& call, std::int64_t person);

std::vector<web::Route> routes();

}  // namespace wijktafel::places
