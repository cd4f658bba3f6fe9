#include "capabilities/goals/web/goal_page.hpp"

#include "base/text.hpp"
#include "capabilities/goals/reads/goal_details.hpp"
#include "capabilities/goals/web/here.hpp"
#include "capabilities/goals/web/organisation_choice.hpp"
#include "capabilities/goals/web/pages.hpp"
#include "capabilities/goals/web/paths.hpp"
#include "capabilities/goals/web/shown.hpp"
#include "design/edge_pages.hpp"
#include "design/page.hpp"
#include "platform/web/slots.hpp"

namespace wijktafel::goals {
namespace {

bool has_fault(const CameBack& back, std::initializer_list<std::string_view> fields) {
  for (const auto& fault : back.faults)
    for (const auto field : fields)
      if (fault.field == field) return true;
  return false;
}

ActionForm measure_form(const web::Call& call, const GoalDetails& goal, const CameBack& back) {
  const design::Fields fields(call, back.faults);
  const auto typed = [&](std::string_view name) { return call.request.form.get(name); };
  ActionForm form{.title = call.text("goals.form.measure.title"),
                  .url = goal_path(*call.area, goal.item.id, "meting"),
                  .open = has_fault(back, {"measured_value", "measured_on", "measured_note"})};
  form.value = fields.text("measured_value", "goals.form.measured_value", typed("measured_value"),
                           {.input_mode = "decimal", .width = "short"});
  form.date =
      fields.date("measured_on", "goals.form.measured_on", typed("measured_on"), {.latest = call.today});
  form.text = fields.area("measured_note", "goals.form.measured_note", typed("measured_note"),
                          {.optional = true, .rows = 2});
  form.submit.text = call.text("goals.form.measure.submit");
  return form;
}

std::optional<ActionForm> gain_form(const web::Call& call, const GoalDetails& goal, const CameBack& back) {
  auto own = organisation_choices(goal.names, call.actor.organisations());
  if (own.empty()) return std::nullopt;
  const design::Fields fields(call, back.faults);
  const auto chosen =
      own.size() == 1 ? own.front().value : std::string(call.request.form.get("gain_organisation"));
  ActionForm form{.title = call.text("goals.form.gain.title"),
                  .url = goal_path(*call.area, goal.item.id, "belang"),
                  .open = has_fault(back, {"gain_organisation", "gain_text"})};
  form.select = fields.select("gain_organisation", "goals.form.gain_organisation", std::move(own), chosen);
  form.text = fields.area("gain_text", "goals.form.gain_text", call.request.form.get("gain_text"),
                          {.rows = 3, .most = 1000});
  form.submit.text = call.text("goals.form.gain.submit");
  return form;
}

ActionForm close_form(const web::Call& call, const GoalDetails& goal, const CameBack& back) {
  const design::Fields fields(call, back.faults);
  ActionForm form{.title = call.text("goals.form.close.title"),
                  .url = goal_path(*call.area, goal.item.id, "afsluiten"),
                  .open = has_fault(back, {"closing_text"})};
  form.text = fields.area("closing_text", "goals.form.closing_text", call.request.form.get("closing_text"));
  form.submit.text = call.text("goals.form.close.submit");
  return form;
}

std::vector<ActionForm> forms_of(const web::Call& call, const GoalDetails& goal, const CameBack& back) {
  std::vector<ActionForm> forms;
  // Also after it was closed: whether it lasts is known later.
  if (call.may("goals.make")) forms.push_back(measure_form(call, goal, back));
  if (!goal.item.is_open) return forms;
  if (auto gain = gain_form(call, goal, back)) forms.push_back(std::move(*gain));
  if (call.may("goals.judge")) forms.push_back(close_form(call, goal, back));
  return forms;
}

std::vector<MeasurementRow> measurement_rows(const web::Call& call, const GoalDetails& goal) {
  std::vector<MeasurementRow> rows;
  for (const auto& measurement : goal.measurements)
    rows.push_back({.date = i18n::short_date(call.language, measurement.on, call.today),
                    .value = i18n::number(call.language, measurement.value),
                    .note = measurement.note});
  return rows;
}

std::string kicker_of(const web::Call& call, const items::Item& item) {
  const i18n::Arguments arguments = {{"number", raw(item.id)}, {"domains", domain_words(call, item.domains)}};
  return call.text(item.domains == 0 ? "goals.goal_page.kicker_plain" : "goals.goal_page.kicker", arguments);
}

GoalPageView view_of(const web::Call& call, const GoalDetails& goal, const CameBack& back) {
  GoalPageView view;
  view.kicker = kicker_of(call, goal.item);
  view.title = goal.item.title;
  if (!goal.item.is_open)
    view.ended =
        design::StatusBadge{items::status_word(call, goal.item), items::tone_of(call.service, goal.item)};
  if (!back.sentence.empty()) view.notice = design::Notice{.tone = "warning", .title = back.sentence};
  view.faults = design::Fields(call, back.faults).summary();
  view.why = html::from_markdown(goal.goal.why);
  view.figure = goal_figure(call, goal.goal.indicator, goal.goal.latest, goal.goal.target, goal.is_reached);
  view.baseline = i18n::number(call.language, goal.goal.baseline);
  view.target = i18n::number(call.language, goal.goal.target);
  view.target_date = i18n::long_date(call.language, goal.goal.target_date, call.today);
  view.measurements = measurement_rows(call, goal);
  view.has_measurements = !view.measurements.empty();
  view.line = goal_line(call, goal.goal, goal.measurements);
  for (const auto& gain : goal.gains) view.gains.push_back({gain.organisation, gain.text});
  view.has_gains = !view.gains.empty();
  view.promises = promises_table(call, goal.commitments, goal.names, false);
  view.intentions = promises_table(call, goal.commitments, goal.names, true);
  if (goal.lacks_commitment) view.gap = call.text("goals.gap.goal_without_commitment");
  if (goal.item.is_open && call.may("goals.make")) {
    view.offer.emplace();
    view.offer->links.push_back(
        {call.text("goals.next.commitment"), new_commitment_path(*call.area, goal.item.id)});
  }
  view.chain = items::chain_component(call, goal.chain, !goal.item.is_open);
  view.forms = forms_of(call, goal, back);
  view.has_forms = !view.forms.empty();
  return view;
}

}  // namespace

http::Response goal_page(const web::Call& call, ItemId id, const CameBack& back) {
  const auto goal =
      call.service.database.read([&](db::Transaction& tx) { return find_goal_details(call, tx, id); });
  if (!goal) return design::edge_pages().not_found(call);
  auto view = view_of(call, *goal, back);
  view.actions = web::filled_slot(call, "goal_actions", raw(id));
  view.footer = web::filled_slot(call, "item_footer", raw(id));
  return design::page(call,
                      {.title = goal->item.title,
                       .active_tab = "doelen",
                       .back_url = goals_path(*call.area),
                       .description = first_words(goal->goal.why, 150),
                       .has_faults = !back.faults.empty()},
                      "goals/goal_page", view, back.status);
}

http::Response show_goal(const web::Call& call) {
  auto here = item_here(call, "goal");
  if (auto* elsewhere = std::get_if<http::Response>(&here)) return std::move(*elsewhere);
  return goal_page(call, std::get<items::Item>(here).id);
}

}  // namespace wijktafel::goals
