// What may be set for an area, what holds now and since whom, and a new value from a day on.
#include <algorithm>

#include "capabilities/places/actions/set_setting.hpp"
#include "capabilities/places/reads/settings.hpp"
#include "capabilities/places/web/pages.hpp"
#include "capabilities/places/web/refusals.hpp"
#include "capabilities/places/web/settings_views.hpp"
#include "design/edge_pages.hpp"
#include "design/fields.hpp"
#include "design/page.hpp"

namespace wijktafel::places {
namespace {

std::string path_of(const web::Service& service) {
  return service.municipality_path + "/beheer/instellingen";
}

struct Typed {
  std::string area;
  std::string name;
  std::string value;
  std::string valid_from;
};

struct Offered {
  std::vector<Area> areas;  // the municipality first
  std::vector<StandingSetting> settings;
};

// Nothing when there are no borders yet.
std::optional<Offered> read_offered(const web::Call& call, std::string_view area) {
  return call.service.database.read([&](db::Transaction& tx) -> std::optional<Offered> {
    auto town = find_municipality(tx);
    if (!town) return std::nullopt;
    Offered offered{.areas = {*town}, .settings = {}};
    for (const auto level : {Level::district, Level::village, Level::neighbourhood})
      std::ranges::move(areas_within(tx, town->key, level), std::back_inserter(offered.areas));
    const bool is_known = std::ranges::count(offered.areas, area, &Area::key) > 0;
    offered.settings =
        standing_settings(tx, call.service.settings, is_known ? std::string(area) : town->key, call.today);
    return offered;
  });
}

// "signals.answer_days" is the text "signals.setting.answer_days".
std::string label_of(const web::Call& call, std::string_view name) {
  const auto dot = name.find('.');
  return call.text(std::string(name.substr(0, dot)) + ".setting." + std::string(name.substr(dot + 1)));
}

std::string value_in_words(const web::Call& call, const StandingSetting& setting) {
  if (setting.type == web::Setting::Type::yes_no) return call.text("places.settings." + setting.value);
  return setting.value.empty() ? call.text("places.settings.nothing") : setting.value;
}

// People type "ja"; stored is "yes".
std::string stored_value(const web::Call& call, const std::string& name, const std::string& typed) {
  const auto& all = call.service.settings;
  const auto declared = std::ranges::find(all, name, &web::Setting::name);
  if (declared == all.end() || declared->type != web::Setting::Type::yes_no) return typed;
  if (typed == call.text("places.settings.yes")) return "yes";
  return typed == call.text("places.settings.no") ? "no" : typed;
}

http::Response settings_page(const web::Call& call, const Offered& offered, const Typed& typed,
                             const std::vector<web::FieldFault>& faults = {}) {
  const design::Fields fields(call, faults);
  SettingsView view{.url = path_of(call.service), .faults = fields.summary()};
  const auto here = std::ranges::find(offered.areas, typed.area, &Area::key);
  view.heading =
      call.text("places.settings.here",
                {{"area", here == offered.areas.end() ? offered.areas.front().name : here->full_name}});
  std::vector<design::Choice> areas;
  for (const auto& area : offered.areas) areas.push_back({.value = area.key, .label = area.full_name});
  std::vector<design::Choice> names;
  for (const auto& setting : offered.settings) {
    view.lines.push_back({.name = label_of(call, setting.name),
                          .value = value_in_words(call, setting),
                          .from = setting.from.empty()
                                      ? call.text("places.settings.declared")
                                      : call.text("places.settings.from", {{"area", setting.from}})});
    names.push_back({.value = setting.name, .label = view.lines.back().name});
  }
  view.shown_area = fields.select("gebied", "places.settings.area", areas, typed.area);
  view.show.text = call.text("places.settings.show");
  view.area = fields.select("area", "places.settings.for_area", areas, typed.area);
  view.name = fields.select("name", "places.settings.name", std::move(names), typed.name);
  view.value = fields.text("value", "places.settings.value", typed.value);
  view.valid_from =
      fields.date("valid_from", "places.settings.valid_from", typed.valid_from, {.earliest = call.today});
  view.submit.text = call.text("places.settings.submit");
  return design::page(call,
                      {.title = call.text("places.settings.title"),
                       .is_private = true,
                       .has_faults = !faults.empty(),
                       .query = {"gebied"}},
                      "places/settings", view, faults.empty() ? 200 : 422);
}

std::string field_of(const SetSettingRefusal& refusal) {
  return std::visit(overloaded{[](const UnknownSetting&) { return std::string("name"); },
                               [](const UnknownArea&) { return std::string("area"); },
                               [](const ValueDoesNotFit&) { return std::string("value"); },
                               [](const StartsInThePast&) { return std::string("valid_from"); }},
                    refusal);
}

// The sentence of the import names the setting as a file does; here it is named as on the page.
web::FieldFault fault_of(const web::Call& call, const SetSettingRefusal& refusal) {
  const auto sentence_of_value = [&](const ValueDoesNotFit& wrong) {
    const auto* key = wrong.type == web::Setting::Type::whole_number ? "places.settings.not_a_number"
                      : wrong.type == web::Setting::Type::yes_no     ? "places.settings.not_yes_or_no"
                                                                     : "places.settings.too_long";
    return web::FieldFault{"value", key, {{"name", label_of(call, wrong.name)}}};
  };
  if (const auto* wrong = std::get_if<ValueDoesNotFit>(&refusal)) return sentence_of_value(*wrong);
  return {field_of(refusal),
          "places.settings.refused",
          {{"reason", sentence(call.service.words, call.language, refusal)}}};
}

}  // namespace

http::Response show_settings(const web::Call& call) {
  const std::string area(call.request.query_value("gebied"));
  const auto offered = read_offered(call, area);
  if (!offered) return design::edge_pages().not_found(call);
  const bool is_known = std::ranges::count(offered->areas, area, &Area::key) > 0;
  return settings_page(call, *offered,
                       {.area = is_known ? area : offered->areas.front().key,
                        .name = {},
                        .value = {},
                        .valid_from = iso_date(call.today)});
}

http::Response send_setting(const web::Call& call) {
  web::FormReader reader(call.request.form);
  const auto& form = call.request.form;
  const Typed typed{.area = std::string(form.get("area")),
                    .name = std::string(form.get("name")),
                    .value = reader.text("value"),
                    .valid_from = std::string(form.get("valid_from"))};
  const auto date = reader.date("valid_from", "places.settings.date_missing");
  const auto offered = read_offered(call, typed.area);
  if (!offered) return design::edge_pages().not_found(call);
  if (!reader.ok()) return settings_page(call, *offered, typed, reader.faults());
  const auto set = call.service.database.write([&](db::Transaction& tx) {
    return set_setting(tx, call.service.clock, call.actor, call.service.settings,
                       {.area = typed.area,
                        .name = typed.name,
                        .value = stored_value(call, typed.name, typed.value),
                        .valid_from = *date});
  });
  if (!set) return settings_page(call, *offered, typed, {fault_of(call, set.error())});
  return http::see_other(path_of(call.service) + "?gebied=" + http::percent_encoded(typed.area));
}

html::SafeHtml link_to_settings(const web::Call& call, std::int64_t) {
  if (!call.may("places.set_settings")) return {};
  return call.service.templates.render(call.language, "places/settings_link",
                                       SettingsLinkView{path_of(call.service)});
}

}  // namespace wijktafel::places
