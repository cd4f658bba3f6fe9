// What the edge itself must say: not found, not allowed, from another site, something broke. Always a way on.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "design/link.hpp"
#include "platform/web/edge.hpp"

namespace wijktafel::design {

struct EdgeView {
  std::string title;
  std::string text;
  std::vector<Link> ways_on = {};
  std::optional<std::string> reference = std::nullopt;  // of a failure: the number that is also in the log
};
BOOST_DESCRIBE_STRUCT(EdgeView, (), (title, text, ways_on, reference))

web::EdgePages edge_pages();

// The same page for a handler that finds nothing, or nothing that this person may see: 404.
http::Response not_found(const web::Call& call);

}  // namespace wijktafel::design
