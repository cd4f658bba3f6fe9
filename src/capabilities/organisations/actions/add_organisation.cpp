#include "capabilities/organisations/actions/add_organisation.hpp"

#include "capabilities/organisations/model.hpp"
#include "capabilities/organisations/store.hpp"

namespace wijktafel::organisations {

Result<OrganisationId, AddOrganisationRefusal> add_organisation(db::Transaction& tx,
                                                                const AddOrganisation& form) {
  std::vector<std::string> taken;
  for (auto& other : store::all_by_name(tx)) {
    if (is_same_name(other.name, form.name)) return std::unexpected(NameTaken{std::move(other)});
    taken.push_back(std::move(other.key));
  }
  return store::insert(tx, form.kind, form.name, free_key(form.name, taken));
}

}  // namespace wijktafel::organisations
