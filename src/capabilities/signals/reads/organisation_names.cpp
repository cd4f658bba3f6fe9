#include "capabilities/signals/reads/organisation_names.hpp"

#include "capabilities/organisations/organisations.hpp"

namespace wijktafel::signals {

std::vector<std::pair<OrganisationId, std::string>> organisation_names(db::Transaction& tx) {
  std::vector<std::pair<OrganisationId, std::string>> names;
  for (auto& organisation : organisations::list_organisations(tx))
    names.emplace_back(organisation.id, std::move(organisation.name));
  return names;
}

}  // namespace wijktafel::signals
