// Which sentence belongs to the status of a request that did not reach a page.
#pragma once

#include <string_view>

namespace wijktafel::web {

std::string_view refusal_word(int status);  // "web.refusal.too_large" for 413

}  // namespace wijktafel::web
