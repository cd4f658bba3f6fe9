// The goals of an area: those that run, and what became of the others.
#include <charconv>

#include "capabilities/goals/reads/lists.hpp"
#include "capabilities/goals/web/pages.hpp"
#include "capabilities/goals/web/paths.hpp"
#include "capabilities/goals/web/shown.hpp"
#include "design/page.hpp"

namespace wijktafel::goals {
namespace {

constexpr int few = 3;  // closed goals below those that run

std::optional<ItemId> before_in(const web::Call& call) {
  const auto text = call.request.query_value("voor");
  std::int64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || number <= 0) return std::nullopt;
  return ItemId{number};
}

GoalCard card_of(const web::Call& call, const ListedGoal& listed) {
  const auto& goal = listed.goal;
  GoalCard card{
      .title = goal.item.title,
      .url = items::url_of(call.service, goal.item),
      .domains = domain_words(call, goal.item.domains),
      .ended = std::nullopt,
      .figure = goal_figure(call, goal.indicator, goal.now, goal.target, goal.is_reached),
      .baseline_and_date = {},
      .commitments = call.text("goals.card.commitments", {{"count", std::int64_t{goal.commitments}}}),
      .gap = std::nullopt};
  card.baseline_and_date =
      call.text("goals.card.baseline_and_date",
                {{"baseline", i18n::number(call.language, goal.baseline)},
                 {"date", i18n::short_date(call.language, goal.target_date, call.today)}});
  if (!goal.item.is_open)
    card.ended =
        design::StatusBadge{items::status_word(call, goal.item), items::tone_of(call.service, goal.item)};
  if (listed.lacks_commitment) card.gap = call.text("goals.gap.goal_without_commitment");
  return card;
}

std::vector<GoalCard> cards_of(const web::Call& call, const GoalPage& page) {
  std::vector<GoalCard> cards;
  for (const auto& goal : page.goals) cards.push_back(card_of(call, goal));
  return cards;
}

design::EmptyState nothing_yet(const web::Call& call, const std::optional<std::string>& new_url) {
  design::EmptyState empty{.text = call.text("goals.goal_list.empty")};
  if (new_url) empty.action = design::Link{call.text("goals.goal_list.new"), *new_url};
  return empty;
}

}  // namespace

http::Response show_goals(const web::Call& call) {
  const bool only_closed = call.request.query_value("stand") == "afgesloten";
  const auto before = before_in(call);
  struct Found {
    GoalPage open;
    GoalPage closed;
  };
  const auto found = call.service.database.read([&](db::Transaction& tx) {
    if (only_closed) return Found{{}, list_goals(tx, call.area->key, false, before)};
    return Found{list_goals(tx, call.area->key, true, before),
                 before ? GoalPage{} : list_goals(tx, call.area->key, false, std::nullopt, few)};
  });
  const std::string list = goals_path(*call.area);
  const std::string closed_list = list + "?stand=afgesloten";
  GoalListView view{
      .title = call.text(only_closed ? "goals.goal_list.closed_title" : "goals.goal_list.title"),
      .has_open = !found.open.goals.empty(),
      .open = cards_of(call, found.open),
      .has_closed = !found.closed.goals.empty(),
      .closed = cards_of(call, found.closed),
      .empty = std::nullopt,
      .pages = std::nullopt,
      .commitments_url = commitments_path(*call.area),
      .open_url = std::nullopt,
      .closed_url = std::nullopt,
      .new_url = std::nullopt};
  if (call.may("goals.make")) view.new_url = new_goal_path(*call.area, std::nullopt);
  if (view.open.empty() && view.closed.empty()) view.empty = nothing_yet(call, view.new_url);
  if (only_closed) view.open_url = list;
  if (!only_closed && found.closed.older_than) view.closed_url = closed_list;
  const auto& older = only_closed ? found.closed.older_than : found.open.older_than;
  if (older)
    view.pages = design::Pagination{.older_url = (only_closed ? closed_list + "&voor=" : list + "?voor=") +
                                                 std::to_string(raw(*older))};
  return design::page(call, {.title = view.title, .active_tab = "doelen", .query = {"stand", "voor"}},
                      "goals/goal_list", view);
}

}  // namespace wijktafel::goals
