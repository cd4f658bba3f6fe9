// An administrator adds an organisation. The key is made of the name and stays when the name changes.
#pragma once

#include <string>
#include <variant>

#include "base/result.hpp"
#include "capabilities/organisations/organisations.hpp"

namespace wijktafel::organisations {

struct AddOrganisation {
  std::string kind;
  std::string name;  // tidied, not empty, at most name_limit code points
};

// Two organisations with one name cannot be told apart on a page.
struct NameTaken {
  Organisation by;
};
using AddOrganisationRefusal = std::variant<NameTaken>;

Result<OrganisationId, AddOrganisationRefusal> add_organisation(db::Transaction& tx,
                                                                const AddOrganisation& form);

}  // namespace wijktafel::organisations
