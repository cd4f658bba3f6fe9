// Any bytes as the head of a request and what follows it: what is accepted can be read in one way only, has a
// path without traps, and says how long its body is.
#include <boost/asio/buffer.hpp>
#include <cstddef>
#include <cstdint>

#include "base/fuzz/promise.hpp"
#include "base/text.hpp"
#include "platform/http/request_head.hpp"

namespace {

using namespace wijktafel;

std::size_t count(const http::Request& request, std::string_view name) {
  std::size_t found = 0;
  for (const auto& header : request.headers) found += lower_ascii(header.first) == name ? 1 : 0;
  return found;
}

void read_body(http::Parser& parser, std::string_view bytes) {
  boost::system::error_code error;
  parser.body_limit(std::uint64_t{1000});
  parser.eager(true);
  std::size_t used = 0;
  while (!error && !parser.is_done() && used < bytes.size()) {
    const auto taken = parser.put(boost::asio::buffer(bytes.data() + used, bytes.size() - used), error);
    if (taken == 0) break;
    used += taken;
  }
  promise(parser.get().body().size() <= 1000);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  constexpr std::string_view empty_line = "\r\n\r\n";
  const auto end = std::min(input.find(empty_line), input.size());
  const std::string head_bytes = std::string(input.substr(0, end)) + std::string(empty_line);
  const auto rest = input.substr(std::min(end + empty_line.size(), input.size()));

  http::Parser parser;
  http::Request request;
  http::ServerOptions options;
  options.trust_proxy = true;
  const auto head = http::read_head(parser, head_bytes, options, "192.0.2.1", request);
  if (!head) {
    promise(head.error().status >= 400 && head.error().status < 600);
    return 0;
  }
  promise(request.path.starts_with('/') && is_utf8(request.path));
  promise(request.path.find("/../") == std::string::npos && !request.path.ends_with("/.."));
  for (const char* name : {"host", "content-length", "transfer-encoding", "origin", "sec-fetch-site"})
    promise(count(request, name) <= 1);
  promise(count(request, "transfer-encoding") + count(request, "content-length") <= 1);
  for (const auto& [name, value] : request.headers)
    promise(!name.empty() && value.find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos);
  read_body(parser, rest);
  return 0;
}
