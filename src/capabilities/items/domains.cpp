// The words that files and addresses have for the three domains.
#include "capabilities/items/items.hpp"

namespace wijktafel::items {

std::vector<std::string> domain_names(Domains domains) {
  std::vector<std::string> names;
  if (domains & social) names.emplace_back("social");
  if (domains & physical) names.emplace_back("physical");
  if (domains & safety) names.emplace_back("safety");
  return names;
}

std::optional<Domain> domain_of(std::string_view name) {
  if (name == "social") return social;
  if (name == "physical") return physical;
  if (name == "safety") return safety;
  return std::nullopt;
}

}  // namespace wijktafel::items
