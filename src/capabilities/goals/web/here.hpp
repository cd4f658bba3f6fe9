// Which goal or commitment a page is about: the number in the address, under its own area.
#pragma once

#include <variant>

#include "capabilities/goals/goals.hpp"
#include "platform/web/call.hpp"

namespace wijktafel::goals {

// The item, or what to answer instead: not found, or the way to the address under its own area.
std::variant<items::Item, http::Response> item_here(const web::Call& call, std::string_view kind);

}  // namespace wijktafel::goals
