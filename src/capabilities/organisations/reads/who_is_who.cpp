#include "capabilities/organisations/reads/who_is_who.hpp"

#include "capabilities/organisations/model.hpp"
#include "capabilities/organisations/store.hpp"

namespace wijktafel::organisations {

std::vector<KindGroup> who_is_who(db::Transaction& tx) {
  const auto everybody = store::all_by_name(tx);
  std::vector<KindGroup> groups;
  for (const auto kind : kinds) {
    KindGroup group{.kind = std::string(kind), .organisations = {}};
    for (const auto& organisation : everybody)
      if (organisation.kind == kind) group.organisations.push_back(organisation);
    if (!group.organisations.empty()) groups.push_back(std::move(group));
  }
  return groups;
}

}  // namespace wijktafel::organisations
