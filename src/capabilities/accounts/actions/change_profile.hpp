// How somebody is called, and in which language the mails come.
#pragma once

#include <string>

#include "capabilities/accounts/accounts.hpp"

namespace wijktafel::accounts {

struct ChangeProfile {
  std::string name;  // tidied, not empty, at most name_limit code points
  i18n::Language language = i18n::Language::nl;
};

void change_profile(db::Transaction& tx, PersonId person, const ChangeProfile& form);

}  // namespace wijktafel::accounts
