#include "capabilities/organisations/actions/change_organisation.hpp"

#include "capabilities/organisations/model.hpp"
#include "capabilities/organisations/store.hpp"

namespace wijktafel::organisations {

Result<void, ChangeOrganisationRefusal> change_organisation(db::Transaction& tx,
                                                            const ChangeOrganisation& form) {
  const auto changed = store::find_by_key(tx, form.key);
  if (!changed) return std::unexpected(NoSuchOrganisation{});
  for (auto& other : store::all_by_name(tx))
    if (other.id != changed->id && is_same_name(other.name, form.name))
      return std::unexpected(NameTaken{std::move(other)});
  store::update(tx, changed->id, form.kind, form.name);
  return {};
}

}  // namespace wijktafel::organisations
