#include "capabilities/goals/reads/lists.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

#include "base/text.hpp"
#include "capabilities/goals/reads/summaries.hpp"
#include "capabilities/goals/store.hpp"
#include "capabilities/organisations/organisations.hpp"

namespace wijktafel::goals {
namespace {

std::optional<ItemId> item_in(std::string_view text) {
  std::int64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || number <= 0) return std::nullopt;
  return ItemId{number};
}

// "2026-06-30.14"
std::optional<store::AfterDue> after_due_in(std::string_view text) {
  const auto parts = split(text, '.');
  if (parts.size() != 2) return std::nullopt;
  const auto due = parse_date(parts[0]);
  const auto item = item_in(parts[1]);
  if (!due || !item) return std::nullopt;
  return store::AfterDue{*due, *item};
}

std::vector<ItemId> ended(db::Transaction& tx, std::string_view area, std::string_view from, int limit) {
  items::Filter filter;
  filter.area = area;
  filter.kinds = {"commitment"};
  filter.is_open = false;
  filter.before = item_in(from);
  filter.limit = limit;
  std::vector<ItemId> ids;
  for (const auto& item : items::list(tx, filter)) ids.push_back(item.id);
  return ids;
}

// One more than a page is asked for: it tells whether there is a next page and is not shown.
std::vector<ItemId> ids_of(db::Transaction& tx, std::string_view area, CommitmentList list, Date today,
                           std::string_view from, int limit) {
  switch (list) {
    case CommitmentList::late: return store::late(tx, area, today, limit, after_due_in(from));
    case CommitmentList::open: return store::open_by_due(tx, area, limit, after_due_in(from));
    case CommitmentList::ended: return ended(tx, area, from, limit);
  }
  return {};
}

bool lacks_commitment(db::Transaction& tx, ItemId goal) {
  return std::ranges::any_of(items::gaps_of(tx, goal), [](const items::Gap& gap) {
    return gap.gap.ends_with("goal_without_commitment");
  });
}

}  // namespace

GoalPage list_goals(db::Transaction& tx, std::string_view area, bool is_open, std::optional<ItemId> before,
                    int limit) {
  items::Filter filter;
  filter.area = area;
  filter.kinds = {"goal"};
  filter.is_open = is_open;
  filter.before = before;
  filter.limit = limit + 1;
  auto listed = items::list(tx, filter);
  GoalPage page;
  if (listed.size() > static_cast<std::size_t>(limit)) {
    listed.resize(static_cast<std::size_t>(limit));
    page.older_than = listed.back().id;
  }
  for (auto& goal : goal_summaries(tx, std::move(listed))) {
    const bool lacks = lacks_commitment(tx, goal.item.id);
    page.goals.push_back({.goal = std::move(goal), .lacks_commitment = lacks});
  }
  return page;
}

CommitmentPage list_commitments(db::Transaction& tx, std::string_view area, CommitmentList list, Date today,
                                std::string_view from, int limit) {
  auto ids = ids_of(tx, area, list, today, from, limit + 1);
  const bool has_more = ids.size() > static_cast<std::size_t>(limit);
  if (has_more) ids.resize(static_cast<std::size_t>(limit));
  CommitmentPage page;
  page.commitments = commitment_summaries(tx, ids, today);
  if (has_more && !page.commitments.empty()) {
    const auto& last = page.commitments.back();
    page.next = list == CommitmentList::ended ? fmt::format("{}", raw(last.item.id))
                                              : fmt::format("{}.{}", iso_date(last.due), raw(last.item.id));
  }
  page.late = store::count_late(tx, area, today);
  page.open = items::count(tx, area, "commitment", 0, true);
  page.ended = items::count(tx, area, "commitment", 0, false);
  return page;
}

std::map<OrganisationId, std::string> organisation_names(db::Transaction& tx) {
  std::map<OrganisationId, std::string> names;
  for (auto& organisation : organisations::list_organisations(tx))
    names.emplace(organisation.id, std::move(organisation.name));
  return names;
}

}  // namespace wijktafel::goals
