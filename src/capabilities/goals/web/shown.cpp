#include "capabilities/goals/web/shown.hpp"

#include "capabilities/goals/web/paths.hpp"

namespace wijktafel::goals {

std::optional<design::PromisesTable> promises_table(const web::Call& call,
                                                    const std::vector<CommitmentSummary>& commitments,
                                                    const Names& names, bool intentions) {
  design::PromisesTable table{call.text(intentions ? "goals.page.intentions" : "goals.page.commitments"), {}};
  for (const auto& commitment : commitments) {
    if (commitment.is_intention != intentions) continue;
    const auto name = names.find(commitment.promiser);
    const auto standing = standing_of(call, commitment);
    design::PromiseRow row{.who = name == names.end() ? std::string() : name->second,
                           .what = commitment.item.title,
                           .url = items::url_of(call.service, commitment.item),
                           .due = i18n::short_date(call.language, commitment.due, call.today),
                           .badge = {standing.word, standing.tone}};
    if (commitment.first_due != commitment.due)
      row.first_due = i18n::short_date(call.language, commitment.first_due, call.today);
    table.rows.push_back(std::move(row));
  }
  if (table.rows.empty()) return std::nullopt;
  return table;
}

GoalFigure goal_figure(const web::Call& call, const std::string& indicator, double now, double target,
                       bool is_reached) {
  const i18n::Arguments goal = {{"target", i18n::number(call.language, target)}};
  return {.value = i18n::number(call.language, now),
          .indicator = indicator,
          .badge = is_reached ? design::StatusBadge{call.text("goals.card.target_reached", goal), "done"}
                              : design::StatusBadge{call.text("goals.card.target", goal), "goal"}};
}

std::string domain_words(const web::Call& call, items::Domains domains) {
  std::vector<std::string> words;
  for (const auto& name : items::domain_names(domains)) words.push_back(call.text("items.domain." + name));
  return i18n::listed(call.language, words);
}

}  // namespace wijktafel::goals
