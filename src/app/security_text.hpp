// /.well-known/security.txt: where somebody who found a weakness can tell it (RFC 9116).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/time.hpp"
#include "platform/http/message.hpp"

namespace wijktafel::app {

// Thread-safe.
class SecurityText {
 public:
  // `contact`: a mail address, or an address that begins with https://, mailto: or tel:. Empty: there is no
  // such file, because a contact that nobody reads is worse than none. Throws Failure for anything else.
  SecurityText(std::string_view contact, std::string_view base_url);
  static bool is_path(std::string_view path) { return path == "/.well-known/security.txt"; }
  // For GET and HEAD. `now` is the time of the world, also in a demo.
  std::optional<http::Response> answer(std::string_view path, Instant now) const;

 private:
  std::string contact_;
  std::string base_url_;
};

}  // namespace wijktafel::app
