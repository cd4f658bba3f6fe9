#include "capabilities/tables/actions/take_decision.hpp"

#include "base/text.hpp"
#include "capabilities/tables/actions/opened_meeting.hpp"
#include "capabilities/tables/store.hpp"

namespace wijktafel::tables {

namespace {

constexpr std::size_t title_limit = 120;
constexpr std::string_view no_follow_up = "tables.gap.decision_without_follow_up";

std::optional<TableRefusal> refusal_of(const TakeDecision& form, const Body& body, Date today) {
  if (form.taken_by == "vote") {
    if (!meets_quorum(form.votes, body.quorum)) return QuorumNotMet{present(form.votes), body.quorum};
    if (!is_carried(form.votes)) return NotCarried{};
  }
  if (form.kind == "advice") {
    if (form.advice_to.empty()) return AdviceToMissing{};
    if (!form.answer_before) return AnswerDateMissing{};
    if (*form.answer_before < today) return AnswerDateInThePast{today};
  }
  if (form.kind == "municipal" && form.regulation.empty()) return RegulationMissing{};
  return std::nullopt;
}

// What was typed for another kind of decision, or for a vote that was not held, is no part of this one.
TakeDecision only_what_counts(TakeDecision form) {
  if (form.taken_by != "vote") form.votes = {};
  if (form.kind != "advice") {
    form.advice_to.clear();
    form.answer_before.reset();
  }
  if (form.kind != "municipal") form.regulation.clear();
  return form;
}

items::Entry entry_of(const TakeDecision& form, const std::string& title) {
  Facts facts{{"title", title}};
  if (form.taken_by == "vote") {
    facts["votes_for"] = std::int64_t{form.votes.in_favour};
    facts["votes_against"] = std::int64_t{form.votes.against};
    facts["votes_abstain"] = std::int64_t{form.votes.abstain};
  }
  return {.what = "tables.decided_by_" + form.taken_by, .facts = std::move(facts), .is_milestone = true};
}

}  // namespace

Result<ItemId, TableRefusal> take_decision(db::Transaction& tx, Instant now, const identity::Actor& actor,
                                           const web::AreaRef& area, const TakeDecision& typed) {
  const auto form = only_what_counts(typed);
  const auto point = store::find_agenda_item(tx, form.agenda_item);
  const auto about = items::find(tx, form.agenda_item);
  if (!point || !about) return std::unexpected(NoSuchAgendaItem{});
  const auto opened = find_begun(tx, point->meeting);
  if (!opened) return std::unexpected(opened.error());
  const auto body = store::find_body(tx, area.key).value_or(Body{});
  if (auto refusal = refusal_of(form, body, local_date(now))) return std::unexpected(*refusal);
  const std::string title = first_words(form.text, title_limit);
  const ItemId id = items::create(tx, now, actor,
                                  {.kind = "decision",
                                   .area = area.key,
                                   .lineage = area.lineage,
                                   .title = title,
                                   .text = form.text,
                                   .domains = about->domains,
                                   .themes = about->themes,
                                   .visibility = opened->item.visibility,
                                   .status = form.kind,
                                   .is_open = form.answer_before.has_value(),
                                   .next_date = form.answer_before},
                                  entry_of(form, title));
  store::insert_decision(tx, {.item = id,
                              .meeting = point->meeting,
                              .agenda_item = form.agenda_item,
                              .kind = form.kind,
                              .taken_by = form.taken_by,
                              .votes = form.votes,
                              .voters = body.voters,
                              .quorum = form.taken_by == "vote" ? body.quorum : 0,
                              .advice_to = form.advice_to,
                              .answer_before = form.answer_before,
                              .regulation = form.regulation});
  items::link(tx, now, form.agenda_item, id, items::LinkKind::led_to);
  if (form.wants_follow_up) items::open_gap(tx, now, id, no_follow_up);
  return id;
}

void lead_to(db::Transaction& tx, Instant now, ItemId decision, ItemId next) {
  items::link(tx, now, decision, next, items::LinkKind::led_to);
  items::close_gap(tx, now, decision, no_follow_up);
}

}  // namespace wijktafel::tables
