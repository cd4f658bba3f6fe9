#include "capabilities/goals/web/paths.hpp"

namespace wijktafel::goals {
namespace {

std::string below(const std::string& list, ItemId id, std::string_view action) {
  std::string path = list + "/" + std::to_string(raw(id));
  if (!action.empty()) path += "/" + std::string(action);
  return path;
}

std::string new_path(const std::string& list, std::optional<ItemId> from) {
  return list + "/nieuw" + (from ? "?van=" + std::to_string(raw(*from)) : std::string());
}

}  // namespace

std::string goals_path(const web::AreaRef& area) { return area.path + "/doelen"; }

std::string goal_path(const web::AreaRef& area, ItemId goal, std::string_view action) {
  return below(goals_path(area), goal, action);
}

std::string commitments_path(const web::AreaRef& area) { return area.path + "/afspraken"; }

std::string commitment_path(const web::AreaRef& area, ItemId commitment, std::string_view action) {
  return below(commitments_path(area), commitment, action);
}

std::string new_goal_path(const web::AreaRef& area, std::optional<ItemId> from) {
  return new_path(goals_path(area), from);
}

std::string new_commitment_path(const web::AreaRef& area, std::optional<ItemId> from) {
  return new_path(commitments_path(area), from);
}

}  // namespace wijktafel::goals
