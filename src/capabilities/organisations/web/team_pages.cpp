#include "capabilities/organisations/web/team_pages.hpp"

#include <algorithm>
#include <charconv>

#include "capabilities/organisations/actions/change_teams.hpp"
#include "capabilities/organisations/model.hpp"
#include "capabilities/organisations/web/paths.hpp"
#include "capabilities/organisations/web/team_views.hpp"
#include "design/edge_pages.hpp"
#include "design/fields.hpp"
#include "design/page.hpp"
#include "platform/web/slots.hpp"

namespace wijktafel::organisations {
namespace {

constexpr std::size_t members_most = 500;

std::string teams_path(const web::Call& call, std::string_view key) {
  return change_path(call.service, key) + "/teams";
}

std::string team_path(const web::Call& call, TeamId team) {
  return call.service.municipality_path + "/beheer/teams/" + std::to_string(raw(team));
}

std::optional<identity::PersonId> person_of(std::string_view text) {
  std::int64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || read.ec != std::errc{} || read.ptr != text.data() + text.size() || number <= 0)
    return std::nullopt;
  return identity::PersonId{number};
}

std::vector<identity::PersonId> members_of_form(const http::Form& form) {
  std::vector<identity::PersonId> members;
  for (const auto& [name, value] : form.fields) {
    const auto person = name == "team_member" ? person_of(value) : std::nullopt;
    if (person && members.size() < members_most && std::ranges::find(members, *person) == members.end())
      members.push_back(*person);
  }
  return members;
}

std::optional<Organisation> organisation_asked_for(const web::Call& call) {
  return call.service.database.read(
      [&](db::Transaction& tx) { return find_by_key(tx, call.parameter("key")); });
}

std::optional<Team> team_asked_for(const web::Call& call) {
  const auto number = call.number();
  if (!number) return std::nullopt;
  return call.service.database.read([&](db::Transaction& tx) { return find_team(tx, TeamId{*number}); });
}

std::string read_name(web::FormReader& reader) {
  return reader.text("team_name", {.most = name_limit, .missing_key = "organisations.team.name_missing"});
}

http::Response teams_page(const web::Call& call, const Organisation& organisation, std::string_view name,
                          std::span<const web::FieldFault> faults = {}) {
  const design::Fields fields(call, faults);
  TeamsView view;
  view.title = call.text("organisations.team.title_all", {{"name", organisation.name}});
  view.url = teams_path(call, organisation.key);
  call.service.database.read([&](db::Transaction& tx) {
    for (const auto& team : teams_of(tx, organisation.id))
      view.teams.push_back({.name = team.name,
                            .url = team_path(call, team.id),
                            .is_empty = members_of_team(tx, team.id).empty()});
  });
  view.faults = fields.summary();
  view.name = fields.text("team_name", "organisations.team.name", name);
  view.submit.text = call.text("organisations.team.add");
  return design::page(call,
                      {.title = view.title,
                       .narrow = true,
                       .back_url = page_path(call.service, organisation.key),
                       .is_private = true,
                       .has_faults = !faults.empty()},
                      "organisations/teams", view, faults.empty() ? 200 : 422);
}

http::Response team_page(const web::Call& call, const Team& team, std::string_view name,
                         std::span<const web::FieldFault> faults = {}) {
  const auto organisation = call.service.database.read(
      [&](db::Transaction& tx) { return find_organisation(tx, team.organisation); });
  if (!organisation) return design::not_found(call);
  const design::Fields fields(call, faults);
  TeamView view;
  view.title = team.name;
  view.organisation = organisation->name;
  view.url = team_path(call, team.id);
  view.faults = fields.summary();
  view.name = fields.text("team_name", "organisations.team.name", name);
  view.people = web::filled_slot(call, "team_people", raw(team.id));
  view.submit = {
      .text = call.text("organisations.change.save"),
      .way_out = design::Link{call.text("organisations.team.way_out"), teams_path(call, organisation->key)}};
  return design::page(call,
                      {.title = view.title,
                       .narrow = true,
                       .back_url = teams_path(call, organisation->key),
                       .is_private = true,
                       .has_faults = !faults.empty()},
                      "organisations/team", view, faults.empty() ? 200 : 422);
}

web::FieldFault taken(const TeamNameTaken& refusal) {
  return {.field = "team_name",
          .word_key = "organisations.team.name_taken",
          .arguments = {{"name", refusal.name}}};
}

}  // namespace

http::Response show_teams(const web::Call& call) {
  const auto organisation = organisation_asked_for(call);
  return organisation ? teams_page(call, *organisation, "") : design::not_found(call);
}

http::Response add_one_team(const web::Call& call) {
  const auto organisation = organisation_asked_for(call);
  if (!organisation) return design::not_found(call);
  web::FormReader reader(call.request.form);
  const auto name = read_name(reader);
  if (!reader.ok()) return teams_page(call, *organisation, name, reader.faults());
  const auto added =
      call.service.database.write([&](db::Transaction& tx) { return add_team(tx, organisation->id, name); });
  if (added) return http::see_other(team_path(call, *added));
  const auto refused = taken(added.error());
  return teams_page(call, *organisation, name, {&refused, 1});
}

http::Response show_team(const web::Call& call) {
  const auto team = team_asked_for(call);
  return team ? team_page(call, *team, team->name) : design::not_found(call);
}

http::Response change_one_team(const web::Call& call) {
  const auto team = team_asked_for(call);
  if (!team) return design::not_found(call);
  web::FormReader reader(call.request.form);
  const auto name = read_name(reader);
  if (!reader.ok()) return team_page(call, *team, name, reader.faults());
  const auto changed = call.service.database.write([&](db::Transaction& tx) {
    return change_team(tx, {.team = team->id,
                            .name = name,
                            .manager = person_of(call.request.form.get("team_manager")),
                            .members = members_of_form(call.request.form)});
  });
  if (changed) return http::see_other(team_path(call, team->id));
  return std::visit(overloaded{[&](const NoSuchTeam&) { return design::not_found(call); },
                               [&](const TeamNameTaken& refusal) {
                                 const auto refused = taken(refusal);
                                 return team_page(call, *team, name, {&refused, 1});
                               }},
                    changed.error());
}

html::SafeHtml show_teams_of_organisation(const web::Call& call, std::int64_t organisation) {
  OwnTeamsView view;
  call.service.database.read([&](db::Transaction& tx) {
    for (auto& team : teams_of(tx, OrganisationId{organisation})) view.teams.push_back(std::move(team.name));
    const auto found = find_organisation(tx, OrganisationId{organisation});
    if (found && call.may("organisations.manage")) view.change_url = teams_path(call, found->key);
  });
  if (view.teams.empty() && !view.change_url) return {};
  return call.service.templates.render(call.language, "organisations/own_teams", view);
}

}  // namespace wijktafel::organisations
