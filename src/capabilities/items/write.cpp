#include <algorithm>
#include <set>

#include "base/result.hpp"
#include "capabilities/items/history.hpp"
#include "capabilities/items/items.hpp"
#include "capabilities/items/store.hpp"

namespace wijktafel::items {
namespace {

store::Locked lock_existing(db::Transaction& tx, ItemId id, Instant now) {
  auto locked = store::lock(tx, id, now);
  WIJKTAFEL_ASSERT(locked.has_value(), "an action works on an item that exists");
  return std::move(*locked);
}

void touch_areas(db::Transaction& tx, const std::vector<std::string>& areas) {
  for (const auto& area : areas) tx.touch(area);
}

void append_and_keep(db::Transaction& tx, Instant now, const Actor& actor, const store::Locked& locked,
                     const Entry& entry) {
  const ItemId id = locked.item.id;
  const Head head = append(tx, now, actor, id, locked.head, entry);
  store::set_head(tx, id, head);
  if ((entry.is_milestone || entry.is_told) && locked.is_followed)
    jobs::enqueue(tx, "items.milestone_recorded", {{"item", raw(id)}, {"sequence", head.sequence}}, now);
}

// What comes after a followed item is followed too. Depth is bounded: a chain is signal, decision, goal,
// commitment.
void pass_following_on(db::Transaction& tx, ItemId id, int depth = 8) {
  store::mark_followed(tx, id);
  if (depth == 0) return;
  for (const auto& next : led_to(tx, id))
    if (next.kind != LinkKind::duplicate_of && !store::is_followed(tx, next.item.id))
      pass_following_on(tx, next.item.id, depth - 1);
}

Item changed(Item item, const Change& change) {
  if (change.title) item.title = *change.title;
  if (change.text) item.text = *change.text;
  if (change.domains) item.domains = *change.domains;
  if (change.visibility) item.visibility = *change.visibility;
  if (change.status) item.status = *change.status;
  if (change.is_open) item.is_open = *change.is_open;
  if (change.holder) item.holder = *change.holder;
  if (change.contact) item.contact = *change.contact;
  if (change.next_date) item.next_date = *change.next_date;
  return item;
}

// Only these decide in which lists and counts an item stands; its place never changes but by erase_text.
bool is_counted_alike(const Item& before, const Item& after) {
  return before.domains == after.domains && before.is_open == after.is_open &&
         before.visibility == after.visibility;
}

void write_change(db::Transaction& tx, const Item& before, const Item& after,
                  const std::vector<std::string>& areas) {
  store::update(tx, after);
  if (is_counted_alike(before, after)) return;
  store::update_areas(tx, after);
  store::count(tx, before, areas, -1);
  store::count(tx, after, areas, +1);
}

}  // namespace

ItemId create(db::Transaction& tx, Instant now, const Actor& actor, const NewItem& item, const Entry& first) {
  WIJKTAFEL_ASSERT(!item.lineage.empty(), "an item is found under its area and what lies above");
  const ItemId id = store::insert(tx, now, item);
  store::insert_themes(tx, id, item.themes);
  std::set<std::string> unique(item.lineage.begin(), item.lineage.end());
  unique.insert(item.more_areas.begin(), item.more_areas.end());
  const std::vector<std::string> areas(unique.begin(), unique.end());
  for (const auto& area : areas) store::insert_area(tx, id, area, item);
  Item counted;
  counted.id = id;
  append_and_keep(tx, now, actor, {counted, {}, false}, first);
  counted.kind = item.kind;
  counted.domains = item.domains;
  counted.is_open = item.is_open;
  counted.visibility = item.visibility;
  store::count(tx, counted, areas, +1);
  touch_areas(tx, areas);
  return id;
}

Result<void, StaleEdit> change(db::Transaction& tx, Instant now, const Actor& actor, ItemId id,
                               const Change& change, const Entry& entry,
                               std::optional<std::int64_t> expected_version) {
  const auto locked = lock_existing(tx, id, now);
  if (expected_version && locked.item.version != *expected_version + 1)
    return std::unexpected(StaleEdit{locked.item.version - 1});
  const auto areas = store::areas_of(tx, id);
  write_change(tx, locked.item, changed(locked.item, change), areas);
  if (change.themes) store::set_themes(tx, id, *change.themes);
  append_and_keep(tx, now, actor, locked, entry);
  touch_areas(tx, areas);
  return {};
}

void record(db::Transaction& tx, Instant now, const Actor& actor, ItemId id, const Entry& entry) {
  const auto locked = lock_existing(tx, id, now);
  append_and_keep(tx, now, actor, locked, entry);
  touch_areas(tx, store::areas_of(tx, id));
}

void link(db::Transaction& tx, Instant now, ItemId from, ItemId to, LinkKind kind) {
  tx.execute(
      "INSERT INTO item_link (from_item, to_item, kind, linked_at) VALUES ($1, $2, $3, $4) "
      "ON CONFLICT (from_item, to_item, kind) DO NOTHING",
      from, to, kind, now);
  if (kind != LinkKind::duplicate_of && store::is_followed(tx, from)) pass_following_on(tx, to);
  touch_areas(tx, store::areas_of(tx, from));
  touch_areas(tx, store::areas_of(tx, to));
}

void mark_followed(db::Transaction& tx, ItemId id) { pass_following_on(tx, id); }

void set_key(db::Transaction& tx, std::string_view key, ItemId id) {
  tx.execute("INSERT INTO item_key (key, item) VALUES ($1, $2)", key, id);
}

void add_photo(db::Transaction& tx, ItemId id, const Photo& photo) {
  const auto number = tx.find("SELECT COALESCE(MAX(number), 0) + 1 FROM item_photo WHERE item = $1", id)
                          ->get<std::int64_t>(0);
  tx.execute(
      "INSERT INTO item_photo (item, number, file_key, thumbnail_key, width, height, is_shown) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7)",
      id, number, photo.key, photo.thumbnail, photo.width, photo.height, photo.is_shown);
}

void show_photos(db::Transaction& tx, ItemId id) {
  if (tx.execute("UPDATE item_photo SET is_shown = 1 WHERE item = $1 AND is_shown = 0", id) > 0)
    touch_areas(tx, store::areas_of(tx, id));
}

void open_gap(db::Transaction& tx, Instant now, ItemId id, std::string_view gap, const Facts& facts) {
  store::insert_gap(tx, id, gap, facts, now);
  touch_areas(tx, store::areas_of(tx, id));
}

void close_gap(db::Transaction& tx, Instant /*now*/, ItemId id, std::string_view gap) {
  if (store::remove_gap(tx, id, gap)) touch_areas(tx, store::areas_of(tx, id));
}

void erase_text(db::Transaction& tx, Instant now, const Actor& actor, ItemId id, std::string_view new_title,
                const Entry& entry) {
  const auto locked = lock_existing(tx, id, now);
  Item item = locked.item;
  item.title = new_title;
  item.text.clear();
  item.place.reset();
  item.place_words.clear();
  store::update(tx, item);
  store::update_areas(tx, item);
  tx.execute("DELETE FROM item_history_text WHERE item = $1", id);
  tx.execute("DELETE FROM item_photo WHERE item = $1", id);
  append_and_keep(tx, now, actor, locked, entry);
  jobs::enqueue(tx, "items.text_erased", {{"item", raw(id)}}, now);
  touch_areas(tx, store::areas_of(tx, id));
}

}  // namespace wijktafel::items
