#include "capabilities/walks/actions/add_point.hpp"

#include "capabilities/walks/opened_walk.hpp"
#include "capabilities/walks/store.hpp"

namespace wijktafel::walks {

Result<AddedPoint, WalkRefusal> add_point(db::Transaction& tx, Instant now, const identity::Actor& actor,
                                          bool may_plan, ItemId walk, const AddPoint& form) {
  const auto opened = open_walk(tx, walk);
  if (!opened) return std::unexpected(opened.error());
  if (!may_plan && !walks_along(tx, actor, walk)) return std::unexpected(NotAParticipant{});
  if (const auto before = store::find_point_sent(tx, walk, form.sending))
    return AddedPoint{before->id, before->number, true};
  if (!takes_points(opened->item.status, local_date(opened->walk.begins_at), local_date(now)))
    return std::unexpected(NotInThisState{opened->item.status});
  const int number = store::last_number(tx, walk) + 1;
  if (number > points_most) return std::unexpected(TooManyPoints{});
  const auto id = store::insert_point(tx, {.walk = walk,
                                           .number = number,
                                           .sending = form.sending,
                                           .kind = form.kind,
                                           .text = form.text,
                                           .theme = form.theme,
                                           .place_words = form.place_words,
                                           .place = form.place,
                                           .created_at = now});
  store::give_photos_to(tx, walk, form.sending, id, form.photo_may_be_shown);
  items::record(tx, now, actor, walk,
                {.what = "walks.point_added", .facts = {{"number", std::int64_t{number}}}});
  return AddedPoint{id, number, false};
}

void lead_to(db::Transaction& tx, Instant now, ItemId walk, PointId point, std::optional<ItemId> signal,
             std::optional<ItemId> commitment) {
  store::set_led_to(tx, point, signal, commitment);
  if (signal) items::link(tx, now, walk, *signal, items::LinkKind::led_to);
}

Done settle_point(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId walk,
                  std::int64_t number) {
  if (const auto opened = open_walk(tx, walk); !opened) return std::unexpected(opened.error());
  const auto point = store::find_point(tx, walk, number);
  if (!point) return std::unexpected(NoSuchPoint{});
  if (point->signal || point->commitment) return std::unexpected(SettledElsewhere{});
  if (point->is_settled) return {};
  store::set_settled(tx, point->id);
  items::record(tx, now, actor, walk, {.what = "walks.point_settled", .facts = {{"number", number}}});
  return {};
}

}  // namespace wijktafel::walks
