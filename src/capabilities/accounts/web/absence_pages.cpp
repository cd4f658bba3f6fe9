// When somebody is away, and who does their work meanwhile.
#include <algorithm>

#include "capabilities/accounts/actions/set_absence.hpp"
#include "capabilities/accounts/reads/absences.hpp"
#include "capabilities/accounts/web/absence_views.hpp"
#include "capabilities/accounts/web/pages.hpp"
#include "capabilities/accounts/web/paths.hpp"
#include "design/edge_pages.hpp"
#include "design/fields.hpp"
#include "design/page.hpp"

namespace wijktafel::accounts {
namespace {

struct Typed {
  std::string first_day;
  std::string last_day;
  std::string deputy;
};

std::string absence_path(const web::Call& call) { return my_path(call.service) + "/afwezig"; }

std::string when_in_words(const web::Call& call, const Absence& absence) {
  return call.text("accounts.absence.when",
                   {{"first", i18n::long_date(call.language, absence.first_day, call.today)},
                    {"last", i18n::long_date(call.language, absence.last_day, call.today)}});
}

web::FieldFault fault_of(const web::Call& call, const SetAbsenceRefusal& refusal) {
  return std::visit(
      overloaded{
          [](const EndsBeforeItBegins&) {
            return web::FieldFault{"last_day", "accounts.absence.fault.ends_before"};
          },
          [](const IsOverAlready&) { return web::FieldFault{"last_day", "accounts.absence.fault.over"}; },
          [](const StandsInForThemselves&) {
            return web::FieldFault{"deputy", "accounts.absence.fault.no_deputy"};
          },
          [](const NoSuchDeputy&) { return web::FieldFault{"deputy", "accounts.absence.fault.no_deputy"}; },
          [&](const AwayThenAlready& away) {
            return web::FieldFault{
                "first_day",
                "accounts.absence.fault.already",
                {{"when", when_in_words(call, {.first_day = away.first_day, .last_day = away.last_day})}}};
          }},
      refusal);
}

http::Response absence_page(const web::Call& call, const Typed& typed,
                            std::span<const web::FieldFault> faults = {}) {
  const auto mine = call.service.database.read(
      [&](db::Transaction& tx) { return my_absences(tx, call.now, *call.actor.person); });
  const design::Fields fields(call, faults);
  AbsenceView view;
  view.url = absence_path(call);
  view.faults = fields.summary();
  std::vector<std::string> names;
  names.reserve(mine.stands_in_for.size());
  for (const auto& person : mine.stands_in_for) names.push_back(person.name);
  if (!names.empty())
    view.stands_in = call.text("accounts.absence.stands_in", {{"names", i18n::listed(call.language, names)}});
  for (const auto& [absence, deputy] : mine.absences)
    view.absences.push_back({.when = when_in_words(call, absence),
                             .deputy = deputy.empty()
                                           ? call.text("accounts.absence.without_deputy")
                                           : call.text("accounts.absence.with_deputy", {{"name", deputy}}),
                             .remove_url = absence_path(call) + "/" + std::to_string(absence.id)});
  view.first_day =
      fields.date("first_day", "accounts.absence.first_day", typed.first_day, {.earliest = call.today});
  view.last_day =
      fields.date("last_day", "accounts.absence.last_day", typed.last_day, {.earliest = call.today});
  std::vector<design::Choice> choices;
  choices.reserve(mine.choices.size());
  for (const auto& person : mine.choices)
    choices.push_back({.value = std::to_string(raw(person.id)), .label = person.name});
  view.deputy = fields.select("deputy", "accounts.absence.deputy", std::move(choices), typed.deputy, true);
  view.submit = {.text = call.text("accounts.absence.submit"),
                 .way_out = design::Link{call.text("accounts.my.title"), my_path(call.service)}};
  return design::page(call,
                      {.title = call.text("accounts.absence.title"),
                       .narrow = true,
                       .is_private = true,
                       .has_faults = !faults.empty()},
                      "accounts/absence", view, faults.empty() ? 200 : 422);
}

std::optional<PersonId> deputy_of(const web::Call& call, web::FormReader& reader, std::string_view typed) {
  if (typed.empty()) return std::nullopt;
  const auto mine = call.service.database.read(
      [&](db::Transaction& tx) { return my_absences(tx, call.now, *call.actor.person); });
  for (const auto& person : mine.choices)
    if (std::to_string(raw(person.id)) == typed) return person.id;
  reader.fault("deputy", "accounts.absence.fault.no_deputy");
  return std::nullopt;
}

}  // namespace

http::Response show_absence(const web::Call& call) { return absence_page(call, {}); }

http::Response send_absence(const web::Call& call) {
  const auto& form = call.request.form;
  const Typed typed{.first_day = std::string(form.get("first_day")),
                    .last_day = std::string(form.get("last_day")),
                    .deputy = std::string(form.get("deputy"))};
  web::FormReader reader(form);
  const auto first = reader.date("first_day", "accounts.absence.fault.date_missing");
  const auto last = reader.date("last_day", "accounts.absence.fault.date_missing");
  const auto deputy = deputy_of(call, reader, typed.deputy);
  if (!reader.ok()) return absence_page(call, typed, reader.faults());
  const auto set = call.service.database.write([&](db::Transaction& tx) {
    return set_absence(
        tx, call.now,
        {.person = *call.actor.person, .deputy = deputy, .first_day = *first, .last_day = *last});
  });
  if (set) return http::see_other(absence_path(call));
  const auto refused = fault_of(call, set.error());
  return absence_page(call, typed, {&refused, 1});
}

http::Response take_absence_back(const web::Call& call) {
  const auto number = call.number();
  if (!number) return design::not_found(call);
  const bool was_there = call.service.database.write(
      [&](db::Transaction& tx) { return take_back_absence(tx, *call.actor.person, *number); });
  return was_there ? http::see_other(absence_path(call)) : design::not_found(call);
}

html::SafeHtml link_to_absence(const web::Call& call, std::int64_t) {
  const auto has_desk = [](const identity::Grant& grant) {
    return grant.role != "resident" && grant.role != "panel_member";
  };
  if (!call.actor.person || std::ranges::none_of(call.actor.grants, has_desk)) return {};
  const auto absence = call.service.database.read(
      [&](db::Transaction& tx) { return absence_on(tx, *call.actor.person, call.today); });
  const AbsenceLinkView view{
      .url = absence_path(call),
      .text = absence ? call.text("accounts.absence.until",
                                  {{"last", i18n::long_date(call.language, absence->last_day, call.today)}})
                      : call.text("accounts.absence.title")};
  return call.service.templates.render(call.language, "accounts/absence_link", view);
}

}  // namespace wijktafel::accounts
