// What an administrator does: the themes, and what holds for each in which area.
#include <algorithm>

#include "capabilities/places/places.hpp"
#include "capabilities/themes/actions/change_themes.hpp"
#include "capabilities/themes/actions/import_themes.hpp"
#include "capabilities/themes/model.hpp"
#include "capabilities/themes/reads/theme_rules.hpp"
#include "capabilities/themes/web/pages.hpp"
#include "capabilities/themes/web/paths.hpp"
#include "capabilities/themes/web/views.hpp"
#include "design/edge_pages.hpp"
#include "design/fields.hpp"
#include "design/page.hpp"

namespace wijktafel::themes {
namespace {

constexpr std::size_t description_most = 200;
constexpr std::size_t keywords_most = 2000;

std::vector<std::string> door_values() { return {doors.begin(), doors.end()}; }

std::vector<std::string> domain_values() {
  std::vector<std::string> values;
  for (const auto& [word, bit] : domains) values.emplace_back(word);
  return values;
}

ThemeForm theme_form(const web::Call& call, const Theme& theme, const std::string& url,
                     std::span<const web::FieldFault> faults) {
  const design::Fields fields(call, faults);
  ThemeForm form;
  form.url = url;
  form.faults = fields.summary();
  form.name = fields.text("name", "themes.form.name", theme.name);
  form.name_en = fields.text("name_en", "themes.form.name_en", theme.name_en, {.optional = true});
  form.description =
      fields.text("description", "themes.form.description", theme.description, {.optional = true});
  form.description_en =
      fields.text("description_en", "themes.form.description_en", theme.description_en, {.optional = true});
  form.group = fields.text("group", "themes.form.group", theme.group, {.optional = true});
  form.domains = fields.checks("domains", "themes.form.domains",
                               fields.answers("themes.domain", domain_values()), domain_words(theme.domains));
  form.keywords = fields.area("keywords", "themes.form.keywords", typed_keywords(theme.keywords),
                              {.optional = true, .rows = 3});
  form.duty_of_care = fields.tick("duty_of_care", "themes.form.duty_of_care", theme.is_duty_of_care);
  form.confidential = fields.tick("confidential", "themes.form.confidential", theme.is_confidential);
  form.door =
      fields.select("door", "themes.form.door", fields.answers("themes.door", door_values()), theme.door);
  return form;
}

// With the key, the place in the list and nothing else of the theme that is changed.
Theme read_theme(web::FormReader& reader, const Theme& before) {
  Theme theme = before;
  theme.name = reader.text("name", {.most = name_most, .missing_key = "themes.fault.name_missing"});
  theme.name_en = reader.text("name_en", {.most = name_most});
  theme.description = reader.text("description", {.most = description_most});
  theme.description_en = reader.text("description_en", {.most = description_most});
  theme.group = reader.text("group", {.most = name_most});
  theme.domains = domains_of(reader.choices("domains", domain_values()));
  theme.keywords = keywords_of(reader.text("keywords", {.most = keywords_most}));
  theme.is_duty_of_care = reader.checked("duty_of_care");
  theme.is_confidential = reader.checked("confidential");
  theme.is_active = !reader.checked("ended");
  theme.door = reader.choice("door", door_values()).value_or("none");
  if (!theme.name.empty() && theme.domains == 0) reader.fault("domains", "themes.fault.domains_missing");
  return theme;
}

ManagedTheme managed(const web::Call& call, db::Transaction& tx, const Theme& theme) {
  const auto rule = rule_for(tx, theme.key, call.area->lineage, call.today);
  std::string about = theme.group;
  const auto add = [&](const std::string& text) { about += (about.empty() ? "" : " · ") + text; };
  if (rule.term_days) add(call.text("themes.manage.days", {{"days", std::int64_t{*rule.term_days}}}));
  if (theme.is_duty_of_care) add(call.text("themes.manage.duty_of_care"));
  if (theme.is_confidential) add(call.text("themes.manage.confidential"));
  if (theme.door != "none") add(call.text("themes.door." + theme.door));
  return {.name = theme.name,
          .url = change_path(call.service, theme.key),
          .about = about,
          .has_ended = !theme.is_active};
}

http::Response manage_page(const web::Call& call, const Theme& typed,
                           std::span<const web::FieldFault> faults = {}) {
  ManageView view;
  view.public_url = list_path(*call.area);
  view.form = theme_form(call, typed, manage_path(call.service), faults);
  view.form.submit.text = call.text("themes.manage.add");
  call.service.database.read([&](db::Transaction& tx) {
    for (const auto& theme : all_themes(tx)) view.themes.push_back(managed(call, tx, theme));
    if (const auto missing = missing_from_catalogue(tx); missing > 0)
      view.adopt = AdoptForm{.url = call.service.municipality_path + "/beheer/themas-overnemen",
                             .text = call.text("themes.manage.adopt", {{"count", std::int64_t{missing}}})};
  });
  return design::page(
      call, {.title = call.text("themes.manage.title"), .is_private = true, .has_faults = !faults.empty()},
      "themes/manage", view, faults.empty() ? 200 : 422);
}

// --- one theme ---
struct TypedRule {
  std::string area;
  std::string term_days;
  std::string holder;
  std::string valid_from;
};

std::string value_of(const HolderChoice& choice) {
  return choice.team ? "team-" + std::to_string(*choice.team)
                     : "organisation-" + std::to_string(raw(choice.organisation));
}

std::vector<design::Choice> area_choices(db::Transaction& tx) {
  std::vector<design::Choice> areas;
  const auto town = places::find_municipality(tx);
  if (!town) return areas;
  areas.push_back({.value = town->key, .label = town->name});
  for (const auto level : {places::Level::district, places::Level::neighbourhood, places::Level::village})
    for (const auto& area : places::areas_within(tx, town->key, level))
      areas.push_back({.value = area.key, .label = area.full_name});
  return areas;
}

RuleForm rule_form(const web::Call& call, db::Transaction& tx, const Theme& theme, const TypedRule& typed,
                   std::span<const web::FieldFault> faults) {
  const design::Fields fields(call, faults);
  std::vector<design::Choice> holders;
  for (const auto& choice : holder_choices(tx))
    holders.push_back({.value = value_of(choice), .label = choice.name});
  RuleForm form;
  form.url = change_path(call.service, theme.key) + "/regels";
  form.faults = fields.summary();
  form.area = fields.select("area", "themes.rule.area", area_choices(tx), typed.area);
  form.term_days = fields.text("term_days", "themes.rule.term_days", typed.term_days,
                               {.optional = true, .input_mode = "numeric", .width = "short"});
  form.holder = fields.select("holder", "themes.rule.holder", std::move(holders), typed.holder, true);
  form.valid_from =
      fields.date("valid_from", "themes.rule.valid_from", typed.valid_from, {.earliest = call.today});
  form.submit.text = call.text("themes.rule.submit");
  return form;
}

RuleLine rule_line(const web::Call& call, const ShownRule& rule) {
  std::string what;
  if (rule.term_days) what = call.text("themes.manage.days", {{"days", std::int64_t{*rule.term_days}}});
  if (!rule.holder.empty())
    what += (what.empty() ? "" : ", ") + call.text("themes.rule.first", {{"holder", rule.holder}});
  if (what.empty()) what = call.text("themes.rule.nothing");
  const bool is_coming = rule.valid_from > call.today;
  const auto date = i18n::long_date(call.language, rule.valid_from, call.today);
  return {.area = rule.area_name,
          .what = what,
          .since = call.text(is_coming ? "themes.rule.from" : "themes.rule.since", {{"date", date}}),
          .is_over = !is_coming && !rule.holds,
          .is_gone = rule.is_gone};
}

http::Response change_page(const web::Call& call, const Theme& theme, std::span<const web::FieldFault> faults,
                           const TypedRule& typed, std::span<const web::FieldFault> rule_faults) {
  ChangeView view;
  view.title = theme.name;
  view.no_rules = call.text("themes.rule.none");
  view.form = theme_form(call, theme, change_path(call.service, theme.key), faults);
  view.form.ended = design::Fields(call, faults).tick("ended", "themes.form.ended", !theme.is_active);
  view.form.submit = {.text = call.text("themes.change.save"),
                      .way_out = design::Link{call.text("themes.change.way_out"), manage_path(call.service)}};
  call.service.database.read([&](db::Transaction& tx) {
    for (const auto& rule : rules_of_theme(tx, theme.key, call.today))
      view.rules.push_back(rule_line(call, rule));
    view.rule = rule_form(call, tx, theme, typed, rule_faults);
  });
  const bool has_faults = !faults.empty() || !rule_faults.empty();
  return design::page(call,
                      {.title = theme.name,
                       .narrow = true,
                       .back_url = manage_path(call.service),
                       .is_private = true,
                       .has_faults = has_faults},
                      "themes/change", view, has_faults ? 422 : 200);
}

TypedRule new_rule(const web::Call& call) {
  return {.area = call.area->key, .term_days = {}, .holder = {}, .valid_from = iso_date(call.today)};
}

std::optional<Theme> asked_for(const web::Call& call) {
  return call.service.database.read(
      [&](db::Transaction& tx) { return find_theme(tx, call.parameter("key")); });
}

web::FieldFault fault_of(const SetRuleRefusal& refusal) {
  return std::visit(
      overloaded{
          [](const NoSuchTheme&) { return web::FieldFault{"area", "themes.fault.no_theme"}; },
          [](const NoSuchArea&) { return web::FieldFault{"area", "themes.fault.no_area"}; },
          [](const NoSuchHolder&) { return web::FieldFault{"holder", "themes.fault.no_holder"}; },
          [](const BeginsInThePast&) { return web::FieldFault{"valid_from", "themes.fault.date_passed"}; }},
      refusal);
}

SetRule read_rule(const web::Call& call, web::FormReader& reader, const Theme& theme,
                  const TypedRule& typed) {
  SetRule rule{.theme = theme.key, .area = typed.area, .valid_from = call.today};
  if (!typed.term_days.empty())
    if (const auto days = reader.whole_number("term_days", 1, term_days_most))
      rule.term_days = static_cast<int>(*days);
  rule.valid_from = reader.date("valid_from", "themes.fault.date_missing").value_or(call.today);
  if (typed.holder.empty()) return rule;
  const auto choices = call.service.database.read([](db::Transaction& tx) { return holder_choices(tx); });
  const auto chosen = std::ranges::find(choices, typed.holder, value_of);
  if (chosen == choices.end()) {
    reader.fault("holder", "themes.fault.no_holder");
  } else {
    rule.holder = chosen->organisation;
    rule.team = chosen->team;
  }
  return rule;
}

}  // namespace

http::Response show_manage(const web::Call& call) { return manage_page(call, {}); }

http::Response add(const web::Call& call) {
  web::FormReader reader(call.request.form);
  const auto theme = read_theme(reader, {});
  if (!reader.ok()) return manage_page(call, theme, reader.faults());
  const auto added = call.service.database.write([&](db::Transaction& tx) { return add_theme(tx, theme); });
  if (added) return http::see_other(change_path(call.service, *added));
  reader.fault("name", "themes.fault.name_taken", {{"name", added.error().name}});
  return manage_page(call, theme, reader.faults());
}

http::Response adopt(const web::Call& call) {
  call.service.database.write([&](db::Transaction& tx) { return adopt_catalogue(tx, call.now); });
  return http::see_other(manage_path(call.service));
}

http::Response show_change(const web::Call& call) {
  const auto theme = asked_for(call);
  return theme ? change_page(call, *theme, {}, new_rule(call), {}) : design::not_found(call);
}

http::Response change(const web::Call& call) {
  const auto before = asked_for(call);
  if (!before) return design::not_found(call);
  web::FormReader reader(call.request.form);
  const auto theme = read_theme(reader, *before);
  if (!reader.ok()) return change_page(call, theme, reader.faults(), new_rule(call), {});
  const bool changed =
      call.service.database.write([&](db::Transaction& tx) { return change_theme(tx, theme); });
  return changed ? http::see_other(change_path(call.service, theme.key)) : design::not_found(call);
}

http::Response add_rule(const web::Call& call) {
  const auto theme = asked_for(call);
  if (!theme) return design::not_found(call);
  const auto& form = call.request.form;
  const TypedRule typed{.area = std::string(form.get("area")),
                        .term_days = std::string(form.get("term_days")),
                        .holder = std::string(form.get("holder")),
                        .valid_from = std::string(form.get("valid_from"))};
  web::FormReader reader(form);
  const auto rule = read_rule(call, reader, *theme, typed);
  if (!reader.ok()) return change_page(call, *theme, {}, typed, reader.faults());
  const auto set = call.service.database.write(
      [&](db::Transaction& tx) { return set_rule(tx, call.now, call.actor.person, rule); });
  if (set) return http::see_other(change_path(call.service, theme->key));
  return change_page(call, *theme, {}, typed, std::vector{fault_of(set.error())});
}

}  // namespace wijktafel::themes
