// The page behind the mailed link: one button, because mail scanners open links and must use nothing up.
#include "capabilities/accounts/actions/sign_in_by_link.hpp"
#include "capabilities/accounts/reads/sign_in_link.hpp"
#include "capabilities/accounts/web/cookies.hpp"
#include "capabilities/accounts/web/pages.hpp"
#include "capabilities/accounts/web/paths.hpp"
#include "capabilities/accounts/web/refusals.hpp"
#include "capabilities/accounts/web/sign_in_views.hpp"
#include "design/fields.hpp"
#include "design/page.hpp"

namespace wijktafel::accounts {

namespace {

http::Response link_page(const web::Call& call, bool has_account, std::string_view typed,
                         std::span<const web::FieldFault> faults = {}) {
  const design::Fields fields(call, faults);
  const std::string words = has_account ? "accounts.enter" : "accounts.new";
  SignInEnterView view{.title = call.text(words + ".title"),
                       .intro = call.text(words + ".intro"),
                       .url = link_path(call.service, call.parameter("token")),
                       .code = std::nullopt,
                       .faults = fields.summary(),
                       .name = std::nullopt,
                       .submit = {.text = call.text(words + ".submit")}};
  if (!has_account) view.name = fields.text("name", "accounts.new.name", typed, {.autocomplete = "name"});
  return design::page(
      call, {.title = view.title, .narrow = true, .is_private = true, .has_faults = !faults.empty()},
      "accounts/sign_in_enter", view, faults.empty() ? 200 : 422);
}

http::Response closed(const web::Call& call, const ClosedPage& page) {
  SignInClosedView view{.title = call.text(page.words + ".title"),
                        .text = call.text(page.words + ".text"),
                        .signed_in = std::nullopt,
                        .ask_again_url = design::sign_in_path(call.service)};
  // The button was pressed twice: nothing is wrong.
  if (call.actor.is_signed_in())
    view.signed_in =
        design::Notice{.title = call.text("accounts.sign_in.already", {{"name", call.actor.name}}),
                       .link = design::Link{call.text("accounts.my.title"), my_path(call.service)}};
  return design::page(call, {.title = view.title, .narrow = true, .is_private = true},
                      "accounts/sign_in_closed", view, page.status);
}

}  // namespace

http::Response show_link(const web::Call& call) {
  const auto link = call.service.database.read(
      [&](db::Transaction& tx) { return find_sign_in_link(tx, call.now, call.parameter("token")); });
  if (!link) return closed(call, closed_page(LinkUnknown{}));
  switch (link->state) {
    case LinkState::used: return closed(call, closed_page(LinkUsed{}));
    case LinkState::expired: return closed(call, closed_page(LinkExpired{}));
    case LinkState::usable: break;
  }
  return link_page(call, link->has_account, "");
}

http::Response follow_link(const web::Call& call) {
  web::FormReader reader(call.request.form);
  const auto name = reader.text("name", {.most = name_limit});
  if (!reader.ok()) return link_page(call, false, name, reader.faults());
  const SignInByLink attempt{
      .link_token = std::string(call.parameter("token")), .name = name, .browser = browser_of(call)};
  const auto entered = call.service.database.write(
      [&](db::Transaction& tx) { return sign_in_by_link(tx, call.now, attempt); });
  if (entered) return go_on_signed_in(call, *entered);
  return std::visit(overloaded{[&](const NameMissing&) {
                                 reader.fault("name", "accounts.fault.name_missing");
                                 return link_page(call, false, name, reader.faults());
                               },
                               [&](const auto& reason) { return closed(call, closed_page(reason)); }},
                    entered.error());
}

}  // namespace wijktafel::accounts
