#include "platform/identity/actor.hpp"

#include <algorithm>

#include "base/result.hpp"

namespace wijktafel::identity {

bool Actor::has_role(std::string_view role, std::span<const std::string> lineage) const {
  if (is_system) return true;
  return std::ranges::any_of(grants, [&](const Grant& grant) {
    return grant.role == role &&
           (grant.area.empty() || std::ranges::find(lineage, grant.area) != lineage.end());
  });
}

bool Actor::is_member_of(OrganisationId organisation) const {
  return std::ranges::any_of(grants, [&](const Grant& grant) { return grant.organisation == organisation; });
}

std::vector<OrganisationId> Actor::organisations() const {
  std::vector<OrganisationId> ids;
  for (const auto& grant : grants)
    if (grant.organisation && std::ranges::find(ids, *grant.organisation) == ids.end())
      ids.push_back(*grant.organisation);
  return ids;
}

Actor visitor() { return {}; }

Actor system_actor() {
  Actor actor;
  actor.is_system = true;
  return actor;
}

void Permissions::grant(std::string permission, std::set<std::string> roles) {
  roles_[std::move(permission)].merge(roles);
}

bool Permissions::is_known(std::string_view permission) const { return roles_.contains(permission); }

bool Permissions::allows(const Actor& actor, std::string_view permission,
                         std::span<const std::string> lineage) const {
  if (actor.is_system) return true;
  const auto found = roles_.find(permission);
  WIJKTAFEL_ASSERT(found != roles_.end(), "a permission is declared in a manifest before it is asked");
  return std::ranges::any_of(found->second,
                             [&](const std::string& role) { return actor.has_role(role, lineage); });
}

}  // namespace wijktafel::identity
