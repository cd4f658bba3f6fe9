// The organisations that can be given a signal, by name.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals {

std::vector<std::pair<OrganisationId, std::string>> organisation_names(db::Transaction& tx);

}  // namespace wijktafel::signals
