// Choosing an organisation in a form: shown by name, sent by number.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "capabilities/goals/goals.hpp"
#include "design/components/choice.hpp"
#include "platform/web/form.hpp"

namespace wijktafel::goals {

// By name. With `only`: no others than these.
std::vector<design::Choice> organisation_choices(
    const std::map<OrganisationId, std::string>& names,
    const std::optional<std::vector<OrganisationId>>& only = std::nullopt);

// One of `allowed`, or nothing, with the fault `missing_key` unless that is empty.
std::optional<OrganisationId> read_organisation(web::FormReader& reader, std::string_view field,
                                                const std::vector<OrganisationId>& allowed,
                                                const std::string& missing_key);

}  // namespace wijktafel::goals
