// Mail: text and HTML of the same message, through SMTP (STARTTLS) or as .eml files in a folder.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"

namespace wijktafel::mail {

struct Message {
  std::string to_address;
  std::string to_name;
  std::string subject;
  std::string text;
  std::string html;
  std::string message_id;  // local part, made from the event so that a second try is recognised
  std::string reply_to;    // may be empty
  Instant date;
};

bool is_address(
    std::string_view text);  // one addr-spec as RFC 5321 sends it, at most 254 characters, no line ends
// The whole message as RFC 5322 with MIME parts; headers are encoded (RFC 2047), so that nothing typed
// becomes a header.
std::string composed(const Message& message, std::string_view from_address, std::string_view from_name);

// Thread-safe. send() throws Failure when the server does not take the message (without the address in the
// text).
class Mailer {
 public:
  virtual ~Mailer() = default;
  virtual void send(const Message& message) = 0;
};

// "file:DIR", or "smtp://[user:password@]host:port[?from=address&tls=offered]" (smtps:// too). TLS is used
// when it is offered; "required" (also with a password to another machine) refuses without, "never" does not
// ask. Throws Failure on another form.
std::unique_ptr<Mailer> open_mailer(const std::string& address, const std::string& from_address,
                                    const std::string& from_name);

}  // namespace wijktafel::mail
