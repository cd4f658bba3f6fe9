// What somebody sees of the own account: name, language, roles and the places where they are signed in.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "capabilities/accounts/reads/shown_role.hpp"

namespace wijktafel::accounts {

struct MySession {
  SessionId id{};
  std::string device;  // "" when unknown
  Instant created_at{};
  Instant last_seen_at{};
  bool is_this_one = false;
};

struct MyPage {
  std::string name;
  i18n::Language language = i18n::Language::nl;
  std::vector<ShownRole> roles;
  std::vector<MySession> sessions;  // last seen first
};

MyPage my_page(db::Transaction& tx, Instant now, PersonId person, std::string_view session_token);

}  // namespace wijktafel::accounts
