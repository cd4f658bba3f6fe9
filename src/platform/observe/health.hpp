// What a machine asks about this program. app gives each a route: "/health/live", "/health/ready" and
// "/metrics".
#pragma once

#include "platform/db/database.hpp"
#include "platform/http/message.hpp"
#include "platform/observe/metrics.hpp"

namespace wijktafel::observe {

http::Response live();                           // 200 as long as requests are answered at all
http::Response ready(db::Database& database);    // 200 when the database answers, else 503
http::Response metrics(const Metrics& metrics);  // Prometheus text format 0.0.4

}  // namespace wijktafel::observe
