#include "capabilities/safety_net/passing.hpp"

#include <algorithm>

#include "capabilities/places/places.hpp"
#include "capabilities/safety_net/desks.hpp"
#include "capabilities/safety_net/settings.hpp"
#include "capabilities/safety_net/store.hpp"

namespace wijktafel::safety_net {
namespace {

constexpr std::int64_t desk_days_most = 60;

struct Late {
  db::Transaction& tx;
  Instant now;
  Date today;
  items::Item item;
  Date missed_date;
  Holder holder;
  std::vector<std::string> lineage;
};

// Nothing when it was answered, ended or given another date between the list and now.
std::optional<Late> late_signal(db::Transaction& tx, Instant now, const signals::DueSignal& due) {
  auto item = items::find_locked(tx, due.item);
  const auto signal = signals::find_signal(tx, due.item);
  // What waits for a moderator is nobody else's work yet: signals reminds whoever moderates.
  if (!item || !signal || signal->is_held || !item->is_open || item->next_date != due.next_date)
    return std::nullopt;
  Late late{.tx = tx,
            .now = now,
            .today = local_date(now),
            .item = std::move(*item),
            .missed_date = due.next_date,
            .holder = {},
            .lineage = {}};
  late.holder = {.organisation = late.item.holder, .team = signal->team, .contact = late.item.contact};
  late.lineage = places::lineage_of(tx, late.item.area);
  return late;
}

void notify(const Late& late, const std::vector<Reached>& people, std::string_view reason, Date due) {
  for (const auto& one : people)
    store::insert_notice(late.tx, {.person = one.person,
                                   .item = late.item.id,
                                   .reason = std::string(reason),
                                   .due = due,
                                   .stands_in_for = one.stands_in_for});
}

// Who has it; when nobody is there, the safety net; what nobody has is with who coordinates the area.
std::vector<Reached> whoever_has(const Late& late) {
  auto people = people_of(late.tx, late.now, late.holder);
  if (!people.empty()) return people;
  return late.holder.organisation ? desk_for(late.tx, late.now, late.lineage).people
                                  : coordinators_of(late.tx, late.now, late.lineage).people;
}

// Never nobody: who leads the desk, else who coordinates the area, above whom are the administrators.
std::vector<Reached> leaders(const Late& late, const Desk& desk) {
  auto people = manager_of(late.tx, late.now, desk, late.holder);
  if (!people.empty()) return people;
  const bool is_coordinator = desk.kind == DeskKind::coordinator;
  // Without its area's name no coordinator of an area is found: those of the whole municipality, then
  // administrators.
  return coordinators_of(late.tx, late.now, is_coordinator ? std::vector<std::string>{} : late.lineage)
      .people;
}

Facts facts_of(const Late& late, const Desk& desk) {
  Facts facts{{"missed_date", iso_date(late.missed_date)}, {"desk", std::string(word(desk.kind))}};
  if (desk.kind == DeskKind::organisation) facts["desk_organisation"] = desk.reference;
  if (desk.kind == DeskKind::team) {
    if (const auto team = organisations::find_team(late.tx, organisations::TeamId{desk.reference})) {
      facts["desk_organisation"] = raw(team->organisation);
      facts["team"] = team->name;
    }
  }
  return facts;
}

void tell_table(const Late& late, const Desk& desk) {
  items::open_gap(late.tx, late.now, late.item.id, desk_gap, {{"missed_date", iso_date(late.missed_date)}});
  notify(late, leaders(late, desk), "at_manager", late.missed_date);
}

void write_down(const Late& late, std::string_view what, Facts facts) {
  items::record(late.tx, late.now, identity::system_actor(), late.item.id,
                {.what = std::string(what), .facts = std::move(facts), .is_milestone = true});
}

void pass_first(const Late& late) {
  auto desk = desk_for(late.tx, late.now, late.lineage);
  const bool had_it = is_desk_of(late.tx, desk.desk, late.holder);
  const auto days = std::clamp<std::int64_t>(
      places::whole_number(late.tx, late.item.area, settings::desk_days, late.today), 1, desk_days_most);
  const auto act_by = signals::working_days_after(late.today, static_cast<int>(days));
  store::insert_passing(late.tx, {.item = late.item.id,
                                  .missed_date = late.missed_date,
                                  .area = late.item.area,
                                  .passed_on = late.today,
                                  .desk = desk.desk,
                                  .act_by = act_by,
                                  .late_on = had_it ? std::optional(late.today) : std::nullopt});
  auto facts = facts_of(late, desk.desk);
  facts["act_by_date"] = iso_date(act_by);
  facts["fell"] = std::string(!desk.skipped ? "named" : "nobody_there");
  write_down(late, had_it ? "safety_net.passed_at_desk" : "safety_net.passed", std::move(facts));
  notify(late, desk.people, "at_net", act_by);
  notify(late, whoever_has(late), "passed", late.missed_date);
  if (had_it) tell_table(late, desk.desk);
}

}  // namespace

void pass(db::Transaction& tx, Instant now, const signals::DueSignal& due) {
  const auto late = late_signal(tx, now, due);
  if (!late) return;
  if (late->item.status == "waiting") {
    if (signals::end_wait(tx, now, due.item)) notify(*late, whoever_has(*late), "came_back", due.next_date);
    return;
  }
  const auto known = store::find_passing(tx, due.item, due.next_date);
  if (!known) return pass_first(*late);
  if (known->late_on || known->act_by >= late->today) return;
  store::mark_late(tx, due.item, due.next_date, late->today);
  write_down(*late, "safety_net.desk_late", facts_of(*late, known->desk));
  tell_table(*late, known->desk);
}

void warn(db::Transaction& tx, Instant now, const signals::DueSignal& due) {
  const auto near = late_signal(tx, now, due);
  if (!near || !store::mark_warned(tx, due.item, due.next_date, near->today)) return;
  notify(*near, whoever_has(*near), "due_soon", due.next_date);
  tx.touch(near->item.area);  // its page says that there was a warning
}

}  // namespace wijktafel::safety_net
