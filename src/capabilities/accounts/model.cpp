#include "capabilities/accounts/model.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "platform/http/message.hpp"

namespace wijktafel::accounts {

const RoleRule* find_role(std::string_view name) {
  const auto* found = std::ranges::find(role_rules, name, &RoleRule::name);
  return found == role_rules.end() ? nullptr : found;
}

bool is_staff(const std::vector<identity::Grant>& grants) {
  return std::ranges::any_of(grants, [](const identity::Grant& grant) {
    const auto* rule = find_role(grant.role);
    return !rule || rule->is_staff;
  });
}

std::chrono::milliseconds session_life(const std::vector<identity::Grant>& grants) {
  if (is_staff(grants)) return staff_session_life;
  return resident_session_life;
}

LinkState link_state(Instant asked_at, std::optional<Instant> used_at, Instant now) {
  if (used_at) return LinkState::used;
  return now < asked_at + link_life ? LinkState::usable : LinkState::expired;
}

CodeState code_state(Instant asked_at, std::optional<Instant> used_at, int wrong_codes, Instant now) {
  if (used_at) return CodeState::used;
  if (now >= asked_at + code_life) return CodeState::expired;
  return wrong_codes < code_tries ? CodeState::usable : CodeState::tries_spent;
}

std::string normal_address(std::string_view typed) { return lower_ascii(trimmed(typed)); }

std::string normal_code(std::string_view typed) {
  std::string digits;
  for (const char c : typed)
    if (c >= '0' && c <= '9') digits += c;
  return digits;
}

namespace {

constexpr std::size_t longest_path = 1000;

}  // namespace

std::string own_path(std::string_view municipality_path, std::string_view wanted) {
  const std::string home(municipality_path.empty() ? "/" : municipality_path);
  if (wanted.size() > longest_path || !http::is_own_path(wanted) || !wanted.starts_with(municipality_path))
    return home;
  const auto rest = wanted.substr(municipality_path.size());
  if (!rest.empty() && rest.front() != '/' && rest.front() != '?') return home;
  return std::string(wanted);
}

std::string device_of(std::string_view user_agent) {
  // The first that fits: browsers call themselves by the names of those they descend from.
  constexpr std::pair<std::string_view, std::string_view> browsers[] = {
      {"Edg", "Edge"},         {"OPR/", "Opera"},     {"SamsungBrowser", "Samsung Internet"},
      {"Firefox/", "Firefox"}, {"FxiOS/", "Firefox"}, {"CriOS/", "Chrome"},
      {"Chrome/", "Chrome"},   {"Safari/", "Safari"}};
  constexpr std::pair<std::string_view, std::string_view> systems[] = {
      {"iPhone", "iPhone"},   {"iPad", "iPad"},    {"Android", "Android"}, {"Windows", "Windows"},
      {"CrOS", "Chromebook"}, {"Mac OS X", "Mac"}, {"Linux", "Linux"}};
  const auto named = [&](const auto& names) -> std::string {
    for (const auto& [sign, name] : names)
      if (user_agent.find(sign) != std::string_view::npos) return std::string(name);
    return {};
  };
  const auto browser = named(browsers);
  const auto system = named(systems);
  return browser.empty() || system.empty() ? browser + system : browser + ", " + system;
}

std::string search_name(std::string_view name) {
  auto plain = slug(name);
  return plain.empty() ? lower_ascii(trimmed(name))
                       : plain;  // a name in another script is found as it is written
}

}  // namespace wijktafel::accounts
