// Asking to sign in, typing the code, the people of a demo, and signing out.
#include "capabilities/accounts/actions/end_sessions.hpp"
#include "capabilities/accounts/actions/sign_in_as_demo_person.hpp"
#include "capabilities/accounts/model.hpp"
#include "capabilities/accounts/reads/people.hpp"
#include "capabilities/accounts/web/cookies.hpp"
#include "capabilities/accounts/web/pages.hpp"
#include "capabilities/accounts/web/paths.hpp"
#include "capabilities/accounts/web/refusals.hpp"
#include "capabilities/accounts/web/role_words.hpp"
#include "capabilities/accounts/web/sign_in_mail.hpp"
#include "capabilities/accounts/web/sign_in_views.hpp"
#include "design/edge_pages.hpp"
#include "design/fields.hpp"
#include "design/page.hpp"
#include "platform/mail/outbox.hpp"
#include "platform/web/network.hpp"

namespace wijktafel::accounts {

namespace {

using Faults = std::span<const web::FieldFault>;

std::optional<DemoPeople> demo_list(const web::Call& call) {
  if (!call.service.is_demo) return std::nullopt;
  DemoPeople demo{.demo_url = demo_path(call.service), .people = {}};
  for (const auto& one :
       call.service.database.read([&](db::Transaction& tx) { return demo_people(tx, call.now); }))
    demo.people.push_back({.number = std::to_string(raw(one.person.id)),
                           .name = one.person.name,
                           .roles = roles_in_words(call, one.roles),
                           .button = call.text("accounts.demo.button", {{"name", one.person.name}})});
  return demo;
}

http::Response sign_in_page(const web::Call& call, std::string_view typed, std::string_view return_path,
                            Faults faults = {}, int status = 200) {
  const design::Fields fields(call, faults);
  SignInView view{
      .url = design::sign_in_path(call.service),
      .return_path = own_path(call.service.municipality_path, return_path),
      .signed_in = std::nullopt,
      .faults = fields.summary(),
      .mail = fields.text("mail", "accounts.sign_in.mail", typed, {.type = "email", .autocomplete = "email"}),
      .submit = {.text = call.text("accounts.sign_in.submit")},
      .demo = demo_list(call)};
  if (call.actor.is_signed_in())
    view.signed_in =
        design::Notice{.title = call.text("accounts.sign_in.already", {{"name", call.actor.name}}),
                       .link = design::Link{call.text("accounts.my.title"), my_path(call.service)}};
  return design::page(call,
                      {.title = call.text("accounts.sign_in.title"),
                       .narrow = true,
                       .is_private = true,
                       .has_faults = !faults.empty(),
                       .query = {"terug"}},
                      "accounts/sign_in", view, status);
}

// The same for every address: what is known about it stands in the mail only.
http::Response code_page(const web::Call& call, Faults faults = {}) {
  const design::Fields fields(call, faults);
  const SignInCodeView view{
      .url = code_path(call.service),
      .ask_again_url = design::sign_in_path(call.service),
      .faults = fields.summary(),
      .code = fields.text("code", "accounts.code.code", "",
                          {.autocomplete = "one-time-code", .input_mode = "numeric", .width = "short"}),
      .submit = {.text = call.text("accounts.code.submit")}};
  return design::page(call,
                      {.title = call.text("accounts.code.title"),
                       .narrow = true,
                       .is_private = true,
                       .has_faults = !faults.empty()},
                      "accounts/sign_in_code", view, faults.empty() ? 200 : 422);
}

// The code was right, and the address has no account yet.
http::Response name_page(const web::Call& call, const std::string& code, std::string_view typed,
                         Faults faults) {
  const design::Fields fields(call, faults);
  const SignInEnterView view{
      .title = call.text("accounts.new.title"),
      .intro = call.text("accounts.new.intro"),
      .url = code_path(call.service),
      .code = code,
      .faults = fields.summary(),
      .name = fields.text("name", "accounts.new.name", typed, {.autocomplete = "name"}),
      .submit = {.text = call.text("accounts.new.submit")}};
  return design::page(
      call, {.title = view.title, .narrow = true, .is_private = true, .has_faults = !faults.empty()},
      "accounts/sign_in_enter", view, faults.empty() ? 200 : 422);
}

}  // namespace

http::Response show_sign_in(const web::Call& call) {
  return sign_in_page(call, "", call.request.query_value("terug"));
}

http::Response ask_to_sign_in(const web::Call& call) {
  web::FormReader reader(call.request.form);
  const auto typed = reader.text("mail", {.most = 254, .missing_key = "accounts.fault.mail_missing"});
  const auto address = normal_address(typed);
  if (reader.ok() && !mail::is_address(address)) reader.fault("mail", "accounts.fault.mail_invalid");
  const auto return_path = call.request.form.get("terug");
  if (!reader.ok()) return sign_in_page(call, typed, return_path, reader.faults(), 422);

  const AskSignIn question{.mail_address = address,
                           .language = call.language,
                           .return_path = own_path(call.service.municipality_path, return_path),
                           .network = web::network_of(call.request.peer)};
  const auto asked = call.service.database.write([&](db::Transaction& tx) {
    auto result = ask_sign_in(tx, call.now, question);
    if (result && result->letter)
      mail::queue(tx, sign_in_mail(call.service, *result->letter, call.now), call.now + link_life);
    return result;
  });
  if (!asked) {
    const auto refused = std::visit([&](const auto& reason) { return fault(call, reason); }, asked.error());
    auto response = sign_in_page(call, typed, return_path, {&refused, 1}, 429);
    return std::move(response.set("Retry-After", std::to_string(std::chrono::seconds(link_life).count())));
  }
  auto response = http::see_other(code_path(call.service));
  // Without a new letter the code of the last one still works: the browser keeps what it has.
  if (asked->letter || asking_token_of(call).empty()) remember_asking(response, call, asked->browser_token);
  return response;
}

http::Response show_code(const web::Call& call) { return code_page(call); }

http::Response enter_code(const web::Call& call) {
  web::FormReader reader(call.request.form);
  const auto code =
      normal_code(reader.text("code", {.most = 40, .missing_key = "accounts.fault.code_missing"}));
  if (!reader.ok()) return code_page(call, reader.faults());
  const bool asked_for_name = http::find(call.request.form.fields, "name").has_value();
  std::string name;
  if (asked_for_name) {
    name = reader.text("name", {.most = name_limit, .missing_key = "accounts.fault.name_missing"});
    if (!reader.ok()) return name_page(call, code, name, reader.faults());
  }
  const SignInByCode attempt{.browser_token = std::string(asking_token_of(call)),
                             .code = code,
                             .name = name,
                             .browser = browser_of(call)};
  const auto answer = call.service.database.write(
      [&](db::Transaction& tx) { return sign_in_by_code(tx, call.now, attempt); });
  if (const auto* signed_in = std::get_if<SignedIn>(&answer)) return go_on_signed_in(call, *signed_in);
  return std::visit(overloaded{[&](const NameMissing&) { return name_page(call, code, "", {}); },
                               [&](const auto& reason) {
                                 const auto refused = fault(reason);
                                 return code_page(call, {&refused, 1});
                               }},
                    std::get<CodeRefusal>(answer));
}

http::Response enter_as_demo_person(const web::Call& call) {
  if (!call.service.is_demo) return design::edge_pages().not_found(call);
  web::FormReader reader(call.request.form);
  const auto number = reader.whole_number("person", 1, 999'999'999'999'999);
  if (!number) return design::edge_pages().not_found(call);
  const auto return_path = own_path(call.service.municipality_path, call.request.form.get("terug"));
  const auto entered = call.service.database.write([&](db::Transaction& tx) {
    return sign_in_as_demo_person(tx, call.now, PersonId{*number}, browser_of(call), return_path);
  });
  if (entered) return go_on_signed_in(call, *entered);
  return std::visit([&](const NoSuchPerson&) { return design::edge_pages().not_found(call); },
                    entered.error());
}

http::Response leave(const web::Call& call) {
  call.service.database.write([&](db::Transaction& tx) { sign_out(tx, session_token_of(call)); });
  return go_on_signed_out(call);
}

}  // namespace wijktafel::accounts
