#include "capabilities/walks/actions/keep_photo.hpp"

#include "capabilities/walks/opened_walk.hpp"
#include "capabilities/walks/store.hpp"

namespace wijktafel::walks {
namespace {

constexpr std::chrono::hours form_lifetime{24};

// Files are named after their content: another row, or an item, may still show the same one.
void remove(db::Transaction& tx, const Photo& photo, std::vector<std::string>& unused) {
  store::remove_photo(tx, photo.id);
  for (const auto& key : {photo.file_key, photo.thumbnail_key})
    if (!store::is_file_used(tx, key) && !items::is_photo(tx, key)) unused.push_back(key);
}

}  // namespace

PhotoId keep_photo(db::Transaction& tx, Instant now, ItemId walk, const std::string& sending,
                   const Photo& photo) {
  return store::insert_photo(tx, now, walk, sending, photo);
}

std::vector<std::string> leave_out_photo(db::Transaction& tx, ItemId walk, const std::string& sending,
                                         PhotoId id) {
  std::vector<std::string> unused;
  for (const auto& photo : store::photos_sent(tx, walk, sending))
    if (photo.id == id) remove(tx, photo, unused);
  return unused;
}

Done add_after_photo(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId walk,
                     std::int64_t number, const Photo& photo) {
  if (const auto opened = open_walk(tx, walk); !opened) return std::unexpected(opened.error());
  const auto point = store::find_point(tx, walk, number);
  if (!point) return std::unexpected(NoSuchPoint{});
  auto after = photo;
  after.point = point->id;
  after.is_after = true;
  store::insert_photo(tx, now, walk, {}, after);
  items::record(tx, now, actor, walk, {.what = "walks.after_photo_added", .facts = {{"number", number}}});
  return {};
}

Done show_photo(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId walk, PhotoId id) {
  if (const auto opened = open_walk(tx, walk); !opened) return std::unexpected(opened.error());
  if (!store::find_photo(tx, walk, id)) return std::unexpected(NoSuchPoint{});
  store::show_photo(tx, id);
  items::record(tx, now, actor, walk, {.what = "walks.photo_shown"});
  return {};
}

std::vector<std::string> discard_left_photos(db::Transaction& tx, Instant now, int limit) {
  std::vector<std::string> unused;
  for (const auto& photo : store::photos_left_before(tx, now - form_lifetime, limit))
    remove(tx, photo, unused);
  return unused;
}

std::vector<std::string> destroy_points_about(db::Transaction& tx, ItemId signal) {
  std::vector<std::string> unused;
  for (const auto& point : store::points_about(tx, signal)) {
    store::erase_point_text(tx, point.id);
    for (const auto& photo : store::photos_of_point(tx, point.id)) remove(tx, photo, unused);
    if (const auto walk = items::find(tx, point.walk)) tx.touch(walk->area);
  }
  return unused;
}

}  // namespace wijktafel::walks
