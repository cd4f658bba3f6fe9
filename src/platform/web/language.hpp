// In which language a page is shown: a choice that the visitor made, never the browser's wish.
#pragma once

#include <optional>

#include "platform/http/message.hpp"
#include "platform/i18n/words.hpp"

namespace wijktafel::web {

i18n::Language language_of(const http::Request& request);  // by the cookie "taal"; else Dutch
// For a GET with ?taal=nl or ?taal=en: keeps the choice for a year and leads to the same address without it.
std::optional<http::Response> language_choice(const http::Request& request, bool is_https);

// The address of a request anew: path and these pairs, encoded.
std::string address(std::string_view path, const http::Pairs& query);

}  // namespace wijktafel::web
