// A role in words: "Wijkregisseur, Parkbuurt", "Namens Woonstichting De Linde".
#pragma once

#include <string>
#include <vector>

#include "capabilities/accounts/reads/shown_role.hpp"
#include "platform/web/call.hpp"

namespace wijktafel::accounts {

std::string role_in_words(const web::Call& call, const ShownRole& role);
// "sinds 3 december 2025", or "tot en met 31 december 2026" when an end is known.
std::string term_in_words(const web::Call& call, const ShownRole& role);
// All of them on one line.
std::string roles_in_words(const web::Call& call, const std::vector<ShownRole>& roles);

}  // namespace wijktafel::accounts
