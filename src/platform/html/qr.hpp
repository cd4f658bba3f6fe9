// A text as a QR code (libqrencode), drawn as SVG with attributes only: the pages allow no style of their
// own. Thread-safe.
#pragma once

#include <string>
#include <string_view>

#include "platform/html/safe_html.hpp"

namespace wijktafel::html {

// `title` is said by who hears the page. No html for a text that does not fit in a code (more than about
// 2,300 characters). Black on white with the quiet edge that the standard asks for, six points for each
// module.
SafeHtml qr_picture(std::string_view text, std::string_view title);

}  // namespace wijktafel::html
