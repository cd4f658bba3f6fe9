// From a request to a response: route, language, session, area, origin check of writes, permission, page
// cache, handler; failures become a page with a reference number. Knows no capability.
//
// What the edge does for every route:
//   language   "?taal=en" or "?taal=nl" is kept in a cookie for a year and taken out of the address (303);
//   else the cookie;
//              else Dutch. Never the browser's wish: one address shows one thing.
//   area       {municipality} must be this one; {area} is a slug. An old slug redirects (308) to the address
//   of now. writes     anything but GET must come from a page of ours, see origin.hpp. forms      the body is
//   decoded into request.form and then dropped; 400 when no browser would send it. headers    security
//   headers, "Cache-Control: no-store" unless the handler says otherwise, compression.
// A route whose pattern does not begin with {municipality} is of the whole host and for programs: it reads no
// cookies, asks no origin, and reads its body itself.
//
// A page for visitors may be kept in memory (Route::cached_by). Its handler is given a request with the
// listed query parameters only and without headers and cookies, so that it cannot show what the key does not
// hold. It may say in its response, and the edge takes out again:
//   x-wijktafel-valid-until  milliseconds since 1970: the moment at which time alone changes the page;
//   midnight if not said x-wijktafel-area         key of the area whose version makes it stale; the area of
//   the call if not said
// Only a 200 without cookie is kept. The special area "*" (db::Transaction::touch("*")) makes all pages of a
// municipality stale: for a change of settings or words that every page shows.
#pragma once

#include <memory>
#include <vector>

#include "platform/http/prepared.hpp"
#include "platform/http/router.hpp"
#include "platform/web/call.hpp"

namespace wijktafel::observe {
class Metrics;
}

namespace wijktafel::web {

inline constexpr std::string_view valid_until_header = "x-wijktafel-valid-until";
inline constexpr std::string_view area_header = "x-wijktafel-area";
inline constexpr std::string_view every_area = "*";

// Pages for what the edge itself must say; drawn by design.
struct EdgePages {
  std::function<http::Response(const Call&)> not_found;
  std::function<http::Response(const Call&)> not_allowed;    // signed in, but may not: 403
  std::function<http::Response(const Call&)> sign_in_first;  // 303 to the sign-in page with the way back
  std::function<http::Response(const Call&)> wrong_origin;   // a form that came from another site: 403
  std::function<http::Response(const Call&, std::string_view reference)> failure;
  // A request that did not get as far as a page: malformed, too large, too slow, too busy. `word_key` is a
  // sentence
  // ("web.refusal.too_large"). Called on an I/O thread, so it reads no data. Absent: the sentence as plain
  // text.
  std::function<http::Response(const Call&, std::string_view word_key, int status)> refused = {};
};

// Thread-safe once it is made.
class Edge {
 public:
  // Our mistake: two routes alike, or a permission that nobody declared.
  Edge(const Service& service, std::vector<Route> routes, EdgePages pages);
  ~Edge();
  http::Response handle(http::Request& request) const;
  // For http::Server: a kept page that a visitor may have at once. Exactly what handle() would have answered.
  std::shared_ptr<const http::Prepared> prepared(const http::Request& request) const;
  // For http::Server: what to say about a request that does not reach handle().
  http::Response refuse(int status, const http::Request& read) const;
  std::size_t body_limit(http::Method method, std::string_view path) const;
  const std::vector<Route>& routes() const;

  // Requests are counted there from now on, by pattern; once, before the first request.
  void count_in(observe::Metrics& metrics);
  struct CacheCounts {
    std::uint64_t hits = 0;
    std::uint64_t misses = 0;
    std::size_t bytes = 0;
  };
  CacheCounts cache_counts() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace wijktafel::web
