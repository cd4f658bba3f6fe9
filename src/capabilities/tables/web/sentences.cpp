#include "capabilities/tables/web/sentences.hpp"

namespace wijktafel::tables {

Body first_rules(const web::Call& call) {
  // Kept as data, so in the language of the table, whoever plans its first meeting.
  const auto& words = call.service.words;
  return {.area = call.area->key,
          .name = words.text(i18n::Language::nl, "tables.default_name", {{"area", call.area->name}}),
          .state = "being_formed",
          .voters = words.text(i18n::Language::nl, "tables.default_voters")};
}

std::vector<std::string> rules_in_words(const web::Call& call, const Body& body) {
  std::vector<std::string> rules;
  rules.push_back(call.text(body.decides_by == "vote" ? "tables.page.by_vote" : "tables.page.by_consensus"));
  if (body.quorum > 0)
    rules.push_back(call.text("tables.page.quorum", {{"quorum", std::int64_t{body.quorum}}}));
  if (!body.voters.empty()) rules.push_back(call.text("tables.page.voters", {{"voters", body.voters}}));
  return rules;
}

std::string how_taken(const web::Call& call, const Decision& decision) {
  if (decision.taken_by != "vote") return call.text("tables.decision_page.consensus");
  return call.text("tables.decision_page.votes", {{"votes_for", std::int64_t{decision.votes.in_favour}},
                                                  {"votes_against", std::int64_t{decision.votes.against}},
                                                  {"abstain", std::int64_t{decision.votes.abstain}}});
}

std::vector<std::string> how_in_words(const web::Call& call, const Decision& decision) {
  std::vector<std::string> how{how_taken(call, decision)};
  if (decision.votes.recused > 0)
    how.push_back(
        call.text("tables.decision_page.recused", {{"count", std::int64_t{decision.votes.recused}}}));
  if (decision.quorum > 0)
    how.push_back(call.text("tables.decision_page.quorum", {{"quorum", std::int64_t{decision.quorum}}}));
  if (!decision.voters.empty())
    how.push_back(call.text("tables.decision_page.voters", {{"voters", decision.voters}}));
  return how;
}

DecisionLine line_of(const web::Call& call, const TakenDecision& taken) {
  return {.title = taken.item.title,
          .url = items::url_of(call.service, taken.item),
          .badge = {items::status_word(call, taken.item), items::tone_of(call.service, taken.item)},
          .how = how_taken(call, taken.decision)};
}

std::optional<DecisionList> lines_of(const web::Call& call, const std::vector<TakenDecision>& taken) {
  if (taken.empty()) return std::nullopt;
  DecisionList list;
  for (const auto& one : taken) list.lines.push_back(line_of(call, one));
  return list;
}

design::Link link_to(const web::Call& call, const items::Item& item) {
  return {item.title, items::url_of(call.service, item)};
}

}  // namespace wijktafel::tables
