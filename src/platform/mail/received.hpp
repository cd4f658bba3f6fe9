// A mail that came in (GMime and libxml2, sealed in this folder): who, to which addresses, the text and what
// hangs on it. Bytes from anybody: limits hold on size, parts and depth, and every text that leaves here is
// UTF-8 without control characters.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wijktafel::mail {

inline constexpr std::size_t received_bytes_most = 30 * 1024 * 1024;
inline constexpr int received_parts_most = 200;
inline constexpr int received_depth_most = 12;
inline constexpr std::size_t attachments_most = 20;
inline constexpr std::size_t received_text_most = 100'000;  // code points

struct Attachment {
  std::string name = {};  // as the sender gave it; never a path
  std::string type = {};  // "image/jpeg", as the sender says
  std::string bytes = {};
};

struct Received {
  std::string message_id = {};  // "" when it has none
  std::string from_address = {};
  std::string from_name = {};
  std::vector<std::string> to = {};  // every address it was sent or delivered to, in lower case
  std::string subject = {};
  std::string text = {};
  std::vector<Attachment> attachments = {};
  // Sent by a program: a holiday answer, a list, a message about a mail that did not arrive (RFC 3834).
  bool is_automatic = false;
  bool is_spam = false;  // by the headers of the town's own mail server
  int hops = 0;          // servers that it went through
};

// Nothing for what is no mail within the limits.
std::optional<Received> read_received(std::string_view bytes);

// What HTML says to who reads it, as text; nothing is fetched or run.
std::string text_of_html(std::string_view html);

}  // namespace wijktafel::mail
