#include "capabilities/forwarding/web/refusals.hpp"

#include "capabilities/forwarding/web/views.hpp"
#include "design/page.hpp"

namespace wijktafel::forwarding {
namespace {

http::Response page(const web::Call& call, ItemId item, const std::string& key, int status) {
  const MessageView view{.title = call.text(key),
                         .back = {call.text("forwarding.refusal.back"),
                                  items::url_of(call.service, "signal", call.area->key, item)}};
  return design::page(call, {.title = view.title, .narrow = true, .is_private = true}, "forwarding/message",
                      view, status);
}

}  // namespace

web::FieldFault fault(const SaveRefusal& refusal) {
  return std::visit(
      overloaded{
          [](const DestinationEnded&) { return web::FieldFault{"name", "forwarding.refusal.ended"}; },
          [](const UnknownOrganisation&) {
            return web::FieldFault{"organisation", "forwarding.refusal.no_organisation"};
          },
          [](const NotAnAddress&) {
            return web::FieldFault{"endpoint", "forwarding.refusal.not_an_address"};
          },
          [](const NotAMailAddress&) {
            return web::FieldFault{"endpoint", "forwarding.refusal.not_a_mail_address"};
          },
          [](const UnknownArea&) { return web::FieldFault{"areas", "forwarding.refusal.unknown_area"}; }},
      refusal);
}

std::string word_key(const SendRefusal& refusal) {
  return std::visit(overloaded{[](const NoSuchDestination&) { return "forwarding.refusal.no_destination"; },
                               [](const NotForOthers&) { return "forwarding.refusal.not_public"; },
                               [](const SentAlready&) { return "forwarding.refusal.sent_already"; }},
                    refusal);
}

http::Response refusal_page(const web::Call& call, ItemId item, const SendRefusal& refusal) {
  return page(call, item, word_key(refusal), std::holds_alternative<NoSuchDestination>(refusal) ? 422 : 409);
}

http::Response refusal_page(const web::Call& call, ItemId item, const RetryRefusal& refusal) {
  return std::visit(
      overloaded{[&](const NotForOthers&) { return page(call, item, "forwarding.refusal.not_public", 409); },
                 [&](const NothingToRetry&) {
                   return page(call, item, "forwarding.refusal.nothing_to_retry", 409);
                 }},
      refusal);
}

}  // namespace wijktafel::forwarding
