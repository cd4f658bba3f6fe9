// What an administrator does: add an organisation, give it another name or kind.
#include "capabilities/organisations/actions/add_organisation.hpp"
#include "capabilities/organisations/actions/change_organisation.hpp"
#include "capabilities/organisations/model.hpp"
#include "capabilities/organisations/reads/who_is_who.hpp"
#include "capabilities/organisations/web/pages.hpp"
#include "capabilities/organisations/web/paths.hpp"
#include "capabilities/organisations/web/refusals.hpp"
#include "capabilities/organisations/web/views.hpp"
#include "design/edge_pages.hpp"
#include "design/fields.hpp"
#include "design/page.hpp"

namespace wijktafel::organisations {

namespace {

std::vector<std::string> kind_values() { return {kinds.begin(), kinds.end()}; }

struct Typed {
  std::string name;
  std::string kind;
};

Typed read(web::FormReader& reader) {
  Typed typed;
  typed.name = reader.text("name", {.most = name_limit, .missing_key = "organisations.fault.name_missing"});
  typed.kind = reader.choice("kind", kind_values(), "organisations.fault.kind_missing").value_or("");
  return typed;
}

OrganisationFormView form(const web::Call& call, const Typed& typed,
                          std::span<const web::FieldFault> faults) {
  const design::Fields fields(call, faults);
  OrganisationFormView view;
  view.faults = fields.summary();
  view.name = fields.text("name", "organisations.form.name", typed.name);
  view.kind = fields.select("kind", "organisations.form.kind",
                            fields.answers("organisations.kind", kind_values()), typed.kind);
  return view;
}

http::Response manage_page(const web::Call& call, const Typed& typed,
                           std::span<const web::FieldFault> faults = {}) {
  auto view = form(call, typed, faults);
  view.title = call.text("organisations.manage.title");
  view.url = manage_path(call.service);
  view.submit.text = call.text("organisations.manage.add");
  for (const auto& group : call.service.database.read([](db::Transaction& tx) { return who_is_who(tx); })) {
    KindSection section{.kind = call.text("organisations.kind." + group.kind), .organisations = {}};
    for (const auto& organisation : group.organisations)
      section.organisations.push_back(
          {.name = organisation.name, .url = change_path(call.service, organisation.key), .people = {}});
    view.kinds.push_back(std::move(section));
  }
  return design::page(
      call, {.title = view.title, .back_url = list_path(call.service), .has_faults = !faults.empty()},
      "organisations/organisation_form", view, faults.empty() ? 200 : 422);
}

http::Response change_page(const web::Call& call, const Organisation& organisation, const Typed& typed,
                           std::span<const web::FieldFault> faults = {}) {
  auto view = form(call, typed, faults);
  view.title = call.text("organisations.change.title", {{"name", organisation.name}});
  view.url = change_path(call.service, organisation.key);
  view.submit.text = call.text("organisations.change.save");
  return design::page(call,
                      {.title = view.title,
                       .narrow = true,
                       .back_url = page_path(call.service, organisation.key),
                       .has_faults = !faults.empty()},
                      "organisations/organisation_form", view, faults.empty() ? 200 : 422);
}

std::optional<Organisation> asked_for(const web::Call& call) {
  return call.service.database.read(
      [&](db::Transaction& tx) { return find_by_key(tx, call.parameter("key")); });
}

}  // namespace

http::Response show_manage(const web::Call& call) { return manage_page(call, {}); }

http::Response add(const web::Call& call) {
  web::FormReader reader(call.request.form);
  const auto typed = read(reader);
  if (!reader.ok()) return manage_page(call, typed, reader.faults());
  const auto added = call.service.database.write(
      [&](db::Transaction& tx) { return add_organisation(tx, {.kind = typed.kind, .name = typed.name}); });
  if (added) return http::see_other(manage_path(call.service));
  const auto refused = std::visit([](const NameTaken& taken) { return fault(taken); }, added.error());
  return manage_page(call, typed, {&refused, 1});
}

http::Response show_change(const web::Call& call) {
  const auto organisation = asked_for(call);
  if (!organisation) return design::edge_pages().not_found(call);
  return change_page(call, *organisation, {.name = organisation->name, .kind = organisation->kind});
}

http::Response change(const web::Call& call) {
  const auto organisation = asked_for(call);
  if (!organisation) return design::edge_pages().not_found(call);
  web::FormReader reader(call.request.form);
  const auto typed = read(reader);
  if (!reader.ok()) return change_page(call, *organisation, typed, reader.faults());
  const auto changed = call.service.database.write([&](db::Transaction& tx) {
    return change_organisation(tx, {.key = organisation->key, .kind = typed.kind, .name = typed.name});
  });
  if (changed) return http::see_other(page_path(call.service, organisation->key));
  return std::visit(
      overloaded{[&](const NoSuchOrganisation&) { return design::edge_pages().not_found(call); },
                 [&](const NameTaken& taken) {
                   const auto refused = fault(taken);
                   return change_page(call, *organisation, typed, {&refused, 1});
                 }},
      changed.error());
}

}  // namespace wijktafel::organisations
