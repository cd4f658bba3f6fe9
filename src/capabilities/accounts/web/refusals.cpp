#include "capabilities/accounts/web/refusals.hpp"

namespace wijktafel::accounts {

web::FieldFault fault(const web::Call& call, const TooManyFromNetwork& refusal) {
  const auto again = local_time(refusal.again_at);
  return {.field = "mail",
          .word_key = "accounts.fault.network_busy",
          .arguments = {{"time", i18n::time_of_day(call.language, again.hour, again.minute)}}};
}

web::FieldFault fault(const NothingAsked&) {
  return {.field = "code", .word_key = "accounts.fault.nothing_asked"};
}
web::FieldFault fault(const CodeUsed&) { return {.field = "code", .word_key = "accounts.fault.code_used"}; }
web::FieldFault fault(const CodeExpired&) {
  return {.field = "code", .word_key = "accounts.fault.code_expired"};
}
web::FieldFault fault(const TriesSpent&) {
  return {.field = "code", .word_key = "accounts.fault.tries_spent"};
}
web::FieldFault fault(const CodeWrong& refusal) {
  return {.field = "code",
          .word_key = "accounts.fault.code_wrong",
          .arguments = {{"tries", std::int64_t{refusal.tries_left}}}};
}

web::FieldFault fault(const AddressInUse& refusal) {
  return {
      .field = "mail", .word_key = "accounts.fault.address_in_use", .arguments = {{"name", refusal.by.name}}};
}

web::FieldFault fault(const RoleHeldAlready&) {
  return {.field = "role", .word_key = "accounts.fault.role_held"};
}

ClosedPage closed_page(const LinkUnknown&) { return {.words = "accounts.link.unknown", .status = 404}; }
ClosedPage closed_page(const LinkUsed&) { return {.words = "accounts.link.used", .status = 410}; }
ClosedPage closed_page(const LinkExpired&) { return {.words = "accounts.link.expired", .status = 410}; }

std::string sentence(const web::Call& call, const LastAdministrator&) {
  return call.text("accounts.fault.last_administrator");
}

}  // namespace wijktafel::accounts
