// One request with all that is known about it: what a handler is given.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "platform/http/message.hpp"
#include "platform/web/service.hpp"

namespace wijktafel::web {

struct Call {
  const Service& service;
  const http::Request& request;
  identity::Actor actor;
  i18n::Language language = i18n::Language::nl;
  Instant now;
  Date today;
  std::optional<AreaRef>
      area;  // set when the route has {area}, or only {municipality}: then the municipality itself

  std::string text(std::string_view key, const i18n::Arguments& arguments = {}) const {
    return service.words.text(language, key, arguments);
  }
  bool may(std::string_view permission) const;  // for the area of the call
  bool may(std::string_view permission, const std::vector<std::string>& lineage) const;
  std::string_view parameter(std::string_view name) const { return request.parameter(name); }
  // The number in the path, or nothing when it is not a positive number of at most 15 digits.
  std::optional<std::int64_t> number(std::string_view name = "number") const;
};

// A call without a request, for words in a mail or a job: the system asks, in the reader's language.
Call job_call(const Service& service, i18n::Language language, Instant now);

using Handler = std::function<http::Response(const Call&)>;

// Who may use a route. There is no default: every route says it.
struct Access {
  enum class Kind { anyone, signed_in, permitted };
  Kind kind;
  std::string permission;  // for `permitted`, asked for the area of the call
};
inline Access anyone() { return {Access::Kind::anyone, {}}; }
inline Access signed_in() { return {Access::Kind::signed_in, {}}; }
inline Access permitted(std::string permission) { return {Access::Kind::permitted, std::move(permission)}; }

struct Route {
  http::Method method;
  std::string pattern;  // "/{municipality}/{area}/signalen/{number}"
  Access access;
  Handler handler;
  std::size_t body_limit = 1024 * 1024;
  // A page that may be kept in memory for visitors: which query parameters it reads. Absent: never kept.
  std::optional<std::vector<std::string>> cached_by = std::nullopt;
};

}  // namespace wijktafel::web
