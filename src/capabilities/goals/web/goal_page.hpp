// The page of one goal, also as it comes back when a form on it was refused.
#pragma once

#include <vector>

#include "capabilities/goals/goals.hpp"
#include "platform/web/call.hpp"
#include "platform/web/form.hpp"

namespace wijktafel::goals {

// What a form on the page got back; the page shows it with everything that was typed.
struct CameBack {
  int status = 200;
  std::vector<web::FieldFault> faults = {};
  std::string sentence = {};  // a refusal of the whole
};

http::Response goal_page(const web::Call& call, ItemId goal, const CameBack& back = {});

}  // namespace wijktafel::goals
