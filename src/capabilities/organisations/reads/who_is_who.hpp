// Everybody at the table of this municipality, by kind. Not paged: a municipality has tens of organisations.
#pragma once

#include <string>
#include <vector>

#include "capabilities/organisations/organisations.hpp"

namespace wijktafel::organisations {

struct KindGroup {
  std::string kind;
  std::vector<Organisation> organisations;  // by name
};

// Only kinds that are there, in the order of model.hpp.
std::vector<KindGroup> who_is_who(db::Transaction& tx);

}  // namespace wijktafel::organisations
