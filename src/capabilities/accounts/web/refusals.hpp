// Every refusal of this capability in words, with the field it belongs to or the status of its page.
#pragma once

#include <string>

#include "capabilities/accounts/actions/add_person.hpp"
#include "capabilities/accounts/actions/ask_sign_in.hpp"
#include "capabilities/accounts/actions/end_role.hpp"
#include "capabilities/accounts/actions/give_role.hpp"
#include "capabilities/accounts/actions/sign_in_by_code.hpp"
#include "capabilities/accounts/actions/sign_in_by_link.hpp"
#include "platform/web/call.hpp"
#include "platform/web/form.hpp"

namespace wijktafel::accounts {

web::FieldFault fault(const web::Call& call, const TooManyFromNetwork& refusal);

// For a code that lets nobody in. A missing name is a question, not a fault: see sign_in_pages.cpp.
web::FieldFault fault(const NothingAsked& refusal);
web::FieldFault fault(const CodeUsed& refusal);
web::FieldFault fault(const CodeExpired& refusal);
web::FieldFault fault(const TriesSpent& refusal);
web::FieldFault fault(const CodeWrong& refusal);

web::FieldFault fault(const AddressInUse& refusal);
web::FieldFault fault(const RoleHeldAlready& refusal);

// The stem of the words of a page that says why not: "<stem>.title", "<stem>.text".
struct ClosedPage {
  std::string words;
  int status = 0;
};
ClosedPage closed_page(const LinkUnknown& refusal);
ClosedPage closed_page(const LinkUsed& refusal);
ClosedPage closed_page(const LinkExpired& refusal);

// A sentence beside the button that was pressed.
std::string sentence(const web::Call& call, const LastAdministrator& refusal);

}  // namespace wijktafel::accounts
