#include "platform/http/message.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "base/result.hpp"
#include "base/text.hpp"

namespace wijktafel::http {
namespace {

bool same_header(std::string_view left, std::string_view right) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::ranges::equal(left, right, {}, lower, lower);
}

// A token of RFC 9110 section 5.6.2.
bool is_token(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
  });
}

// What may stand in a cookie's value (RFC 6265 section 4.1.1).
bool is_cookie_value(std::string_view text) {
  return std::ranges::all_of(
      text, [](char c) { return c > 0x20 && c < 0x7F && c != '"' && c != ',' && c != ';' && c != '\\'; });
}

void check_header(std::string_view name, std::string_view value) {
  if (!is_token(name)) throw Failure("A response header has a name that is not a token.");
  const auto breaks = [](char c) { return c == '\r' || c == '\n' || c == '\0'; };
  if (std::ranges::any_of(value, breaks))
    throw Failure(fmt::format("The response header {} would contain a line end.", name));
}

Response typed(std::string content, std::string_view type, int status) {
  Response response;
  response.status = status;
  response.body = std::move(content);
  response.set("Content-Type", type);
  return response;
}

Response redirect(std::string_view path, int status) {
  if (!is_own_path(path)) throw Failure("A redirect may only lead to a path of this site.");
  Response response;
  response.status = status;
  response.set("Location", path);
  return response;
}

struct Phrase {
  int status;
  std::string_view text;
};
constexpr Phrase phrases[] = {
    {100, "Continue"},
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {301, "Moved Permanently"},
    {302, "Found"},
    {303, "See Other"},
    {304, "Not Modified"},
    {307, "Temporary Redirect"},
    {308, "Permanent Redirect"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {410, "Gone"},
    {411, "Length Required"},
    {412, "Precondition Failed"},
    {413, "Content Too Large"},
    {415, "Unsupported Media Type"},
    {417, "Expectation Failed"},
    {422, "Unprocessable Content"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {502, "Bad Gateway"},
    {503, "Service Unavailable"},
    {504, "Gateway Timeout"},
    {505, "HTTP Version Not Supported"},
};

struct MethodName {
  Method method;
  std::string_view name;
};
constexpr MethodName method_names[] = {
    {Method::get, "GET"},     {Method::head, "HEAD"},  {Method::post, "POST"},       {Method::put, "PUT"},
    {Method::patch, "PATCH"}, {Method::del, "DELETE"}, {Method::options, "OPTIONS"},
};

}  // namespace

std::optional<std::string_view> find(const Pairs& pairs, std::string_view name) {
  for (const auto& [key, value] : pairs)
    if (key == name) return value;
  return std::nullopt;
}

std::vector<std::string_view> find_all(const Pairs& pairs, std::string_view name) {
  std::vector<std::string_view> values;
  for (const auto& [key, value] : pairs)
    if (key == name) values.push_back(value);
  return values;
}

std::string_view Form::get(std::string_view name) const { return find(fields, name).value_or(""); }

std::string_view Request::header(std::string_view name) const {
  for (const auto& [key, value] : headers)
    if (same_header(key, name)) return value;
  return {};
}
std::string_view Request::cookie(std::string_view name) const { return find(cookies, name).value_or(""); }
std::string_view Request::parameter(std::string_view name) const {
  return find(parameters, name).value_or("");
}
std::string_view Request::query_value(std::string_view name) const { return find(query, name).value_or(""); }

Response& Response::set(std::string_view name, std::string_view value) {
  check_header(name, value);
  std::erase_if(headers, [&](const auto& header) { return same_header(header.first, name); });
  headers.emplace_back(name, value);
  return *this;
}

Response& Response::add(std::string_view name, std::string_view value) {
  check_header(name, value);
  headers.emplace_back(name, value);
  return *this;
}

std::string_view Response::header(std::string_view name) const {
  for (const auto& [key, value] : headers)
    if (same_header(key, name)) return value;
  return {};
}

std::string Response::take(std::string_view name) {
  std::string value(header(name));
  std::erase_if(headers, [&](const auto& header) { return same_header(header.first, name); });
  return value;
}

Response html_response(std::string markup, int status) {
  return typed(std::move(markup), "text/html; charset=utf-8", status);
}
Response text_response(std::string text, int status) {
  return typed(std::move(text), "text/plain; charset=utf-8", status);
}
Response json_response(std::string json, int status) {
  return typed(std::move(json), "application/json", status);
}
Response file_response(std::string bytes, std::string_view content_type) {
  return typed(std::move(bytes), content_type, 200);
}

Response see_other(std::string_view path) { return redirect(path, 303); }
Response moved(std::string_view path) { return redirect(path, 308); }

bool is_own_path(std::string_view path) {
  if (!path.starts_with('/') || path.starts_with("//")) return false;
  if (path.substr(0, path.find_first_of("?#")).find('\\') != std::string_view::npos) return false;
  return std::ranges::none_of(path,
                              [](char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F; });
}

void set_cookie(Response& response, std::string_view name, std::string_view value,
                const CookieOptions& options) {
  if (!is_token(name) || !is_cookie_value(value))
    throw Failure(fmt::format("The cookie {} has a name or value that cannot be sent.", name));
  std::string text = fmt::format("{}={}; Path=/; SameSite={}", name, value, options.same_site);
  if (options.max_age_seconds) text += fmt::format("; Max-Age={}", *options.max_age_seconds);
  if (options.http_only) text += "; HttpOnly";
  if (options.secure) text += "; Secure";
  response.add("Set-Cookie", text);
}

Pairs parse_cookies(std::string_view header) {
  Pairs cookies;
  for (const auto part : split(header, ';')) {
    const auto pair = trimmed(part);
    const auto equals = pair.find('=');
    if (equals == std::string_view::npos || equals == 0) continue;
    cookies.emplace_back(trimmed(pair.substr(0, equals)), trimmed(pair.substr(equals + 1)));
  }
  return cookies;
}

std::string_view reason_phrase(int status) {
  const auto* at = std::ranges::find(phrases, status, &Phrase::status);
  return at == std::end(phrases) ? std::string_view{} : at->text;
}

Method method_of(std::string_view name) {
  const auto* at = std::ranges::find(method_names, name, &MethodName::name);
  return at == std::end(method_names) ? Method::other : at->method;
}

std::string_view name_of(Method method) {
  const auto* at = std::ranges::find(method_names, method, &MethodName::method);
  return at == std::end(method_names) ? std::string_view("OTHER") : at->name;
}

}  // namespace wijktafel::http
