// "Zet op de agenda van donderdag 3 december", on the page of a signal or a goal.
#include "capabilities/tables/reads/agenda_choice.hpp"
#include "capabilities/tables/web/agenda_button_view.hpp"
#include "capabilities/tables/web/pages.hpp"
#include "capabilities/tables/web/paths.hpp"

namespace wijktafel::tables {

namespace {

std::string on_day(const web::Call& call, std::string_view key, Instant begins_at) {
  return call.text(key, {{"date", i18n::long_date(call.language, local_date(begins_at), call.today)}});
}

}  // namespace

html::SafeHtml agenda_button(const web::Call& call, std::int64_t subject) {
  if (!call.area || !call.may("tables.put_on_agenda")) return {};
  const auto choice = call.service.database.read(
      [&](db::Transaction& tx) { return agenda_choice(call, tx, ItemId{subject}); });
  if (!choice.subject) return {};
  AgendaButtonView view;
  if (choice.already_on) {
    view.buttons.links.push_back({on_day(call, "tables.put.already", choice.begins_at),
                                  items::url_of(call.service, *choice.already_on)});
  } else if (choice.next_meeting) {
    view.buttons.actions.push_back({.text = on_day(call, "tables.put.on_agenda", choice.begins_at),
                                    .url = items::url_of(call.service, *choice.next_meeting) + "/agenda",
                                    .name = "subject",
                                    .value = std::to_string(subject)});
  } else {
    view.no_meeting = call.text("tables.put.no_meeting");
    if (call.may("tables.prepare"))
      view.buttons.links.push_back({call.text("tables.put.plan"), plan_path(*call.area)});
  }
  return call.service.templates.render(call.language, "tables/agenda_button", view);
}

}  // namespace wijktafel::tables
