// The list of people for an administrator: find somebody, add somebody.
#include "capabilities/accounts/actions/add_person.hpp"
#include "capabilities/accounts/model.hpp"
#include "capabilities/accounts/reads/people.hpp"
#include "capabilities/accounts/web/pages.hpp"
#include "capabilities/accounts/web/paths.hpp"
#include "capabilities/accounts/web/people_views.hpp"
#include "capabilities/accounts/web/refusals.hpp"
#include "capabilities/accounts/web/role_words.hpp"
#include "design/fields.hpp"
#include "design/page.hpp"
#include "platform/mail/mail.hpp"

namespace wijktafel::accounts {

namespace {

struct Typed {
  std::string name;
  std::string mail;
};

std::string next_path(const web::Call& call, std::string_view part, std::string_view after) {
  return people_path(call.service) + "?zoek=" + http::percent_encoded(part) +
         "&na=" + http::percent_encoded(after);
}

http::Response people_page(const web::Call& call, const Typed& typed,
                           std::span<const web::FieldFault> faults = {},
                           std::optional<design::Link> known = std::nullopt) {
  const auto part = call.request.query_value("zoek");
  const auto found = call.service.database.read(
      [&](db::Transaction& tx) { return people_named(tx, call.now, part, call.request.query_value("na")); });
  const design::Fields fields(call, faults);
  PeopleView view;
  view.url = people_path(call.service);
  view.search = fields.text("zoek", "accounts.people.search", part, {.type = "search"});
  for (const auto& one : found.people)
    view.people.push_back({.name = one.person.name,
                           .url = person_path(call.service, one.person.id),
                           .roles = one.roles.empty() ? call.text("accounts.people.no_role")
                                                      : roles_in_words(call, one.roles)});
  if (found.next) view.next_url = next_path(call, part, *found.next);
  view.faults = fields.summary();
  view.known = std::move(known);
  view.name = fields.text("name", "accounts.people.name", typed.name);
  view.mail = fields.text("mail", "accounts.people.mail", typed.mail, {.type = "email"});
  view.submit.text = call.text("accounts.people.add");
  return design::page(call,
                      {.title = call.text("accounts.people.title"),
                       .is_private = true,
                       .has_faults = !faults.empty(),
                       .query = {"zoek", "na"}},
                      "accounts/people", view, faults.empty() ? 200 : 422);
}

}  // namespace

http::Response show_people(const web::Call& call) { return people_page(call, {}); }

http::Response add_somebody(const web::Call& call) {
  web::FormReader reader(call.request.form);
  Typed typed;
  typed.name = reader.text("name", {.most = name_limit, .missing_key = "accounts.fault.other_name_missing"});
  typed.mail = reader.text("mail", {.most = 254, .missing_key = "accounts.fault.other_mail_missing"});
  const auto address = normal_address(typed.mail);
  if (!address.empty() && !mail::is_address(address)) reader.fault("mail", "accounts.fault.mail_invalid");
  if (!reader.ok()) return people_page(call, typed, reader.faults());

  const auto added = call.service.database.write([&](db::Transaction& tx) {
    return add_person(tx, call.now,
                      {.name = typed.name, .mail_address = address, .language = i18n::Language::nl});
  });
  if (added) return http::see_other(person_path(call.service, *added));
  const auto& refused = std::get<AddressInUse>(added.error());
  const auto faults = fault(refused);
  return people_page(call, typed, {&faults, 1},
                     design::Link{call.text("accounts.people.known", {{"name", refused.by.name}}),
                                  person_path(call.service, refused.by.id)});
}

}  // namespace wijktafel::accounts
