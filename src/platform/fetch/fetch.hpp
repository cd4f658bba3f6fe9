// Asks another system something over HTTP or HTTPS (libcurl, sealed in this folder). For jobs that work
// outside: it blocks until there is an answer, the time is over, or the job runner stops. Limits hold on
// time, on what comes back and on redirects; a certificate that does not hold is no answer. Which addresses
// are asked is the caller's business: only ones that an administrator gave.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "platform/http/message.hpp"

namespace wijktafel::fetch {

struct Request {
  std::string url;  // http:// or https://
  http::Pairs headers = {};
  // Posted as application/x-www-form-urlencoded when there are any; else the address is got.
  http::Pairs form = {};
  std::size_t most_bytes = 4 * 1024 * 1024;  // of the answer
  std::chrono::seconds patience{20};         // in all
};

struct Answer {
  int status = 0;
  std::string body;
};

// No answer came. The words are curl's own for the kind of fault: they name no address and no key.
struct Unreached {
  std::string why;
  bool may_have_arrived = false;  // it was sent, and nothing came back in time
};

// A GET follows three redirects at most, never from https to http; a POST follows none. Thread-safe.
Result<Answer, Unreached> fetch(const Request& request);

// An address that may be asked: http or https, a host, no user or password, no fragment, at most 500
// characters.
bool is_address(std::string_view text);

}  // namespace wijktafel::fetch
