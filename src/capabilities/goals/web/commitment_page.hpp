// The page of one commitment, also as it comes back when a form on it was refused.
#pragma once

#include "capabilities/goals/web/goal_page.hpp"

namespace wijktafel::goals {

http::Response commitment_page(const web::Call& call, ItemId commitment, const CameBack& back = {});

}  // namespace wijktafel::goals
