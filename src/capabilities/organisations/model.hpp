// The rules of an organisation: its kind, a name that tells it apart, and a key that never changes. Pure.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "capabilities/organisations/organisations.hpp"

namespace wijktafel::organisations {

// In the order in which people choose from them; words: organisations.kind.<kind>.
inline constexpr std::array<std::string_view, 9> kinds = {
    "municipality", "housing_corporation",       "tenants_association", "welfare", "police",
    "school",       "entrepreneurs_association", "residents_group",     "other"};

inline constexpr std::size_t name_limit = 120;  // code points, as for every title

bool is_kind(std::string_view text);
bool is_key(std::string_view text);  // a slug: what may stand in an address

// Two names that people would take for the same: equal but for capitals and white space.
bool is_same_name(std::string_view left, std::string_view right);

// The slug of the name, or the first of name-2, name-3 ... that is not taken.
std::string free_key(std::string_view name, const std::vector<std::string>& taken);

}  // namespace wijktafel::organisations
