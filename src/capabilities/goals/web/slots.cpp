// What goals put on pages of others: the next steps from a signal or a decision, and what waits for a person.
#include "capabilities/goals/reads/lists.hpp"
#include "capabilities/goals/reads/waiting.hpp"
#include "capabilities/goals/web/commitment_views.hpp"
#include "capabilities/goals/web/pages.hpp"
#include "capabilities/goals/web/paths.hpp"

namespace wijktafel::goals {
namespace {

std::string asked(const web::Call& call, const Waiting& waiting) {
  const std::int64_t days = days_between(call.today, waiting.commitment.due);
  switch (waiting.what) {
    case Waiting::For::answer: return call.text("goals.waiting.answer");
    case Waiting::For::consent: return call.text("goals.waiting.consent");
    case Waiting::For::report: return call.text("goals.waiting.report", {{"days", days}});
    case Waiting::For::late: return call.text("goals.waiting.late");
    case Waiting::For::judgement: return call.text("goals.waiting.judgement");
  }
  return {};
}

}  // namespace

html::SafeHtml show_next_steps(const web::Call& call, std::int64_t subject) {
  if (!call.area || !call.may("goals.make")) return {};
  NextStepsView view;
  view.buttons.links = {
      {call.text("goals.next.goal"), new_goal_path(*call.area, ItemId{subject})},
      {call.text("goals.next.commitment"), new_commitment_path(*call.area, ItemId{subject})}};
  return call.service.templates.render(call.language, "goals/next_steps", view);
}

html::SafeHtml show_waiting(const web::Call& call, std::int64_t /*subject*/) {
  struct Found {
    std::vector<Waiting> waiting;
    std::map<OrganisationId, std::string> names;
  };
  auto found = call.service.database.read(
      [&](db::Transaction& tx) { return Found{waiting_for(call, tx), organisation_names(tx)}; });
  if (found.waiting.empty()) return {};
  WaitingView view;
  for (const auto& waiting : found.waiting) {
    const auto standing = standing_of(call, waiting.commitment);
    view.list.rows.push_back(
        {.title = waiting.commitment.item.title,
         .url = items::url_of(call.service, waiting.commitment.item),
         .about = call.text("goals.waiting.about",
                            {{"organisation", found.names[waiting.commitment.promiser]},
                             {"date", i18n::short_date(call.language, waiting.commitment.due, call.today)},
                             {"asked", asked(call, waiting)}}),
         .badge = design::StatusBadge{standing.word, standing.tone}});
  }
  return call.service.templates.render(call.language, "goals/waiting", view);
}

}  // namespace wijktafel::goals
