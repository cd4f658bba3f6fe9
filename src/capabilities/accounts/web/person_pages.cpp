// One person for an administrator: the roles they hold, giving one, ending one.
#include <algorithm>

#include "capabilities/accounts/actions/end_role.hpp"
#include "capabilities/accounts/actions/give_role.hpp"
#include "capabilities/accounts/model.hpp"
#include "capabilities/accounts/reads/people.hpp"
#include "capabilities/accounts/web/pages.hpp"
#include "capabilities/accounts/web/paths.hpp"
#include "capabilities/accounts/web/people_views.hpp"
#include "capabilities/accounts/web/refusals.hpp"
#include "capabilities/accounts/web/role_words.hpp"
#include "capabilities/accounts/web/sign_in_views.hpp"
#include "capabilities/organisations/organisations.hpp"
#include "capabilities/places/places.hpp"
#include "design/edge_pages.hpp"
#include "design/fields.hpp"
#include "design/page.hpp"

namespace wijktafel::accounts {

namespace {

// What was typed into the form, and the choices there are.
struct Typed {
  std::string role;
  std::string area;
  std::string organisation;  // key
  std::string until;
};

struct Choices {
  std::vector<places::Area> areas;
  std::vector<organisations::Organisation> organisations;
};

Choices read_choices(const web::Call& call) {
  return call.service.database.read([&](db::Transaction& tx) {
    Choices choices{.areas = {}, .organisations = organisations::list_organisations(tx)};
    if (!call.area) return choices;
    for (const auto level : {places::Level::district, places::Level::village, places::Level::neighbourhood}) {
      auto areas = places::areas_within(tx, call.area->key, level);
      std::ranges::move(areas, std::back_inserter(choices.areas));
    }
    return choices;
  });
}

// Two areas may have one name: what lies above tells them apart.
std::string area_label(const web::Call& call, const places::Area& area) {
  const auto found = call.service.find_area(area.key);
  if (!found || found->crumbs.empty()) return area.name;
  return area.name + " (" + found->crumbs.back().first + ")";
}

std::vector<std::string> role_names() {
  std::vector<std::string> names;
  names.reserve(role_rules.size());
  for (const auto& rule : role_rules) names.emplace_back(rule.name);
  return names;
}

std::vector<design::Choice> area_answers(const web::Call& call, const Choices& choices) {
  std::vector<design::Choice> answers;
  answers.reserve(choices.areas.size());
  for (const auto& area : choices.areas)
    answers.push_back({.value = area.key, .label = area_label(call, area)});
  return answers;
}

std::vector<design::Choice> organisation_answers(const Choices& choices) {
  std::vector<design::Choice> answers;
  answers.reserve(choices.organisations.size());
  for (const auto& organisation : choices.organisations)
    answers.push_back({.value = organisation.key, .label = organisation.name});
  return answers;
}

std::optional<PersonWithRoles> asked_for(const web::Call& call) {
  const auto number = call.number();
  if (!number) return std::nullopt;
  return call.service.database.read(
      [&](db::Transaction& tx) { return find_person_with_roles(tx, call.now, PersonId{*number}); });
}

http::Response person_page(const web::Call& call, const PersonWithRoles& one, const Typed& typed,
                           std::span<const web::FieldFault> faults = {},
                           std::optional<design::Notice> refused = std::nullopt) {
  const design::Fields fields(call, faults);
  const auto choices = read_choices(call);
  PersonView view;
  view.name = one.person.name;
  view.url = person_path(call.service, one.person.id);
  for (const auto& role : one.roles)
    view.roles.push_back({.role = role_in_words(call, role),
                          .term = term_in_words(call, role),
                          .end_url = role_path(call.service, one.person.id, role.id)});
  view.faults = fields.summary();
  view.role = fields.select("role", "accounts.person.role", fields.answers("accounts.role", role_names()),
                            typed.role);
  view.area = fields.select("area", "accounts.person.area", area_answers(call, choices), typed.area, true);
  view.organisation = fields.select("organisation", "accounts.person.organisation",
                                    organisation_answers(choices), typed.organisation, true);
  view.until =
      fields.date("until", "accounts.person.until", typed.until, {.optional = true, .earliest = call.today});
  view.submit.text = call.text("accounts.person.give");
  const int status = refused ? 409 : faults.empty() ? 200 : 422;
  view.refused = std::move(refused);
  return design::page(call,
                      {.title = one.person.name,
                       .narrow = true,
                       .back_url = people_path(call.service),
                       .is_private = true,
                       .has_faults = !faults.empty()},
                      "accounts/person", view, status);
}

// What the role is held for, with a fault for what its scope asks and was not chosen. What a role has no use
// for is left out: an administrator is one for the whole municipality, whatever the list of areas said.
identity::Grant read_grant(web::FormReader& reader, const Choices& choices, const Typed& typed) {
  identity::Grant grant{.role = typed.role, .area = {}, .organisation = std::nullopt};
  const auto* rule = find_role(typed.role);
  if (!rule) return grant;
  const auto organisation =
      std::ranges::find(choices.organisations, typed.organisation, &organisations::Organisation::key);
  if (organisation != choices.organisations.end() && rule->scope != RoleScope::municipality)
    grant.organisation = organisation->id;
  if (rule->scope == RoleScope::organisation && !grant.organisation)
    reader.fault("organisation", "accounts.fault.organisation_missing");
  const bool is_area =
      std::ranges::find(choices.areas, typed.area, &places::Area::key) != choices.areas.end();
  if (rule->scope == RoleScope::area && is_area) grant.area = typed.area;
  return grant;
}

}  // namespace

http::Response show_person(const web::Call& call) {
  const auto one = asked_for(call);
  if (!one) return design::edge_pages().not_found(call);
  return person_page(call, *one, {});
}

http::Response give_somebody_a_role(const web::Call& call) {
  const auto one = asked_for(call);
  if (!one) return design::edge_pages().not_found(call);
  const auto choices = read_choices(call);
  web::FormReader reader(call.request.form);
  const Typed typed{.role = reader.choice("role", role_names(), "accounts.fault.role_missing").value_or(""),
                    .area = reader.text("area"),
                    .organisation = reader.text("organisation"),
                    .until = reader.text("until")};
  const auto grant = read_grant(reader, choices, typed);
  const auto until = reader.date("until");
  if (until && *until < call.today) reader.fault("until", "accounts.fault.until_past");
  if (!reader.ok()) return person_page(call, *one, typed, reader.faults());

  const GiveRole form{.person = one->person.id,
                      .grant = grant,
                      .ends_at = until ? std::optional(at(plus_days(*until, 1))) : std::nullopt,
                      .granted_by = call.actor.person};
  const auto given =
      call.service.database.write([&](db::Transaction& tx) { return give_role(tx, call.now, form); });
  if (given) return http::see_other(person_path(call.service, one->person.id));
  return std::visit(overloaded{[&](const PersonGone&) { return design::edge_pages().not_found(call); },
                               [&](const RoleHeldAlready& reason) {
                                 const auto refused = fault(reason);
                                 return person_page(call, *one, typed, {&refused, 1});
                               }},
                    given.error());
}

http::Response end_somebodys_role(const web::Call& call) {
  const auto one = asked_for(call);
  const auto role = call.number("role");
  if (!one || !role) return design::edge_pages().not_found(call);
  const auto ended = call.service.database.write(
      [&](db::Transaction& tx) { return end_role(tx, call.now, one->person.id, RoleId{*role}); });
  if (ended) return http::see_other(person_path(call.service, one->person.id));
  return std::visit(
      overloaded{
          // Ended by somebody else meanwhile: the page shows it.
          [&](const NoSuchRole&) { return http::see_other(person_path(call.service, one->person.id)); },
          [&](const LastAdministrator& reason) {
            return person_page(call, *one, {}, {},
                               design::Notice{.tone = "warning", .title = sentence(call, reason)});
          }},
      ended.error());
}

html::SafeHtml show_people_of_organisation(const web::Call& call, std::int64_t organisation) {
  std::vector<std::string> names;
  for (auto& person : call.service.database.read(
           [&](db::Transaction& tx) { return members_of(tx, OrganisationId{organisation}, call.now); }))
    names.push_back(std::move(person.name));
  if (names.empty()) return {};
  const OrganisationPeopleView view{i18n::listed(call.language, names)};
  return call.service.templates.render(call.language, "accounts/organisation_people", view);
}

}  // namespace wijktafel::accounts
