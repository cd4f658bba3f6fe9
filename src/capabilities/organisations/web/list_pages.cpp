// What everybody may read: who is who.
#include "capabilities/organisations/organisations.hpp"
#include "capabilities/organisations/reads/who_is_who.hpp"
#include "capabilities/organisations/web/pages.hpp"
#include "capabilities/organisations/web/paths.hpp"
#include "capabilities/organisations/web/views.hpp"
#include "design/edge_pages.hpp"
#include "design/page.hpp"
#include "platform/web/slots.hpp"

namespace wijktafel::organisations {

http::Response show_who_is_who(const web::Call& call) {
  const auto groups = call.service.database.read([](db::Transaction& tx) { return who_is_who(tx); });
  WhoIsWhoView view;
  for (const auto& group : groups) {
    KindSection section{.kind = call.text("organisations.kind." + group.kind), .organisations = {}};
    for (const auto& organisation : group.organisations)
      section.organisations.push_back(
          {.name = organisation.name,
           .url = page_path(call.service, organisation.key),
           .people = web::filled_slot(call, "organisation_people", raw(organisation.id))});
    view.kinds.push_back(std::move(section));
  }
  if (call.may("organisations.manage")) view.manage_url = manage_path(call.service);
  return design::page(call, {.title = call.text("organisations.list.title")}, "organisations/who_is_who",
                      view);
}

http::Response show_organisation(const web::Call& call) {
  const auto organisation =
      call.service.database.read([&](db::Transaction& tx) { return find_by_key(tx, call.parameter("key")); });
  if (!organisation) return design::edge_pages().not_found(call);
  OrganisationView view{.name = organisation->name,
                        .kind = call.text("organisations.kind." + organisation->kind),
                        .people = web::filled_slot(call, "organisation_people", raw(organisation->id)),
                        .more = web::filled_slot(call, "organisation_page", raw(organisation->id)),
                        .list_url = list_path(call.service),
                        .change_url = std::nullopt};
  if (call.may("organisations.manage")) view.change_url = change_path(call.service, organisation->key);
  return design::page(call, {.title = organisation->name, .narrow = true, .back_url = view.list_url},
                      "organisations/organisation_page", view);
}

html::SafeHtml link_to_who_is_who(const web::Call& call, std::int64_t) {
  return call.service.templates.render(call.language, "organisations/who_is_who_link",
                                       PageLinkView{list_path(call.service)});
}

html::SafeHtml link_to_manage(const web::Call& call, std::int64_t) {
  if (!call.may("organisations.manage")) return {};
  return call.service.templates.render(call.language, "organisations/manage_link",
                                       PageLinkView{manage_path(call.service)});
}

}  // namespace wijktafel::organisations
