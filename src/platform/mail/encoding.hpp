// How a mail writes what is not plain ASCII.
#pragma once

#include <string>
#include <string_view>

namespace wijktafel::mail {

// RFC 2045 quoted-printable with CRLF line ends, lines of at most 76 characters. Any line end in the text
// becomes CRLF.
std::string quoted_printable(std::string_view text);
// The value of an unstructured header such as Subject: as it is, or as RFC 2047 encoded words, folded.
// Control characters, line ends among them, become spaces.
std::string header_text(std::string_view text);
// The name before an address: as it is, quoted, or encoded.
std::string display_name(std::string_view name);
// What a Message-ID and a file name may hold: letters, digits, . _ and -; anything else as =XX. Different
// texts stay different.
std::string plain_id(std::string_view text);

}  // namespace wijktafel::mail
