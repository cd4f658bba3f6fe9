#include "capabilities/walks/actions/hold_walk.hpp"

#include "capabilities/walks/opened_walk.hpp"
#include "capabilities/walks/store.hpp"

namespace wijktafel::walks {
namespace {

// The mails are made afterwards, in the language of each reader.
void mail_later(db::Transaction& tx, Instant now, ItemId id) {
  jobs::enqueue(tx, "walks.mail_list", {{"item", raw(id)}, {"asked_at", to_millis(now)}}, now);
}

Done move_to(db::Transaction& tx, Instant now, const identity::Actor& actor, const OpenedWalk& opened,
             const std::string& status, const items::Entry& entry) {
  if (!may_become(opened.item.status, status)) return std::unexpected(NotInThisState{opened.item.status});
  items::Change change;
  change.status = status;
  change.is_open = status != "done";
  if (status == "done") change.next_date = std::optional<Date>();
  (void)items::change(tx, now, actor, opened.item.id, change, entry);
  return {};
}

}  // namespace

Done begin_walk(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId id) {
  const auto opened = open_walk(tx, id);
  if (!opened) return std::unexpected(opened.error());
  const Date day = local_date(opened->walk.begins_at);
  if (local_date(now) < day) return std::unexpected(NotYetToday{day});
  return move_to(tx, now, actor, *opened, "walking", {.what = "walks.walk_begun"});
}

Done end_walk(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId id) {
  const auto opened = open_walk(tx, id);
  if (!opened) return std::unexpected(opened.error());
  const std::int64_t points = store::last_number(tx, id);
  const auto done =
      move_to(tx, now, actor, *opened, "done",
              {.what = "walks.walk_ended", .facts = {{"points", points}}, .is_milestone = true});
  if (done) mail_later(tx, now, id);
  return done;
}

Done mail_list(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId id) {
  const auto opened = open_walk(tx, id);
  if (!opened) return std::unexpected(opened.error());
  if (opened->item.status != "done") return std::unexpected(NotInThisState{opened->item.status});
  items::record(tx, now, actor, id, {.what = "walks.list_mailed"});
  mail_later(tx, now, id);
  return {};
}

}  // namespace wijktafel::walks
