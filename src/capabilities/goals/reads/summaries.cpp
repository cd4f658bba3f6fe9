#include "capabilities/goals/reads/summaries.hpp"

#include <algorithm>

#include "capabilities/goals/model.hpp"
#include "capabilities/goals/store.hpp"

namespace wijktafel::goals {
namespace {

CommitmentSummary summary_of(items::Item item, const store::Commitment& commitment, Date today) {
  const int late = days_late(item.status, commitment.due, today);
  return {.item = std::move(item),
          .promiser = commitment.promiser,
          .first_due = commitment.first_due,
          .due = commitment.due,
          .days_late = late,
          .is_intention = commitment.is_intention};
}

}  // namespace

std::vector<CommitmentSummary> commitment_summaries(db::Transaction& tx, const std::vector<ItemId>& ids,
                                                    Date today) {
  const auto commitments = store::commitments(tx, ids);
  auto listed = items::find_all(tx, ids);
  std::vector<CommitmentSummary> found;
  for (const auto id : ids) {
    const auto item = listed.find(id);
    const auto commitment = commitments.find(id);
    if (item != listed.end() && item->second.visibility == items::Visibility::everyone &&
        commitment != commitments.end())
      found.push_back(summary_of(std::move(item->second), commitment->second, today));
  }
  return found;
}

std::vector<GoalSummary> goal_summaries(db::Transaction& tx, std::vector<items::Item> listed) {
  std::vector<ItemId> ids;
  ids.reserve(listed.size());
  for (const auto& item : listed) ids.push_back(item.id);
  const auto details = store::goals(tx, ids);
  const auto counts = store::commitment_counts(tx, ids);
  std::vector<GoalSummary> found;
  for (auto& item : listed) {
    const auto& goal = details.at(item.id);
    const auto count = counts.find(item.id);
    found.push_back({.item = std::move(item),
                     .indicator = goal.indicator,
                     .baseline = goal.baseline,
                     .target = goal.target,
                     .now = goal.latest,
                     .is_reached = is_reached(goal.baseline, goal.target, goal.latest),
                     .target_date = goal.target_date,
                     .commitments = count == counts.end() ? 0 : count->second});
  }
  return found;
}

std::vector<CommitmentSummary> late_commitments(db::Transaction& tx, std::string_view area, Date today,
                                                int limit) {
  return commitment_summaries(tx, store::late(tx, area, today, limit), today);
}

std::int64_t count_late(db::Transaction& tx, std::string_view area, Date today) {
  return store::count_late(tx, area, today);
}

std::vector<CommitmentSummary> commitments_of_area(db::Transaction& tx, std::string_view area, Date today,
                                                   int limit) {
  // Open ones by due date: what is late comes first by itself. Then what ended lately fills the table.
  std::vector<ItemId> ids = store::open_by_due(tx, area, limit);
  if (ids.size() < static_cast<std::size_t>(limit)) {
    items::Filter filter;
    filter.area = area;
    filter.kinds = {"commitment"};
    filter.is_open = false;
    filter.limit = limit;
    auto ended = items::list(tx, filter);
    std::ranges::stable_sort(ended, std::ranges::greater{}, &items::Item::changed_at);
    for (const auto& item : ended)
      if (ids.size() < static_cast<std::size_t>(limit)) ids.push_back(item.id);
  }
  return commitment_summaries(tx, ids, today);
}

std::vector<CommitmentSummary> commitments_of(db::Transaction& tx, ItemId goal, Date today) {
  return commitment_summaries(tx, store::commitments_of_goal(tx, goal), today);
}

std::vector<CommitmentSummary> commitments_due(db::Transaction& tx, std::string_view area, Date until,
                                               Date today, int most) {
  return commitment_summaries(tx, store::due_in_area(tx, area, until, most), today);
}

std::vector<CommitmentSummary> commitments_due_of(db::Transaction& tx, OrganisationId promiser, Date until,
                                                  Date today, int most) {
  return commitment_summaries(tx, store::due_of_organisation(tx, promiser, until, most), today);
}

std::vector<GoalSummary> goals_of_area(db::Transaction& tx, std::string_view area, int limit) {
  std::vector<GoalSummary> found;
  for (const bool is_open : {true, false}) {
    items::Filter filter;
    filter.area = area;
    filter.kinds = {"goal"};
    filter.is_open = is_open;
    filter.limit = limit - static_cast<int>(found.size());
    if (filter.limit <= 0) break;
    std::ranges::move(goal_summaries(tx, items::list(tx, filter)), std::back_inserter(found));
  }
  return found;
}

Standing standing_of(const web::Call& call, const CommitmentSummary& commitment) {
  if (commitment.days_late > 0)
    return {call.text("goals.standing.late", {{"days", std::int64_t{commitment.days_late}}}), "late"};
  return {items::status_word(call, commitment.item), items::tone_of(call.service, commitment.item)};
}

}  // namespace wijktafel::goals
