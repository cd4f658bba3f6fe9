// The page of figures and its downloads; addresses and who may use them are in routes.cpp.
#pragma once

#include <vector>

#include "platform/html/safe_html.hpp"
#include "platform/web/call.hpp"

namespace wijktafel::statistics {

http::Response show_figures(const web::Call& call);
http::Response figures_as_csv(const web::Call& call);
http::Response signals_as_csv(const web::Call& call);
http::Response signals_as_geojson(const web::Call& call);
// Slots area_overview and municipality_home.
html::SafeHtml link_to_figures(const web::Call& call, std::int64_t subject);

std::vector<web::Route> routes();

}  // namespace wijktafel::statistics
