#include "capabilities/accounts/web/role_words.hpp"

namespace wijktafel::accounts {

std::string role_in_words(const web::Call& call, const ShownRole& role) {
  const bool speaks_for_organisation = role.grant.role == "member" && !role.organisation.empty();
  auto words = speaks_for_organisation
                   ? call.text("accounts.role_for_organisation", {{"organisation", role.organisation}})
                   : call.text("accounts.role." + role.grant.role);
  if (!speaks_for_organisation && !role.organisation.empty()) words += ", " + role.organisation;
  if (!role.grant.area.empty())
    if (const auto area = call.service.find_area(role.grant.area)) words += ", " + area->name;
  return words;
}

std::string term_in_words(const web::Call& call, const ShownRole& role) {
  // The end is the first moment without the role: the last day with it is the one before.
  if (role.ends_at)
    return call.text(
        "accounts.role_until",
        {{"date", i18n::full_date(call.language, local_date(*role.ends_at - std::chrono::milliseconds(1)))}});
  return call.text("accounts.role_since",
                   {{"date", i18n::full_date(call.language, local_date(role.starts_at))}});
}

std::string roles_in_words(const web::Call& call, const std::vector<ShownRole>& roles) {
  std::string line;
  for (const auto& role : roles) line += (line.empty() ? "" : " · ") + role_in_words(call, role);
  return line;
}

}  // namespace wijktafel::accounts
