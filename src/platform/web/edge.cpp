#include "platform/web/edge.hpp"

#include <fmt/format.h>

#include "base/result.hpp"
#include "base/text.hpp"
#include "platform/db/unavailable.hpp"
#include "platform/http/form_body.hpp"
#include "platform/observe/access_log.hpp"
#include "platform/observe/metrics.hpp"
#include "platform/web/assets.hpp"
#include "platform/web/conditions.hpp"
#include "platform/web/language.hpp"
#include "platform/web/origin.hpp"
#include "platform/web/page_cache.hpp"
#include "platform/web/ready_answer.hpp"
#include "platform/web/refusals.hpp"
#include "platform/web/sending.hpp"
#include "platform/web/visitor_page.hpp"

namespace wijktafel::web {
namespace {

constexpr std::size_t body_limit_without_route = 64 * 1024;
constexpr std::size_t longest_session_token = 200;
constexpr std::size_t longest_key = 512;  // a page with a longer address is not kept: it is somebody playing

// A route of the whole host ("/open311/v2/...") is for programs: it reads no cookies, so that no page
// elsewhere can act in somebody's name through it and no origin needs to be asked, and it reads its body
// itself, so that its answer to a bad one is in the form that programs expect.
bool is_of_host(const Route& route) { return !route.pattern.starts_with("/{municipality}"); }

bool is_json(std::string_view content_type) {
  return lower_ascii(trimmed(content_type.substr(0, content_type.find(';')))) == "application/json";
}

// What became of one request, for its way out and for the log.
struct Outcome {
  http::Response response;
  const Route* route = nullptr;
  std::size_t counted_as = 0;  // number of the route in the metrics
  bool is_ready = false;       // cache rules and compression are settled
};

// Under which a page is kept: what visitor_request() left of the address, in a language.
std::string page_key(i18n::Language language, std::string_view target) {
  std::string key(i18n::code(language));
  key += ' ';
  key += target;
  return key;
}

}  // namespace

struct Edge::Impl {
  Impl(const Service& the_service, std::vector<Route> the_routes, EdgePages the_pages)
      : service(the_service),
        routes(std::move(the_routes)),
        pages(std::move(the_pages)),
        cache([this](std::string_view area) {
          return service.database.version(area) + service.database.version(every_area);
        }) {
    for (std::size_t i = 0; i < routes.size(); ++i) {
      const auto& route = routes[i];
      WIJKTAFEL_ASSERT(route.access.kind != Access::Kind::permitted ||
                           service.permissions.is_known(route.access.permission),
                       "the permission of a route is declared in a manifest");
      WIJKTAFEL_ASSERT(!route.cached_by ||
                           (route.method == http::Method::get && route.access.kind == Access::Kind::anyone),
                       "only a page that anyone may read is kept");
      router.add(route.method, route.pattern, i);
    }
  }

  Call call_for(const http::Request& request) const {
    const auto now = service.clock.now();
    return {service, request, identity::visitor(), language_of(request), now, local_date(now), std::nullopt};
  }

  // One request over https to a site that has none says more in its answer: that is not kept ready.
  bool is_as_usual(const http::Request& request) const { return service.is_https() || !request.is_https; }

  Outcome answer(http::Request& request) const;
  http::Response answer_route(http::Request& request, const Route& route, Call& call, bool& is_ready) const;
  std::optional<http::Response> without_route(const http::Request& request, const Call& call) const;
  std::optional<http::Response> find_area(const Route& route, Call& call) const;
  std::optional<http::Response> read_form(http::Request& request, const Call& call) const;
  std::optional<http::Response> may_not(const Route& route, const Call& call) const;
  std::optional<http::Response> kept(const Route& route, const Call& call) const;
  http::Response refused(const Call& call, int status) const;
  http::Response refused_with(const Call& call, std::string_view word, int status) const;
  const Route* route_of(const http::Request& request, Outcome& outcome) const;
  http::Response unavailable(const http::Request& request, const Route* route, std::string_view what) const;
  http::Response failed(const http::Request& request, const Route* route, std::string_view what) const;
  void send(Outcome& outcome, const http::Request& request) const;
  std::string_view pattern_of(const Outcome& outcome, const http::Request& request) const;
  void note(const Outcome& outcome, const http::Request& request, std::chrono::microseconds took) const;

