// From a request to a response: route, language, session, area, origin check of writes, permission, page
// cache, handler; failures become a page with a reference number. Knows no capability.
#pragma once

#include <memory>
#include <vector>

#include "platform/http/router.hpp"
#include "platform/web/call.hpp"

namespace wijktafel::web {

// Pages for what the edge itself must say; drawn by design.
struct EdgePages {
  std::function<http::Response(const Call&)> not_found;
  std::function<http::Response(const Call&)> not_allowed;    // signed in, but may not: 403
  std::function<http::Response(const Call&)> sign_in_first;  // 303 to the sign-in page with the way back
  std::function<http::Response(const Call&)> wrong_origin;   // a form that came from another site: 403
  std::function<http::Response(const Call&, std::string_view reference)> failure;
};

class Edge {
 public:
  Edge(const Service& service, std::vector<Route> routes, EdgePages pages);
  ~Edge();
  http::Response handle(http::Request& request) const;
  std::size_t body_limit(http::Method method, std::string_view path) const;
  const std::vector<Route>& routes() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace wijktafel::web
