// What came in and what goes out, without a word of how it travels. Handlers see only these.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wijktafel::http {

enum class Method { get, head, post, put, patch, del, options, other };

// Order kept, names compared without case for headers and with case for the rest.
using Pairs = std::vector<std::pair<std::string, std::string>>;
std::optional<std::string_view> find(const Pairs& pairs, std::string_view name);
std::vector<std::string_view> find_all(const Pairs& pairs, std::string_view name);

struct UploadedFile {
  std::string field;
  std::string name;          // as the browser gave it; never used as a path
  std::string content_type;  // as the browser gave it; never trusted
  std::string bytes;
};

// An urlencoded or multipart body, decoded. Fields keep their order; text is valid UTF-8 or the request was
// refused with 400.
struct Form {
  Pairs fields;
  std::vector<UploadedFile> files;
  std::string_view get(std::string_view name) const;  // "" when absent
};

struct Request {
  Method method = Method::get;
  std::string target;           // path and query as sent, without "http://host" in front
  std::string path;             // decoded, no empty or dot segments
  bool ended_in_slash = false;  // as sent; the path is without it, and the edge redirects
  Pairs query;                  // decoded
  Pairs headers;
  Pairs cookies;
  Pairs parameters;  // the {names} of the route
  Form form;
  std::string body;
  std::string peer;  // address of the client, by the proxy's word only when the proxy is trusted
  std::string id;    // reference number, also in the log and on a failure page
  bool is_https = false;

  std::string_view header(std::string_view name) const;
  std::string_view cookie(std::string_view name) const;
  std::string_view parameter(std::string_view name) const;
  std::string_view query_value(std::string_view name) const;
};

struct Response {
  int status = 200;
  Pairs headers;
  std::string body;
  std::shared_ptr<const std::string> shared_body;  // instead of body: cached pages and assets are not copied

  const std::string& content() const { return shared_body ? *shared_body : body; }
  // Both throw Failure on a line end or NUL in the value, or a name that is not a token: no header injection.
  Response& set(std::string_view name, std::string_view value);  // instead of what was there
  Response& add(std::string_view name, std::string_view value);
  std::string_view header(std::string_view name) const;  // "" when absent
  std::string take(std::string_view name);               // removes it; "" when absent
};

Response html_response(std::string markup, int status = 200);
Response text_response(std::string text, int status = 200);
Response json_response(std::string json, int status = 200);
Response file_response(std::string bytes, std::string_view content_type);
// 303 to a path of our own; throws Failure for anything else, so that no form can send people to another
// site.
Response see_other(std::string_view path);
Response moved(std::string_view path);  // 308
// "/..." on this site, with or without query: not "//host", no backslash in the path, no spaces or control
// characters.
bool is_own_path(std::string_view path);

struct CookieOptions {
  bool http_only = true;
  bool secure = false;
  std::string_view same_site = "Lax";
  std::optional<std::int64_t> max_age_seconds;
};
void set_cookie(Response& response, std::string_view name, std::string_view value,
                const CookieOptions& options);
Pairs parse_cookies(std::string_view header);

std::string percent_encoded(std::string_view text);  // for one path segment or query value
// Nothing when a % is not followed by two hexadecimal digits. The result may be any bytes: check is_utf8.
std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_space);
// Lenient, because links get mangled: a pair that is not UTF-8 text without NUL once decoded is left out.
Pairs parse_query(std::string_view query);
std::string_view reason_phrase(int status);
Method method_of(std::string_view name);  // "GET"; names are in capitals (RFC 9110)
std::string_view name_of(Method method);  // "OTHER" for `other`

}  // namespace wijktafel::http
