// An administrator gives an organisation another name or kind; what it promised and decided stays its own.
#pragma once

#include <string>
#include <variant>

#include "base/result.hpp"
#include "capabilities/organisations/actions/add_organisation.hpp"
#include "capabilities/organisations/organisations.hpp"

namespace wijktafel::organisations {

struct ChangeOrganisation {
  std::string key;
  std::string kind;
  std::string name;  // tidied, not empty, at most name_limit code points
};

struct NoSuchOrganisation {};
using ChangeOrganisationRefusal = std::variant<NoSuchOrganisation, NameTaken>;

Result<void, ChangeOrganisationRefusal> change_organisation(db::Transaction& tx,
                                                            const ChangeOrganisation& form);

}  // namespace wijktafel::organisations
