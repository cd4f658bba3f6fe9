#include "capabilities/signals/actions/pick_up_signal.hpp"

#include "capabilities/signals/neighbours_first.hpp"
#include "capabilities/signals/signal_change.hpp"
#include "capabilities/signals/tell_holder.hpp"

namespace wijktafel::signals {
namespace {

template <class Refusal>
std::optional<Refusal> wrong_date(Date date, Instant now, std::string field) {
  if (date < local_date(now)) return Refusal{DateHasPassed{std::move(field)}};
  if (days_between(local_date(now), date) > pickup_days_most)
    return Refusal{DateTooFar{.field = std::move(field), .days = pickup_days_most}};
  return std::nullopt;
}

// Neighbours act as residents, whatever else they are, unless they speak for a group.
Actor neighbour(const Actor& actor, const std::optional<OrganisationId>& organisation) {
  Actor shown;
  shown.person = actor.person;
  if (organisation) shown.grants.push_back({.role = "member", .area = {}, .organisation = organisation});
  return shown;
}

struct PickupChange {
  StatusChange change;
  std::string_view ended_as = {};  // "" : it goes on
};

PickupChange change_of(const PickupNews& news, const std::string& text) {
  const auto entry = [&](const char* what) {
    return items::Entry{.what = what, .personal_text = text, .is_milestone = true};
  };
  return std::visit(
      overloaded{
          [&](const pickup::News& more) {
            PickupChange made{
                .change = {.to = Status::in_progress, .entry = entry("signals.neighbours_told")}};
            made.change.entry.facts["next_date"] = iso_date(more.tells_by);
            made.change.next_date = more.tells_by;
            return made;
          },
          [&](const pickup::Done&) {
            return PickupChange{{.to = Status::done, .entry = entry("signals.done_by_neighbours")}, "done"};
          },
          [&](const pickup::GivenBack&) {
            PickupChange made{{.to = Status::looked_at, .entry = entry("signals.given_back")}, "given_back"};
            made.change.more.holder = std::optional<OrganisationId>{};
            return made;
          },
          [&](const pickup::BecameInitiative& initiative) {
            PickupChange made{{.to = Status::became_initiative, .entry = entry("signals.became_initiative")},
                              "initiative"};
            made.change.entry.personal_text =
                text.empty() ? initiative.name : initiative.name + "\n\n" + text;
            return made;
          }},
      news);
}

}  // namespace

Result<void, PickUpRefusal> pick_up_signal(db::Transaction& tx, Instant now, const Actor& actor, ItemId id,
                                           const PickUp& form) {
  const auto signal = find_whole_locked(tx, id);
  if (!signal || signal->item.visibility != items::Visibility::everyone)
    return std::unexpected(NoSuchSignal{});
  if (signal->status != Status::open_to_neighbours || is_for_the_owner(tx, signal->row.theme))
    return std::unexpected(NotOpenToNeighbours{});
  if (form.plan.empty()) return std::unexpected(NothingTold{"pickup_plan"});
  if (auto wrong = wrong_date<PickUpRefusal>(form.tells_by, now, "pickup_date"))
    return std::unexpected(*wrong);
  StatusChange change{.to = Status::in_progress,
                      .entry = {.what = "signals.picked_up",
                                .facts = {{"next_date", iso_date(form.tells_by)}},
                                .personal_text = form.plan,
                                .is_milestone = true,
                                .on_behalf_of = form.organisation},
                      .next_date = form.tells_by};
  change.more.holder = form.organisation;
  const auto changed = change_status(tx, now, neighbour(actor, form.organisation), *signal, change);
  WIJKTAFEL_ASSERT(changed.has_value(), "the table allows it after open_to_neighbours");
  store::insert_pickup(tx, {.item = id,
                            .person = actor.person,
                            .organisation = form.organisation,
                            .shown_name = form.organisation ? "" : form.shown_name,
                            .tells_by = form.tells_by,
                            .began_at = now});
  return {};
}

Result<void, PickupNewsRefusal> tell_of_pickup(db::Transaction& tx, Instant now, const Actor& actor,
                                               ItemId id, const PickupNews& news, const std::string& text) {
  const auto signal = find_whole_locked(tx, id);
  if (!signal) return std::unexpected(NoSuchSignal{});
  const auto active = store::find_active_pickup(tx, id);
  if (!active || !picked_it_up(actor, *active)) return std::unexpected(NotPickedUp{});
  const auto* more = std::get_if<pickup::News>(&news);
  if (more && text.empty()) return std::unexpected(NothingTold{"pickup_text"});
  if (more)
    if (auto wrong = wrong_date<PickupNewsRefusal>(more->tells_by, now, "pickup_next"))
      return std::unexpected(*wrong);
  const auto* initiative = std::get_if<pickup::BecameInitiative>(&news);
  if (initiative && initiative->name.empty()) return std::unexpected(NothingTold{"pickup_initiative"});
  const auto made = change_of(news, text);
  if (!change_status(tx, now, neighbour(actor, active->organisation), *signal, made.change))
    return std::unexpected(NotPossibleNow{signal->status, made.change.to});
  if (more) store::set_tells_by(tx, active->id, more->tells_by);
  if (!made.ended_as.empty()) store::end_pickup(tx, active->id, now, made.ended_as);
  if (made.ended_as == "given_back") tell_holder_later(tx, now, id, "given_back");
  if (initiative) jobs::enqueue(tx, "signals.became_initiative", {{"item", raw(id)}}, now);
  return {};
}

Result<void, HelpRefusal> help_along(db::Transaction& tx, Instant now, const Actor& actor, ItemId id,
                                     const HelpAlong& form) {
  const auto signal = find_whole_locked(tx, id);
  if (!signal) return std::unexpected(NoSuchSignal{});
  const auto active = store::find_active_pickup(tx, id);
  if (!active || !actor.person || picked_it_up(actor, *active)) return std::unexpected(NotPickedUp{});
  store::put_helper(
      tx, active->id,
      {.person = *actor.person, .shown_name = form.shown_name, .reached_by = form.reached_by, .since = now});
  // On the page it shows; the history does not hold who helped.
  tx.touch(signal->item.area);
  return {};
}

Result<void, HelpRefusal> stop_helping(db::Transaction& tx, Instant /*now*/, const Actor& actor, ItemId id) {
  const auto signal = find_whole_locked(tx, id);
  if (!signal) return std::unexpected(NoSuchSignal{});
  const auto active = store::find_active_pickup(tx, id);
  if (!active || !actor.person || !store::remove_helper(tx, active->id, *actor.person))
    return std::unexpected(NotPickedUp{});
  tx.touch(signal->item.area);
  return {};
}

int take_back_late_pickups(db::Transaction& tx, Instant now, int most) {
  const auto late = store::pickups_past(tx, local_date(now), most);
  for (const auto& pickup : late) {
    const auto signal = find_whole_locked(tx, pickup.item);
    // Meanwhile its neighbours may have told more, or ended it.
    const auto active = store::find_active_pickup(tx, pickup.item);
    if (!active || active->id != pickup.id || active->tells_by >= local_date(now)) continue;
    store::end_pickup(tx, pickup.id, now, "came_back");
    // What went on in another way meanwhile stays as it is.
    if (!signal || signal->status != Status::in_progress) continue;
    StatusChange change{.to = Status::looked_at,
                        .entry = {.what = "signals.came_back", .is_milestone = true}};
    change.more.holder = std::optional<OrganisationId>{};
    const auto changed = change_status(tx, now, identity::system_actor(), *signal, change);
    WIJKTAFEL_ASSERT(changed.has_value(), "the table allows it after in_progress");
    tell_holder_later(tx, now, pickup.item, "came_back");
  }
  return static_cast<int>(late.size());
}

}  // namespace wijktafel::signals
