#include "capabilities/tables/reads/meeting_page.hpp"

#include "capabilities/accounts/accounts.hpp"
#include "capabilities/organisations/organisations.hpp"
#include "capabilities/tables/store.hpp"

namespace wijktafel::tables {

namespace {

// What belongs to another area has its page there: permissions were asked for the area of the call.
std::optional<items::Item> find_here(const web::Call& call, db::Transaction& tx, ItemId id,
                                     std::string_view kind) {
  auto item = items::find_visible(call, tx, id);
  if (!item || item->kind != kind || item->area != call.area->key) return std::nullopt;
  return item;
}

AgendaPoint point_of(const web::Call& call, db::Transaction& tx, items::Item item, const AgendaItem& point,
                     const std::vector<Decision>& decisions) {
  AgendaPoint found{std::move(item), point, std::nullopt, {}};
  if (point.subject) found.subject = items::find_visible(call, tx, *point.subject);
  for (const auto& decision : decisions)
    if (decision.agenda_item == point.item)
      if (auto decided = items::find(tx, decision.item))
        found.decisions.push_back({std::move(*decided), decision});
  return found;
}

std::string promiser_of(db::Transaction& tx, const goals::CommitmentSummary& commitment) {
  return organisations::name_of(tx, commitment.promiser);
}

void add_standing_now(const web::Call& call, db::Transaction& tx, MeetingPage& page) {
  for (auto& late : goals::late_commitments(tx, page.meeting.area, call.today, standing_limit)) {
    auto promiser = promiser_of(tx, late);
    page.standing.push_back({std::move(late), std::move(promiser)});
  }
  page.more_late =
      goals::count_late(tx, page.meeting.area, call.today) - static_cast<std::int64_t>(page.standing.size());
}

// As it stood: the date that was passed follows from how late it was on the day of the meeting.
void add_standing_then(const web::Call& call, db::Transaction& tx, MeetingPage& page) {
  const Date day = local_date(page.meeting.begins_at);
  for (const auto& [id, days_late] : store::standing_of(tx, page.item.id)) {
    auto item = items::find_visible(call, tx, id);
    if (!item) continue;
    const Date due = plus_days(day, -days_late);
    goals::CommitmentSummary late{
        .item = std::move(*item), .first_due = due, .due = due, .days_late = days_late};
    late.promiser = late.item.holder.value_or(OrganisationId{});
    auto promiser = promiser_of(tx, late);
    page.standing.push_back({std::move(late), std::move(promiser)});
  }
}

std::string why_cancelled(const web::Call& call, db::Transaction& tx, ItemId id) {
  std::string reason;
  for (const auto& step : items::history(call, tx, id))
    if (!step.quote.empty()) reason = step.quote;
  return reason;
}

void add_people(db::Transaction& tx, MeetingPage& page) {
  for (const auto& one : store::attendance_of(tx, page.item.id))
    page.people.push_back({accounts::name_of(tx, one.person),
                           one.organisation ? organisations::name_of(tx, *one.organisation) : std::string(),
                           one.is_voter});
  page.other_residents = store::other_residents(tx, page.item.id);
}

}  // namespace

std::optional<MeetingPage> find_meeting_page(const web::Call& call, db::Transaction& tx, ItemId id) {
  auto item = find_here(call, tx, id, "meeting");
  auto meeting = item ? store::find_meeting(tx, id) : std::nullopt;
  if (!meeting) return std::nullopt;
  MeetingPage page{.item = std::move(*item), .meeting = std::move(*meeting)};
  page.body = store::find_body(tx, page.meeting.area).value_or(Body{});
  const auto decisions = store::decisions_of(tx, id);
  for (const auto& point : store::agenda_of(tx, id))
    if (auto point_item = items::find_visible(call, tx, point.item))
      page.agenda.push_back(point_of(call, tx, std::move(*point_item), point, decisions));
  if (page.item.status == "held") {
    add_standing_then(call, tx, page);
  } else if (page.item.status == "cancelled") {
    page.why_cancelled = why_cancelled(call, tx, id);
  } else {
    add_standing_now(call, tx, page);
  }
  add_people(tx, page);
  return page;
}

std::optional<AgendaItemPage> find_agenda_item_page(const web::Call& call, db::Transaction& tx, ItemId id) {
  auto item = find_here(call, tx, id, "agenda_item");
  const auto point = item ? store::find_agenda_item(tx, id) : std::nullopt;
  auto meeting_item = point ? items::find_visible(call, tx, point->meeting) : std::nullopt;
  if (!meeting_item) return std::nullopt;
  AgendaItemPage page{
      .point = point_of(call, tx, std::move(*item), *point, store::decisions_of(tx, point->meeting)),
      .meeting_item = std::move(*meeting_item),
      .meeting = store::find_meeting(tx, point->meeting).value(),
      .body = {},
      .chain = items::chain(call, tx, id)};
  page.body = store::find_body(tx, page.meeting.area).value_or(Body{});
  return page;
}

std::optional<DecisionPage> find_decision_page(const web::Call& call, db::Transaction& tx, ItemId id) {
  auto item = find_here(call, tx, id, "decision");
  auto decision = item ? store::find_decision(tx, id) : std::nullopt;
  auto meeting_item = decision ? items::find_visible(call, tx, decision->meeting) : std::nullopt;
  auto agenda_item = meeting_item ? items::find(tx, decision->agenda_item) : std::nullopt;
  if (!agenda_item) return std::nullopt;
  DecisionPage page{.decision = {std::move(*item), *decision},
                    .meeting_item = std::move(*meeting_item),
                    .meeting = store::find_meeting(tx, decision->meeting).value(),
                    .agenda_item = std::move(*agenda_item),
                    .gaps = items::gaps_of(tx, id),
                    .led_to = {},
                    .chain = items::chain(call, tx, id)};
  for (auto& next : items::led_to(tx, id))
    if (next.kind == items::LinkKind::led_to && items::find_visible(call, tx, next.item.id))
      page.led_to.push_back(std::move(next.item));
  return page;
}

}  // namespace wijktafel::tables
