#include "capabilities/walks/actions/plan_walk.hpp"

#include "capabilities/walks/opened_walk.hpp"
#include "capabilities/walks/store.hpp"

namespace wijktafel::walks {
namespace {

Facts when_and_where(const PlanWalk& form) {
  return {{"walk_date", iso_date(local_date(form.begins_at))}, {"place", form.meeting_place}};
}

Walk walk_of(ItemId id, const std::string& area, const PlanWalk& form) {
  return {.item = id,
          .area = area,
          .begins_at = form.begins_at,
          .meeting_place = form.meeting_place,
          .theme = form.theme,
          .others = form.others};
}

}  // namespace

Result<ItemId, WalkRefusal> plan_walk(db::Transaction& tx, Instant now, const identity::Actor& actor,
                                      const web::AreaRef& area, const PlanWalk& form) {
  if (form.begins_at < now) return std::unexpected(BeginsInThePast{local_date(now)});
  const ItemId id = items::create(tx, now, actor,
                                  {.kind = std::string(item_kind),
                                   .area = area.key,
                                   .lineage = area.lineage,
                                   .title = form.title,
                                   .place_words = form.meeting_place,
                                   .status = "planned",
                                   .next_date = local_date(form.begins_at)},
                                  {.what = "walks.walk_planned", .facts = when_and_where(form)});
  store::insert_walk(tx, walk_of(id, area.key, form));
  store::replace_participants(tx, id, form.participants);
  return id;
}

Done change_walk(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId id,
                 const PlanWalk& form) {
  const auto opened = open_walk(tx, id);
  if (!opened) return std::unexpected(opened.error());
  const bool is_moved = form.begins_at != opened->walk.begins_at;
  if (!opened->item.is_open || (is_moved && opened->item.status != "planned"))
    return std::unexpected(NotInThisState{opened->item.status});
  if (is_moved && form.begins_at < now) return std::unexpected(BeginsInThePast{local_date(now)});
  store::update_walk(tx, walk_of(id, opened->walk.area, form));
  store::replace_participants(tx, id, form.participants);
  items::Change change;
  change.title = form.title;
  change.next_date = local_date(form.begins_at);
  (void)items::change(
      tx, now, actor, id, change,
      {.what = "walks.walk_changed", .facts = when_and_where(form), .is_milestone = is_moved});
  return {};
}

Done cancel_walk(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId id,
                 const std::string& reason) {
  const auto opened = open_walk(tx, id);
  if (!opened) return std::unexpected(opened.error());
  if (!may_become(opened->item.status, "cancelled"))
    return std::unexpected(NotInThisState{opened->item.status});
  items::Change change;
  change.status = "cancelled";
  change.is_open = false;
  change.next_date = std::optional<Date>();
  (void)items::change(tx, now, actor, id, change,
                      {.what = "walks.walk_cancelled", .personal_text = reason, .is_milestone = true});
  return {};
}

Done set_route(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId id,
               const std::vector<Stop>& stops) {
  const auto opened = open_walk(tx, id);
  if (!opened) return std::unexpected(opened.error());
  if (!opened->item.is_open) return std::unexpected(NotInThisState{opened->item.status});
  if (stops.size() > static_cast<std::size_t>(stops_most)) return std::unexpected(TooManyStops{});
  store::replace_stops(tx, id, stops);
  items::record(tx, now, actor, id,
                {.what = "walks.route_set", .facts = {{"stops", static_cast<std::int64_t>(stops.size())}}});
  return {};
}

}  // namespace wijktafel::walks
