#include "capabilities/goals/reads/waiting.hpp"

#include <algorithm>
#include <set>

#include "capabilities/goals/model.hpp"
#include "capabilities/goals/reads/summaries.hpp"
#include "capabilities/goals/store.hpp"

namespace wijktafel::goals {
namespace {

std::optional<Waiting::For> asked_of_promiser(const CommitmentSummary& commitment, Date today) {
  if (commitment.item.status == "offered") return Waiting::For::answer;
  if (commitment.item.status == "subject_to_consent") return Waiting::For::consent;
  if (commitment.days_late > 0) return Waiting::For::late;
  if (can_be_late(commitment.item.status) && days_between(today, commitment.due) <= days_ahead)
    return Waiting::For::report;
  return std::nullopt;
}

// Areas in which this person judges for the table. A role without an area counts for the area of the page,
// which is the whole municipality.
std::set<std::string> judged_areas(const web::Call& call) {
  std::set<std::string> areas;
  for (const auto& grant : call.actor.grants) {
    const auto area = grant.area.empty() ? call.area : call.service.find_area(grant.area);
    if (area && call.may("goals.judge", area->lineage)) areas.insert(area->key);
  }
  return areas;
}

}  // namespace

std::vector<Waiting> waiting_for(const web::Call& call, db::Transaction& tx, int limit) {
  std::vector<Waiting> waiting;
  const Instant since = call.now - std::chrono::hours(24 * (days_to_judge + 1));
  std::vector<ItemId> to_judge;
  const auto add_to_judge = [&](const std::vector<ItemId>& ids) {
    for (const auto id : ids)
      if (std::ranges::find(to_judge, id) == to_judge.end()) to_judge.push_back(id);
  };
  for (const auto organisation : call.actor.organisations()) {
    const auto own = store::of_organisation(tx, organisation, limit);
    for (auto& commitment : commitment_summaries(tx, own, call.today))
      if (const auto what = asked_of_promiser(commitment, call.today))
        waiting.push_back({*what, std::move(commitment)});
    add_to_judge(store::reported_to(tx, organisation, since, limit));
  }
  for (const auto& area : judged_areas(call)) add_to_judge(store::reported_to_table(tx, area, since, limit));
  for (auto& commitment : commitment_summaries(tx, to_judge, call.today))
    if (!call.actor.is_member_of(commitment.promiser))
      waiting.push_back({Waiting::For::judgement, std::move(commitment)});
  std::ranges::stable_sort(
      waiting, [](const Waiting& a, const Waiting& b) { return a.commitment.due < b.commitment.due; });
  if (waiting.size() > static_cast<std::size_t>(limit)) waiting.resize(static_cast<std::size_t>(limit));
  return waiting;
}

}  // namespace wijktafel::goals
