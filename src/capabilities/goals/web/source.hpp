// What a new goal or commitment comes from: the item named by "?van=" in the address of its form.
#pragma once

#include <optional>

#include "capabilities/goals/goals.hpp"
#include "capabilities/goals/web/views.hpp"
#include "platform/web/call.hpp"

namespace wijktafel::goals {

struct Source {
  std::optional<items::Item> item;
  bool is_missing = false;  // one is named that is not there, or not for this person
};
Source source_of(const web::Call& call);
std::optional<SourceLink> link_to(const web::Call& call, const std::optional<items::Item>& item);

}  // namespace wijktafel::goals
