// Every page and form of clusters; addresses and who may use them are in routes.cpp.
#pragma once

#include <vector>

#include "platform/html/safe_html.hpp"
#include "platform/web/call.hpp"

namespace wijktafel::clusters {

http::Response show_clusters(const web::Call& call);
http::Response show_cluster(const web::Call& call);
http::Response confirm(const web::Call& call);
http::Response dismiss(const web::Call& call);
// Slot area_work: how many drafts wait.
html::SafeHtml show_waiting(const web::Call& call, std::int64_t subject);

std::vector<web::Route> routes();

}  // namespace wijktafel::clusters
