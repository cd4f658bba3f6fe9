#include "platform/web/language.hpp"

#include "base/text.hpp"

namespace wijktafel::web {
namespace {

constexpr std::string_view name = "taal";
constexpr std::int64_t one_year = 365 * 24 * 60 * 60;

std::optional<i18n::Language> language_with(std::string_view code) {
  for (const auto language : i18n::languages)
    if (i18n::code(language) == code) return language;
  return std::nullopt;
}

}  // namespace

i18n::Language language_of(const http::Request& request) {
  return language_with(request.cookie(name)).value_or(i18n::Language::nl);
}

std::optional<http::Response> language_choice(const http::Request& request, bool is_https) {
  if (request.method != http::Method::get && request.method != http::Method::head) return std::nullopt;
  const auto chosen = language_with(request.query_value(name));
  if (!chosen) return std::nullopt;
  auto rest = request.query;
  std::erase_if(rest, [](const auto& pair) { return pair.first == name; });
  auto response = http::see_other(address(request.path, rest));
  http::set_cookie(response, name, i18n::code(*chosen), {.secure = is_https, .max_age_seconds = one_year});
  return response;
}

std::string address(std::string_view path, const http::Pairs& query) {
  std::string result;
  for (const auto segment : split(path.substr(1), '/')) result += "/" + http::percent_encoded(segment);
  char mark = '?';
  for (const auto& [key, value] : query) {
    result += mark + http::percent_encoded(key) + "=" + http::percent_encoded(value);
    mark = '&';
  }
  return result;
}

}  // namespace wijktafel::web
