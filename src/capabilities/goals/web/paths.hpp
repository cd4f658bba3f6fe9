// The addresses of goals and commitments: Dutch, as people read them.
#pragma once

#include <string>
#include <string_view>

#include "capabilities/goals/goals.hpp"

namespace wijktafel::goals {

std::string goals_path(const web::AreaRef& area);  // "/.../doelen"
std::string goal_path(const web::AreaRef& area, ItemId goal, std::string_view action = {});
std::string commitments_path(const web::AreaRef& area);  // "/.../afspraken"
std::string commitment_path(const web::AreaRef& area, ItemId commitment, std::string_view action = {});
// With the item that the new one comes from, or none.
std::string new_goal_path(const web::AreaRef& area, std::optional<ItemId> from);
std::string new_commitment_path(const web::AreaRef& area, std::optional<ItemId> from);

}  // namespace wijktafel::goals
