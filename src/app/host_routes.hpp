// Which of the municipalities of this process answers a request. Mostly the first segment of the path says
// it; addresses of the whole host ("/open311/v2/...", a standard wants them at the root) say it in a
// parameter.
#pragma once

#include <memory>
#include <vector>

#include "app/municipality.hpp"

namespace wijktafel::app {

using Municipalities = std::vector<std::unique_ptr<Municipality>>;

// The one whose name the path begins with; the first one answers for everything else.
const Municipality& municipality_for(const Municipalities& all, std::string_view path);

// Thread-safe; holds a reference.
class HostRoutes {
 public:
  explicit HostRoutes(const Municipalities& all) : all_(all) {}
  http::Response answer(http::Request& request) const;
  // Without asking a database, for an I/O thread: nothing when that needs more.
  const Municipality* find_at_once(const http::Request& request) const;

 private:
  const Municipalities& all_;
};

}  // namespace wijktafel::app
