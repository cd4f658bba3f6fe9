#include "capabilities/goals/web/organisation_choice.hpp"

#include <algorithm>

namespace wijktafel::goals {

std::vector<design::Choice> organisation_choices(const std::map<OrganisationId, std::string>& names,
                                                 const std::optional<std::vector<OrganisationId>>& only) {
  std::vector<design::Choice> choices;
  for (const auto& [id, name] : names)
    if (!only || std::ranges::find(*only, id) != only->end())
      choices.push_back({.value = std::to_string(raw(id)), .label = name});
  std::ranges::sort(choices, {}, &design::Choice::label);
  return choices;
}

std::optional<OrganisationId> read_organisation(web::FormReader& reader, std::string_view field,
                                                const std::vector<OrganisationId>& allowed,
                                                const std::string& missing_key) {
  std::vector<std::string> values;
  for (const auto id : allowed) values.push_back(std::to_string(raw(id)));
  const auto chosen = reader.choice(field, values, missing_key);
  if (!chosen) return std::nullopt;
  return allowed[static_cast<std::size_t>(std::ranges::find(values, *chosen) - values.begin())];
}

}  // namespace wijktafel::goals
