// The form that makes a goal, on its own or out of a signal, an agenda item or a decision.
#include "capabilities/goals/actions/make_goal.hpp"
#include "capabilities/goals/web/decimal.hpp"
#include "capabilities/goals/web/pages.hpp"
#include "capabilities/goals/web/paths.hpp"
#include "capabilities/goals/web/refusals.hpp"
#include "capabilities/goals/web/source.hpp"
#include "design/edge_pages.hpp"
#include "design/page.hpp"

namespace wijktafel::goals {
namespace {

constexpr std::size_t title_limit = 120;
constexpr std::size_t why_limit = 4000;

std::vector<std::string> all_domains() {
  return items::domain_names(items::social | items::physical | items::safety);
}

// The domains of what it comes from are ticked beforehand; after that the form says it.
std::vector<std::string> chosen_domains(const web::Call& call, const Source& source) {
  if (call.request.method == http::Method::post) {
    web::FormReader reader(call.request.form);
    return reader.choices("domains", all_domains());
  }
  return items::domain_names(source.item ? source.item->domains : 0);
}

http::Response form_page(const web::Call& call, const Source& source,
                         std::span<const web::FieldFault> faults = {}) {
  const design::Fields fields(call, faults);
  const auto typed = [&](std::string_view name) { return call.request.form.get(name); };
  NewGoalView view;
  view.url = new_goal_path(*call.area, source.item ? std::optional(source.item->id) : std::nullopt);
  view.source = link_to(call, source.item);
  view.faults = fields.summary();
  view.title = fields.text("title", "goals.form.title", typed("title"));
  view.why = fields.area("why", "goals.form.why", typed("why"), {.most = static_cast<int>(why_limit)});
  view.domains = fields.checks("domains", "goals.form.domains", fields.answers("items.domain", all_domains()),
                               chosen_domains(call, source), false);
  view.indicator = fields.text("indicator", "goals.form.indicator", typed("indicator"));
  view.baseline = fields.text("baseline", "goals.form.baseline", typed("baseline"),
                              {.input_mode = "decimal", .width = "short"});
  view.target = fields.text("target", "goals.form.target", typed("target"),
                            {.input_mode = "decimal", .width = "short"});
  view.target_date =
      fields.date("target_date", "goals.form.target_date", typed("target_date"), {.earliest = call.today});
  view.submit = {.text = call.text("goals.form.make_goal"),
                 .way_out = design::Link{call.text("goals.form.stop"), goals_path(*call.area)}};
  return design::page(call,
                      {.title = call.text("goals.new_goal.title"),
                       .active_tab = "doelen",
                       .narrow = true,
                       .back_url = goals_path(*call.area),
                       .has_faults = !faults.empty(),
                       .query = {"van", "doel"}},
                      "goals/new_goal", view, faults.empty() ? 200 : 422);
}

// Absent when something is missing; the faults are in the reader.
std::optional<MakeGoal> read_goal(const web::Call& call, const Source& source, web::FormReader& reader) {
  MakeGoal goal;
  goal.area = *call.area;
  goal.title = reader.text("title", {.most = title_limit, .missing_key = "goals.fault.title_missing"});
  goal.why = reader.text("why", {.most = why_limit, .missing_key = "goals.fault.why_missing"});
  const auto domains = reader.choices("domains", all_domains());
  if (domains.empty()) reader.fault("domains", "goals.fault.domains_missing");
  for (const auto& name : domains) goal.domains |= items::domain_of(name).value_or(items::Domain{});
  goal.indicator =
      reader.text("indicator", {.most = title_limit, .missing_key = "goals.fault.indicator_missing"});
  const auto baseline = read_decimal(reader, "baseline", "goals.fault.baseline_missing");
  const auto target = read_decimal(reader, "target", "goals.fault.target_missing");
  const auto target_date = reader.date("target_date", "goals.fault.target_date_missing");
  if (!reader.ok()) return std::nullopt;
  goal.baseline = *baseline;
  goal.target = *target;
  goal.target_date = *target_date;
  if (source.item) {
    goal.themes = source.item->themes;
    goal.from = {source.item->id};
  }
  return goal;
}

}  // namespace

http::Response show_new_goal(const web::Call& call) {
  const auto source = source_of(call);
  if (source.is_missing) return design::edge_pages().not_found(call);
  return form_page(call, source);
}

http::Response make_new_goal(const web::Call& call) {
  const auto source = source_of(call);
  if (source.is_missing) return design::edge_pages().not_found(call);
  web::FormReader reader(call.request.form);
  const auto goal = read_goal(call, source, reader);
  if (!goal) return form_page(call, source, reader.faults());
  const auto made = call.service.database.write(
      [&](db::Transaction& tx) { return make_goal(tx, call.now, call.actor, *goal); });
  if (made) return http::see_other(goal_path(*call.area, *made));
  const auto refused = fault(in_words(call, made.error()));
  return form_page(call, source, {&refused, 1});
}

}  // namespace wijktafel::goals
