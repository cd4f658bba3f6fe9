// The rules of accounts: which roles there are and what they are held for, how long a way in stays open, how
// often one may ask. Pure.
#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.hpp"
#include "base/time.hpp"
#include "platform/identity/actor.hpp"

namespace wijktafel::accounts {

enum class RoleId : std::int64_t {};     // one role, held by one person
enum class SessionId : std::int64_t {};  // one browser that is signed in

// --- roles ---

// What a role is held for. `area`: one area with all below it, or the whole municipality when none is named.
enum class RoleScope { municipality, area, organisation };

struct RoleRule {
  std::string_view name;
  RoleScope scope;
  bool is_staff;  // has a desk here: sessions last one working day
};

// In the order in which an administrator chooses from them; words: accounts.role.<name>.
inline constexpr std::array<RoleRule, 8> role_rules = {{{"resident", RoleScope::area, false},
                                                        {"member", RoleScope::organisation, true},
                                                        {"panel_member", RoleScope::area, false},
                                                        {"coordinator", RoleScope::area, true},
                                                        {"moderator", RoleScope::area, true},
                                                        {"confidant", RoleScope::area, true},
                                                        {"council_member", RoleScope::municipality, true},
                                                        {"administrator", RoleScope::municipality, true}}};

const RoleRule* find_role(std::string_view name);  // null for a role that does not exist
bool is_staff(const std::vector<identity::Grant>& grants);

// --- how long ---

inline constexpr std::chrono::minutes link_life{30};
inline constexpr std::chrono::minutes code_life{15};
inline constexpr int code_tries = 5;
inline constexpr std::size_t code_digits = 6;
inline constexpr std::chrono::hours staff_session_life{12};
inline constexpr std::chrono::days resident_session_life{90};
inline constexpr std::chrono::hours seen_interval{1};  // a visit is written down at most this often
inline constexpr std::chrono::hours sign_in_kept{24};  // as long as its limits look back

std::chrono::milliseconds session_life(const std::vector<identity::Grant>& grants);

// --- how often; README.md says why these numbers lock nobody out ---

inline constexpr int asks_per_address = 5;  // in link_life: at the limit the mailbox holds a link that works
inline constexpr int asks_per_network = 300;         // in link_life: a whole school behind one address
inline constexpr int wrong_codes_per_address = 10;   // in sign_in_kept; then links only
inline constexpr int wrong_codes_per_network = 200;  // in sign_in_kept; then links only

enum class LinkState { usable, used, expired };
LinkState link_state(Instant asked_at, std::optional<Instant> used_at, Instant now);

enum class CodeState { usable, used, expired, tries_spent };
CodeState code_state(Instant asked_at, std::optional<Instant> used_at, int wrong_codes, Instant now);

// --- what people and browsers give us ---

inline constexpr std::size_t name_limit = 120;  // code points

// Lower case and without white space at the ends: one mailbox, one account.
std::string normal_address(std::string_view typed);

// The digits of a code, typed with or without spaces.
std::string normal_code(std::string_view typed);

// `wanted` when it is a path of this municipality, else the municipality's own: no redirect to another site.
std::string own_path(std::string_view municipality_path, std::string_view wanted);

// "Firefox, Windows": enough to know one's own devices by, too little to know a person by. "" when it says
// nothing.
std::string device_of(std::string_view user_agent);

// What people are found and sorted by: lower case, without accents, words parted by one hyphen.
std::string search_name(std::string_view name);

}  // namespace wijktafel::accounts
