// Where a signal goes whose date has passed: per area, by an administrator.
#include <algorithm>

#include "capabilities/places/places.hpp"
#include "capabilities/safety_net/actions/set_desk.hpp"
#include "capabilities/safety_net/reads/desk_list.hpp"
#include "capabilities/safety_net/web/pages.hpp"
#include "capabilities/safety_net/web/paths.hpp"
#include "capabilities/safety_net/web/views.hpp"
#include "design/fields.hpp"
#include "design/page.hpp"

namespace wijktafel::safety_net {
namespace {

struct Typed {
  std::string area;
  std::string desk;
  std::string valid_from;
};

std::string value_of(const Desk& desk) {
  return std::string(word(desk.kind)) + "-" + std::to_string(desk.reference);
}

// All that the page offers, read in one transaction.
struct Offered {
  std::vector<ListedDesk> desks;
  std::vector<DeskChoice> choices;
  std::vector<design::Choice> areas;
  bool has_town_desk = false;
};

Offered read_offered(const web::Call& call) {
  return call.service.database.read([&](db::Transaction& tx) {
    Offered offered{.desks = list_desks(tx, call.now), .choices = desk_choices(tx, call.now), .areas = {}};
    const auto town = places::find_municipality(tx);
    if (!town) return offered;
    offered.areas.push_back({.value = town->key, .label = town->name});
    for (const auto level : {places::Level::district, places::Level::neighbourhood, places::Level::village})
      for (const auto& area : places::areas_within(tx, town->key, level))
        offered.areas.push_back({.value = area.key, .label = area.full_name});
    offered.has_town_desk = std::ranges::any_of(offered.desks, [&](const ListedDesk& desk) {
      return desk.area == town->key && desk.valid_from <= call.today && !desk.broken;
    });
    return offered;
  });
}

DeskLine line_of(const web::Call& call, const ListedDesk& desk) {
  DeskLine line{.area = desk.area_name,
                .desk = desk.desk_name,
                .since = call.text("safety_net.desks.since",
                                   {{"date", i18n::long_date(call.language, desk.valid_from, call.today)}}),
                .broken = std::nullopt};
  if (desk.kind == DeskKind::none) line.desk = call.text("safety_net.desks.none");
  if (line.desk.empty()) line.desk = call.text("safety_net.desks.gone");
  if (desk.broken) line.broken = call.text("safety_net.broken." + *desk.broken, {{"name", desk.desk_name}});
  return line;
}

http::Response desks_page(const web::Call& call, const Offered& offered, const Typed& typed,
                          const std::vector<web::FieldFault>& faults = {}) {
  const design::Fields fields(call, faults);
  DesksView view;
  view.url = desks_path(call.service);
  view.faults = fields.summary();
  for (const auto& desk : offered.desks) view.desks.push_back(line_of(call, desk));
  if (!offered.has_town_desk) view.nothing = call.text("safety_net.desks.nothing");
  view.area = fields.select("area", "safety_net.desks.area", offered.areas, typed.area);
  std::vector<design::Choice> desks;
  for (const auto& choice : offered.choices)
    desks.push_back({.value = value_of(choice.desk), .label = choice.name});
  desks.push_back({.value = value_of({}), .label = call.text("safety_net.desks.none")});
  view.desk = fields.select("desk", "safety_net.desks.desk", std::move(desks), typed.desk);
  view.valid_from =
      fields.date("valid_from", "safety_net.desks.valid_from", typed.valid_from, {.earliest = call.today});
  view.submit.text = call.text("safety_net.desks.submit");
  return design::page(
      call, {.title = call.text("safety_net.desks.title"), .is_private = true, .has_faults = !faults.empty()},
      "safety_net/desks", view, faults.empty() ? 200 : 422);
}

web::FieldFault fault_of(const SetDeskRefusal& refusal) {
  return std::visit(
      overloaded{[](const NoSuchArea&) { return web::FieldFault{"area", "safety_net.fault.no_area"}; },
                 [](const NoSuchDesk&) { return web::FieldFault{"desk", "safety_net.fault.no_desk"}; },
                 [](const BeginsInThePast&) {
                   return web::FieldFault{"valid_from", "safety_net.fault.date_passed"};
                 }},
      refusal);
}

}  // namespace

http::Response show_desks(const web::Call& call) {
  const auto offered = read_offered(call);
  const auto first = offered.areas.empty() ? std::string() : offered.areas.front().value;
  return desks_page(call, offered, {.area = first, .desk = {}, .valid_from = iso_date(call.today)});
}

http::Response send_desk(const web::Call& call) {
  const auto offered = read_offered(call);
  const auto& form = call.request.form;
  const Typed typed{.area = std::string(form.get("area")),
                    .desk = std::string(form.get("desk")),
                    .valid_from = std::string(form.get("valid_from"))};
  web::FormReader reader(form);
  const auto date = reader.date("valid_from", "safety_net.fault.date_missing");
  std::optional<Desk> desk;
  if (typed.desk == value_of({})) desk = Desk{};
  for (const auto& choice : offered.choices)
    if (value_of(choice.desk) == typed.desk) desk = choice.desk;
  if (!desk) reader.fault("desk", "safety_net.fault.no_desk");
  if (!reader.ok()) return desks_page(call, offered, typed, reader.faults());
  const auto set = call.service.database.write([&](db::Transaction& tx) {
    return set_desk(tx, call.now, call.actor, {.area = typed.area, .desk = *desk, .valid_from = *date});
  });
  if (!set) return desks_page(call, offered, typed, {fault_of(set.error())});
  return http::see_other(desks_path(call.service));
}

html::SafeHtml link_to_desks(const web::Call& call, std::int64_t) {
  if (!call.may("safety_net.set_desks")) return {};
  return call.service.templates.render(call.language, "safety_net/desks_link",
                                       PageLinkView{desks_path(call.service)});
}

}  // namespace wijktafel::safety_net
