#include "capabilities/tables/actions/take_decision.hpp"

#include "base/text.hpp"
#include "capabilities/tables/store.hpp"

namespace wijktafel::tables {
namespace {

constexpr std::size_t title_limit = 120;

std::optional<TableRefusal> refusal_of(const TakeDecision& form, const store::Body& body) {
  if (form.taken_by == "vote") {
    if (!meets_quorum(form.votes, body.quorum))
      return QuorumNotMet{form.votes.in_favour + form.votes.against + form.votes.abstain, body.quorum};
    if (!is_carried(form.votes)) return NotCarried{};
  }
  if (form.kind == "advice" && !form.answer_before) return AnswerDateMissing{};
  if (form.kind == "municipal" && form.regulation.empty()) return RegulationMissing{};
  return std::nullopt;
}

}  // namespace

Result<ItemId, TableRefusal> take_decision(db::Transaction& tx, Instant now, const identity::Actor& actor,
                                           const web::AreaRef& area, const TakeDecision& form) {
  const auto point = store::find_agenda_item(tx, form.agenda_item);
  const auto about = items::find(tx, form.agenda_item);
  if (!point || !about) return std::unexpected(NoSuchAgendaItem{});
  const auto meeting = items::find(tx, point->meeting);
  if (!meeting || !meeting->is_open) return std::unexpected(MeetingIsOver{});
  const auto body = store::find_body(tx, area.key).value_or(store::Body{});
  if (auto refusal = refusal_of(form, body)) return std::unexpected(*refusal);
  const ItemId id = items::create(
      tx, now, actor,
      {.kind = "decision", .area = area.key, .lineage = area.lineage, .title = first_words(form.text, title_limit),
       .text = form.text, .domains = about->domains, .themes = about->themes, .visibility = meeting->visibility,
       .status = form.kind, .is_open = form.answer_before.has_value(), .next_date = form.answer_before},
      {.what = "tables.decided_by_" + form.taken_by,
       .facts = {{"title", first_words(form.text, title_limit)}, {"votes_for", std::int64_t{form.votes.in_favour}},
                 {"votes_against", std::int64_t{form.votes.against}}, {"votes_abstain", std::int64_t{form.votes.abstain}}},
       .is_milestone = true});
  store::insert_decision(tx, {.item = id, .meeting = point->meeting, .agenda_item = form.agenda_item, .kind = form.kind,
                              .taken_by = form.taken_by, .votes = form.votes, .voters = body.voters,
                              .quorum_met = form.taken_by != "vote" || meets_quorum(form.votes, body.quorum),
                              .advice_to = form.advice_to, .answer_before = form.answer_before, .regulation = form.regulation});
  items::link(tx, now, form.agenda_item, id, items::LinkKind::led_to);
  if (form.wants_follow_up) items::open_gap(tx, now, id, "tables.gap.decision_without_follow_up");
  return id;
}

}  // namespace wijktafel::tables
