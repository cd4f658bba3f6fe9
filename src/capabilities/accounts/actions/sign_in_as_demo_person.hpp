// In a demo anybody may sit down as one of its invented people. The caller has made sure that this is a demo.
#pragma once

#include <variant>

#include "base/result.hpp"
#include "capabilities/accounts/actions/open_session.hpp"

namespace wijktafel::accounts {

struct NoSuchPerson {};
using DemoRefusal = std::variant<NoSuchPerson>;

Result<SignedIn, DemoRefusal> sign_in_as_demo_person(db::Transaction& tx, Instant now, PersonId person,
                                                     const Browser& browser, std::string_view return_path);

}  // namespace wijktafel::accounts
