#include "platform/http/request_head.hpp"

#include <algorithm>
#include <boost/asio/ip/address.hpp>
#include <charconv>

#include "base/text.hpp"
#include "platform/http/head_shape.hpp"
#include "platform/http/target.hpp"

namespace wijktafel::http {
namespace {

namespace beast = boost::beast;

// Headers that two readers must never understand differently.
constexpr std::string_view once_only[] = {"Host",   "Content-Length", "Transfer-Encoding", "Content-Type",
                                          "Expect", "Origin",         "Sec-Fetch-Site"};

std::size_t count(const Request& request, std::string_view name) {
  const auto wanted = lower_ascii(name);
  return static_cast<std::size_t>(std::ranges::count_if(
      request.headers, [&](const auto& header) { return lower_ascii(header.first) == wanted; }));
}

bool is_host(std::string_view host) {
  return !host.empty() && std::ranges::all_of(host, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view(".-_:[]").find(c) != std::string_view::npos;
  });
}

// A header line that begins with white space continues the one before it (obs-fold); proxies differ about it.
bool is_folded(std::string_view bytes) {
  return bytes.find("\r\n ") != std::string_view::npos || bytes.find("\r\n\t") != std::string_view::npos;
}

std::optional<std::uint64_t> whole_number(std::string_view text) {
  std::uint64_t value = 0;
  const auto* end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, value);
  if (text.empty() || error != std::errc{} || at != end) return std::nullopt;
  return value;
}

// A header may come several times, and a list may too: the proxy in front adds at the end, what stands before
// it is what anybody may have said.
std::string last_of_list(const Request& request, std::string_view lower_name) {
  std::string_view last;
  for (const auto& [name, value] : request.headers)
    if (lower_ascii(name) == lower_name) last = split(value, ',').back();
  return std::string(trimmed(last));
}

void believe_proxy(Request& request) {
  request.is_https = lower_ascii(last_of_list(request, "x-forwarded-proto")) == "https";
  boost::system::error_code error;
  const auto address = boost::asio::ip::make_address(last_of_list(request, "x-forwarded-for"), error);
  if (!error) request.peer = address.to_string();
}

// What is said about the body, or the status that refuses it (RFC 9112 section 6.3, stricter).
Result<Head, RefusedHead> read_framing(const Request& request, bool is_http_1_1) {
  Head head;
  const bool has_encoding = count(request, "Transfer-Encoding") > 0;
  const bool has_length = count(request, "Content-Length") > 0;
  if (has_encoding && (has_length || !is_http_1_1)) return std::unexpected(RefusedHead{400});
  if (has_encoding) {
    if (lower_ascii(request.header("Transfer-Encoding")) != "chunked")
      return std::unexpected(RefusedHead{501});
    head.is_chunked = true;
  }
  if (has_length) {
    const auto length = whole_number(request.header("Content-Length"));
    if (!length) return std::unexpected(RefusedHead{400});
    head.content_length = *length;
  }
  if (const auto expect = request.header("Expect"); !expect.empty() && is_http_1_1) {
    if (lower_ascii(expect) != "100-continue") return std::unexpected(RefusedHead{417});
    head.expects_continue = head.is_chunked || head.content_length > 0;
  }
  return head;
}

}  // namespace

Result<Head, RefusedHead> read_head(Parser& parser, std::string_view bytes, const ServerOptions& options,
                                    const std::string& peer, Request& request) {
  request.peer = peer;
  if (is_folded(bytes)) return std::unexpected(RefusedHead{400});
  parser.header_limit(static_cast<std::uint32_t>(bytes.size() + 1));
  parser.body_limit(boost::none);
  parser.eager(false);
  boost::system::error_code error;
  std::size_t used = 0;
  while (!error && !parser.is_header_done() && used < bytes.size())
    used += parser.put(boost::asio::buffer(bytes.data() + used, bytes.size() - used), error);
  if (error || !parser.is_header_done() || used != bytes.size())
    return std::unexpected(RefusedHead{fault_of_shape(bytes).value_or(400)});

  const auto& message = parser.get();
  request.method = method_of(message.method_string());
  request.target = message.target();
  for (const auto& field : message) request.headers.emplace_back(field.name_string(), trimmed(field.value()));
  for (const auto& [name, value] : request.headers)
    if (lower_ascii(name) == "cookie")
      for (auto& cookie : parse_cookies(value)) request.cookies.push_back(std::move(cookie));
  if (options.trust_proxy) believe_proxy(request);

  const bool is_http_1_1 = message.version() == 11;
  if (std::ranges::any_of(once_only, [&](auto name) { return count(request, name) > 1; }))
    return std::unexpected(RefusedHead{400});
  if (is_http_1_1 ? !is_host(request.header("Host"))
                  : count(request, "Host") > 0 && !is_host(request.header("Host")))
    return std::unexpected(RefusedHead{400});
  // Which methods there are is asked before what they would do where (RFC 9110 section 9.1).
  if (request.method == Method::other) return std::unexpected(RefusedHead{501});
  auto target = parse_target(request.target);
  if (!target) return std::unexpected(RefusedHead{400});
  request.path = std::move(target->path);
  request.ended_in_slash = target->ended_in_slash;
  request.query = parse_query(target->query);
  request.target = std::string(target->as_sent);  // from here on the views into it are gone

  auto head = read_framing(request, is_http_1_1);
  if (head) head->keep_alive = message.keep_alive();
  return head;
}

}  // namespace wijktafel::http
