// All SQL of organisations, one function per question asked of the data.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "capabilities/organisations/organisations.hpp"

namespace wijktafel::organisations::store {

std::optional<Organisation> find(db::Transaction& tx, OrganisationId id);
std::optional<Organisation> find_by_key(db::Transaction& tx, std::string_view key);
std::vector<Organisation> all_by_name(db::Transaction& tx);

OrganisationId insert(db::Transaction& tx, std::string_view kind, std::string_view name,
                      std::string_view key);
void update(db::Transaction& tx, OrganisationId id, std::string_view kind, std::string_view name);

}  // namespace wijktafel::organisations::store
