// What became of a request that was answered with a token.
#pragma once

#include <optional>
#include <string>

#include "capabilities/open311/document.hpp"
#include "platform/web/call.hpp"

namespace wijktafel::open311 {

// Without a number as long as not everyone may see the request; nothing for an unknown token.
std::optional<std::string> answer_for_token(const web::Call& call, db::Transaction& tx,
                                            std::string_view token, Format format);

}  // namespace wijktafel::open311