  // Labels of requests that have no route, after those of the routes.
  enum class Unrouted : std::size_t { asset, other, refused };
  std::size_t number_of(Unrouted kind) const { return routes.size() + static_cast<std::size_t>(kind); }

  const Service& service;
  std::vector<Route> routes;
  EdgePages pages;
  http::Router router;
  mutable PageCache cache;
  observe::Metrics* metrics = nullptr;
  std::vector<observe::Metrics::RouteNumber> counted;  // by number of the route, then by Unrouted
};

Outcome Edge::Impl::answer(http::Request& request) const {
  Outcome outcome;
  outcome.counted_as = number_of(Unrouted::other);
  if (request.path.starts_with(assets_path)) {
    outcome.response = Assets::built_in().answer(request);
    outcome.counted_as = number_of(Unrouted::asset);
    outcome.is_ready = true;
    return outcome;
  }
  Call call = call_for(request);
  if (auto chosen = language_choice(request, service.is_https())) {
    outcome.response = std::move(*chosen);
    return outcome;
  }
  auto match = request.ended_in_slash ? std::nullopt : router.find(request.method, request.path);
  if (!match) {
    outcome.response = without_route(request, call).value_or(http::Response{});
    return outcome;
  }
  outcome.route = &routes[match->route];
  outcome.counted_as = match->route;
  request.parameters = std::move(match->parameters);
  outcome.response = answer_route(request, *outcome.route, call, outcome.is_ready);
  return outcome;
}

std::optional<http::Response> Edge::Impl::without_route(const http::Request& request,
                                                        const Call& call) const {
  if (request.ended_in_slash) {
    if (request.method == http::Method::get || request.method == http::Method::head)
      return http::moved(address(request.path, request.query));
    return pages.not_found(call);
  }
  const auto methods = router.methods(request.path);
  if (methods.empty()) return pages.not_found(call);
  std::string allowed = "OPTIONS";
  for (const auto method : methods) {
    allowed += fmt::format(", {}", http::name_of(method));
    if (method == http::Method::get) allowed += ", HEAD";
  }
  http::Response response;
  response.status = 204;
  if (request.method != http::Method::options) response = refused(call, 405);
  response.set("Allow", allowed);
  return response;
}

http::Response Edge::Impl::answer_route(http::Request& request, const Route& route, Call& call,
                                        bool& is_ready) const {
  if (is_of_host(route)) {
    request.cookies.clear();
    call.language = i18n::Language::nl;  // which a cookie may have said otherwise
    if (auto page = route.cached_by ? kept(route, call) : std::nullopt) {
      is_ready = true;
      return std::move(*page);
    }
    return route.handler(call);
  }
  const auto token = request.cookie(service.session_cookie());
  const bool has_session = !token.empty();
  if (changes_something(request.method) && !comes_from_here(request, service.base_url, has_session))
    return pages.wrong_origin(call);
  if (has_session && token.size() <= longest_session_token) call.actor = service.find_actor(token);
  if (auto elsewhere = find_area(route, call)) return std::move(*elsewhere);
  // The form of somebody whose session ended while writing is read too, so that the answer can give it back.
  if (route.access.kind != Access::Kind::anyone && !call.actor.is_signed_in())
    if (auto refusal = read_form(request, call)) return std::move(*refusal);
  if (auto refusal = may_not(route, call)) return std::move(*refusal);
  if (auto refusal = read_form(request, call)) return std::move(*refusal);
  if (route.cached_by && !call.actor.is_signed_in()) {
    if (auto page = kept(route, call)) {
      is_ready = true;
      return std::move(*page);
    }
  }
  return route.handler(call);
}

// Sets the area of the call; or gives the page that says it is not here, or the way to where it is now.
std::optional<http::Response> Edge::Impl::find_area(const Route& route, Call& call) const {
  const auto& parameters = call.request.parameters;
  const auto municipality = http::find(parameters, "municipality");
  if (!municipality) return std::nullopt;
  if ("/" + std::string(*municipality) != service.municipality_path) return pages.not_found(call);
  const auto slug = http::find(parameters, "area");
  call.area = service.find_area_by_slug(slug.value_or(""));
  if (!call.area) return pages.not_found(call);
  const std::string asked = fmt::format("{}/{}", service.municipality_path, slug.value_or(""));
  const bool is_old_name =
      slug && call.area->path != asked && route.pattern.starts_with("/{municipality}/{area}");
  if (!is_old_name || call.request.method != http::Method::get) return std::nullopt;
  return http::moved(address(call.area->path + call.request.path.substr(asked.size()), call.request.query));
}

std::optional<http::Response> Edge::Impl::may_not(const Route& route, const Call& call) const {
  if (route.access.kind == Access::Kind::anyone) return std::nullopt;
  if (route.access.kind == Access::Kind::permitted && call.may(route.access.permission)) return std::nullopt;
  if (!call.actor.is_signed_in()) return pages.sign_in_first(call);
  if (route.access.kind == Access::Kind::signed_in) return std::nullopt;
  return pages.not_allowed(call);
}

std::optional<http::Response> Edge::Impl::read_form(http::Request& request, const Call& call) const {
  const auto type = request.header("Content-Type");
  if (request.body.empty() || !changes_something(request.method)) return std::nullopt;
  if (is_json(type)) return std::nullopt;  // a handler may read it
  if (!http::is_form(type)) return refused(call, 415);
  auto form = http::decode_form(type, request.body);
  if (!form) return refused(call, form.error() == http::FormFault::too_many ? 413 : 400);
  request.form = std::move(*form);
  request.body = std::string();
  return std::nullopt;
}

// The page out of memory, rendered if need be; nothing when it is of the kind that is not kept.
std::optional<http::Response> Edge::Impl::kept(const Route& route, const Call& call) const {
  const http::Request plain = visitor_request(call.request, *route.cached_by);
  const auto key = page_key(call.language, plain.target);
  if (key.size() > longest_key) return std::nullopt;

  const Call plain_call{service, plain, identity::visitor(), call.language, call.now, call.today, call.area};
  const auto render = [&] {
    auto rendered = rendered_page(route.handler(plain_call), call.today);
    rendered.origin = {static_cast<std::size_t>(&route - routes.data()),
                       observe::shown_path(plain.path, route.pattern)};
    return rendered;
  };
  const auto answer = cache.find_or_render(key, call.area ? call.area->key : "", call.now, render);
  if (answer.page) {
    auto response = response_with(*answer.page, call.request);
    if (is_as_usual(call.request))
      keep_ready_answer(*answer.page, call.request, response, service.is_https());
    return response;
  }
  auto response = answer.response;
  prepare_once(response, call.request);
  return response;
}

http::Response Edge::Impl::refused(const Call& call, int status) const {
  return refused_with(call, refusal_word(status), status);
}

http::Response Edge::Impl::refused_with(const Call& call, std::string_view word, int status) const {
  auto response =
      pages.refused ? pages.refused(call, word, status) : http::text_response(call.text(word) + "\n", status);
  response.status = status;
  if (status == 503) response.set("Retry-After", "30");
  return response;
}

// The database cannot be asked now; trying again later helps. What was typed is still in the browser, one
// step back: a page that showed it here would need the data that cannot be read.
http::Response Edge::Impl::unavailable(const http::Request& request, const Route* route,
                                       std::string_view what) const {
  observe::log_failure(request, route ? std::string_view(route->pattern) : std::string_view{}, what);
  return refused_with(call_for(request),
                      changes_something(request.method) ? "web.refusal.away_for_sending" : "web.refusal.away",
                      503);
}

http::Response Edge::Impl::failed(const http::Request& request, const Route* route,
                                  std::string_view what) const {
  const std::string_view pattern = route ? std::string_view(route->pattern) : std::string_view{};
  observe::log_failure(request, pattern, what);
  const Call call = call_for(request);
  try {
    return pages.failure(call, request.id);
  } catch (const std::exception& failure) {
    observe::log_failure(request, pattern, failure.what());
  }
  return http::text_response(fmt::format("{}\n{}\n", call.text("web.refusal.failure"),
                                         call.text("web.refusal.reference", {{"reference", request.id}})),
                             500);
}

void Edge::Impl::send(Outcome& outcome, const http::Request& request) const {
  outcome.response.take(valid_until_header);
  outcome.response.take(area_header);
  if (!outcome.is_ready) {
    meet_conditions(outcome.response, request);
    prepare_once(outcome.response, request);
  }
  add_security_headers(outcome.response, service.is_https() || request.is_https);
}

// Also of a request that was answered before its route was asked (a choice of language, a slash at the end,
// another method): the log must know which part of the path is a secret.
std::string_view Edge::Impl::pattern_of(const Outcome& outcome, const http::Request& request) const {
  if (outcome.route) return outcome.route->pattern;
  for (const auto method : router.methods(request.path))
    if (const auto match = router.find(method, request.path)) return routes[match->route].pattern;
  return {};
}

void Edge::Impl::note(const Outcome& outcome, const http::Request& request,
                      std::chrono::microseconds took) const {
  observe::log_access(request, pattern_of(outcome, request), outcome.response, took);
  if (metrics) metrics->count(counted[outcome.counted_as], outcome.response.status, took);
}

// Which route it was is known again from the path; looking costs nothing next to a failure.
const Route* Edge::Impl::route_of(const http::Request& request, Outcome& outcome) const {
  const auto match = router.find(request.method, request.path);
  if (match) outcome.counted_as = match->route;
  outcome.route = match ? &routes[match->route] : nullptr;
  return outcome.route;
}

Edge::Edge(const Service& service, std::vector<Route> routes, EdgePages pages)
    : impl_(std::make_unique<Impl>(service, std::move(routes), std::move(pages))) {}
Edge::~Edge() = default;

http::Response Edge::handle(http::Request& request) const {
  const auto begun = std::chrono::steady_clock::now();
  Outcome outcome;
  outcome.counted_as = impl_->number_of(Impl::Unrouted::other);
  try {
    outcome = impl_->answer(request);
  } catch (const db::Unavailable& failure) {
    const auto* route = impl_->route_of(request, outcome);
    outcome.response = impl_->unavailable(request, route, failure.what());
  } catch (const std::exception& failure) {
    const auto* route = impl_->route_of(request, outcome);
    outcome.response = impl_->failed(request, route, failure.what());
  }
  impl_->send(outcome, request);
  const auto took = std::chrono::steady_clock::now() - begun;
  impl_->note(outcome, request, std::chrono::duration_cast<std::chrono::microseconds>(took));
  return std::move(outcome.response);
}

// A page is kept under the address in its plainest form, so a request that has exactly that target asks for
// it; a choice of language ("?taal=en") was answered before and stands under no key.
// A new name or end of an area makes its pages stale, so here nobody needs to look for the area.
std::shared_ptr<const http::Prepared> Edge::prepared(const http::Request& request) const {
  const auto begun = std::chrono::steady_clock::now();
  const bool is_plain = !request.ended_in_slash && impl_->is_as_usual(request) &&
                        request.target.size() < longest_key &&
                        request.cookie(impl_->service.session_cookie()).empty();
  if (!is_plain) return nullptr;
  const auto page =
      impl_->cache.find_ready(page_key(language_of(request), request.target), impl_->service.clock.now());
  if (!page) return nullptr;
  auto ready = ready_answer(*page, request);
  if (!ready) return nullptr;
  impl_->cache.count_hit();
  const auto took =
      std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begun);
  observe::log_access(request, page->origin().shown_path, ready->status,
                      ready->body ? ready->body->size() : 0, took);
  if (impl_->metrics) impl_->metrics->count(impl_->counted[page->origin().route], ready->status, took);
  return ready;
}

http::Response Edge::refuse(int status, const http::Request& read) const {
  Outcome outcome;
  outcome.response = impl_->refused(impl_->call_for(read), status);
  outcome.counted_as = impl_->number_of(Impl::Unrouted::refused);
  impl_->send(outcome, read);
  impl_->note(outcome, read, std::chrono::microseconds(0));
  return std::move(outcome.response);
}

std::size_t Edge::body_limit(http::Method method, std::string_view path) const {
  const auto match = impl_->router.find(method, path);
  return match ? impl_->routes[match->route].body_limit : body_limit_without_route;
}

const std::vector<Route>& Edge::routes() const { return impl_->routes; }

void Edge::count_in(observe::Metrics& metrics) {
  impl_->metrics = &metrics;
  impl_->counted.clear();
  for (const auto& route : impl_->routes)
    impl_->counted.push_back(metrics.route(http::name_of(route.method), route.pattern));
  for (const auto* label : {"(asset)", "(no route)", "(refused)"})
    impl_->counted.push_back(metrics.route("", label));
}

Edge::CacheCounts Edge::cache_counts() const {
  const auto counts = impl_->cache.counts();
  return {counts.hits, counts.misses, counts.bytes};
}

}  // namespace wijktafel::web
