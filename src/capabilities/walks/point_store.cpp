// Points of a walk and their photos.
#include "capabilities/walks/store.hpp"

namespace wijktafel::walks::store {
namespace {

const std::string point_select =
    "SELECT id, walk, number, sending, kind, text, theme, place_words, longitude, latitude, signal, "
    "commitment, is_settled, created_at FROM walk_point WHERE ";
const std::string photo_select =
    "SELECT id, point, is_after, file_key, thumbnail_key, width, height, is_shown FROM walk_photo WHERE ";

Point point_of(const db::Row& row) {
  Point point{.id = row.get<PointId>(0),
              .walk = row.get<ItemId>(1),
              .number = row.get<int>(2),
              .sending = row.get<std::string>(3),
              .kind = row.get<std::string>(4),
              .text = row.get<std::string>(5),
              .theme = row.get<std::string>(6),
              .place_words = row.get<std::string>(7),
              .signal = row.get<std::optional<ItemId>>(10),
              .commitment = row.get<std::optional<ItemId>>(11),
              .is_settled = row.get<bool>(12),
              .created_at = row.get<Instant>(13)};
  if (row.get<std::optional<double>>(8)) point.place = geo::Point{row.get<double>(8), row.get<double>(9)};
  return point;
}

Photo photo_of(const db::Row& row) {
  return {.id = row.get<PhotoId>(0),
          .point = row.get<std::optional<PointId>>(1),
          .is_after = row.get<bool>(2),
          .file_key = row.get<std::string>(3),
          .thumbnail_key = row.get<std::string>(4),
          .width = row.get<int>(5),
          .height = row.get<int>(6),
          .is_shown = row.get<bool>(7)};
}

template <class... Parameters>
std::optional<Point> one_point(db::Transaction& tx, const std::string& where,
                               const Parameters&... parameters) {
  const auto row = tx.find(point_select + where, parameters...);
  if (!row) return std::nullopt;
  return point_of(*row);
}

template <class... Parameters>
std::vector<Point> points(db::Transaction& tx, const std::string& where, const Parameters&... parameters) {
  std::vector<Point> found;
  for (const auto& row : tx.query(point_select + where, parameters...)) found.push_back(point_of(row));
  return found;
}

template <class... Parameters>
std::vector<Photo> photos(db::Transaction& tx, const std::string& where, const Parameters&... parameters) {
  std::vector<Photo> found;
  for (const auto& row : tx.query(photo_select + where, parameters...)) found.push_back(photo_of(row));
  return found;
}

}  // namespace

PointId insert_point(db::Transaction& tx, const Point& point) {
  const auto longitude = point.place ? std::optional(point.place->longitude) : std::nullopt;
  const auto latitude = point.place ? std::optional(point.place->latitude) : std::nullopt;
  return tx.insert<PointId>(
      "INSERT INTO walk_point (walk, number, sending, kind, text, theme, place_words, longitude, latitude, "
      "signal, commitment, is_settled, created_at) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING id",
      point.walk, point.number, point.sending, point.kind, point.text, point.theme, point.place_words,
      longitude, latitude, point.signal, point.commitment, point.is_settled, point.created_at);
}

std::optional<Point> find_point(db::Transaction& tx, ItemId walk, std::int64_t number) {
  return one_point(tx, "walk = $1 AND number = $2", walk, number);
}

std::optional<Point> find_point(db::Transaction& tx, PointId id) { return one_point(tx, "id = $1", id); }

std::optional<Point> find_point_sent(db::Transaction& tx, ItemId walk, std::string_view sending) {
  return one_point(tx, "walk = $1 AND sending = $2", walk, sending);
}

std::vector<Point> points_of(db::Transaction& tx, ItemId walk) {
  return points(tx, "walk = $1 ORDER BY number LIMIT $2", walk, points_most);
}

std::vector<Point> points_about(db::Transaction& tx, ItemId signal) {
  return points(tx, "signal = $1 ORDER BY id", signal);
}

int last_number(db::Transaction& tx, ItemId walk) {
  return tx.find("SELECT COALESCE(MAX(number), 0) FROM walk_point WHERE walk = $1", walk)->get<int>(0);
}

void set_led_to(db::Transaction& tx, PointId id, std::optional<ItemId> signal,
                std::optional<ItemId> commitment) {
  tx.execute("UPDATE walk_point SET signal = $2, commitment = $3 WHERE id = $1", id, signal, commitment);
}

void set_settled(db::Transaction& tx, PointId id) {
  tx.execute("UPDATE walk_point SET is_settled = $2 WHERE id = $1", id, true);
}

void erase_point_text(db::Transaction& tx, PointId id) {
  tx.execute(
      "UPDATE walk_point SET text = '', place_words = '', longitude = NULL, latitude = NULL WHERE id = $1",
      id);
}

PhotoId insert_photo(db::Transaction& tx, Instant now, ItemId walk, std::string_view sending,
                     const Photo& photo) {
  return tx.insert<PhotoId>(
      "INSERT INTO walk_photo (walk, sending, point, is_after, file_key, thumbnail_key, width, height, "
      "is_shown, sent_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id",
      walk, sending, photo.point, photo.is_after, photo.file_key, photo.thumbnail_key, photo.width,
      photo.height, photo.is_shown, now);
}

std::optional<Photo> find_photo(db::Transaction& tx, ItemId walk, PhotoId id) {
  const auto row = tx.find(photo_select + "walk = $1 AND id = $2", walk, id);
  if (!row) return std::nullopt;
  return photo_of(*row);
}

std::vector<Photo> photos_sent(db::Transaction& tx, ItemId walk, std::string_view sending) {
  return photos(tx, "walk = $1 AND sending = $2 AND point IS NULL ORDER BY id", walk, sending);
}

std::map<PointId, std::vector<Photo>> photos_of_walk(db::Transaction& tx, ItemId walk) {
  std::map<PointId, std::vector<Photo>> by_point;
  for (auto& photo : photos(tx, "walk = $1 AND point IS NOT NULL ORDER BY id", walk))
    by_point[*photo.point].push_back(std::move(photo));
  return by_point;
}

std::vector<Photo> photos_of_point(db::Transaction& tx, PointId point) {
  return photos(tx, "point = $1 ORDER BY id", point);
}

void give_photos_to(db::Transaction& tx, ItemId walk, std::string_view sending, PointId point,
                    bool is_shown) {
  tx.execute(
      "UPDATE walk_photo SET point = $3, is_shown = $4 WHERE walk = $1 AND sending = $2 AND point IS NULL",
      walk, sending, point, is_shown);
}

void show_photo(db::Transaction& tx, PhotoId id) {
  tx.execute("UPDATE walk_photo SET is_shown = $2 WHERE id = $1", id, true);
}

void remove_photo(db::Transaction& tx, PhotoId id) { tx.execute("DELETE FROM walk_photo WHERE id = $1", id); }

std::vector<Photo> photos_left_before(db::Transaction& tx, Instant before, int limit) {
  return photos(tx, "point IS NULL AND sent_at < $1 ORDER BY id LIMIT $2", before, limit);
}

bool is_file_used(db::Transaction& tx, std::string_view file_key) {
  return tx.find("SELECT 1 FROM walk_photo WHERE file_key = $1 OR thumbnail_key = $1 LIMIT 1", file_key)
      .has_value();
}

}  // namespace wijktafel::walks::store
