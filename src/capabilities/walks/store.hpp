// All SQL of walks: one function per question.
#pragma once

#include <map>

#include "capabilities/walks/records.hpp"

namespace wijktafel::walks::store {

void insert_walk(db::Transaction& tx, const Walk& walk);
void update_walk(db::Transaction& tx, const Walk& walk);
std::optional<Walk> find_walk(db::Transaction& tx, ItemId id);
// Not over and not cancelled, soonest first.
std::vector<Walk> coming_walks(db::Transaction& tx, std::string_view area, int limit);
// Done or cancelled, newest first; `before`: begun earlier than this one.
std::vector<Walk> past_walks(db::Transaction& tx, std::string_view area, const std::optional<Walk>& before,
                             int limit);
// The last one that is done and began before this moment.
std::optional<Walk> last_done_before(db::Transaction& tx, std::string_view area, Instant before);

void replace_stops(db::Transaction& tx, ItemId walk, const std::vector<Stop>& stops);
std::vector<Stop> stops_of(db::Transaction& tx, ItemId walk);
void replace_participants(db::Transaction& tx, ItemId walk, const std::vector<Participant>& participants);
std::vector<Participant> participants_of(db::Transaction& tx, ItemId walk);

PointId insert_point(db::Transaction& tx, const Point& point);
std::optional<Point> find_point(db::Transaction& tx, ItemId walk, std::int64_t number);
std::optional<Point> find_point(db::Transaction& tx, PointId id);
std::optional<Point> find_point_sent(db::Transaction& tx, ItemId walk, std::string_view sending);
std::vector<Point> points_of(db::Transaction& tx, ItemId walk);  // by number
std::vector<Point> points_about(db::Transaction& tx, ItemId signal);
int last_number(db::Transaction& tx, ItemId walk);
void set_led_to(db::Transaction& tx, PointId id, std::optional<ItemId> signal,
                std::optional<ItemId> commitment);
void set_settled(db::Transaction& tx, PointId id);
void erase_point_text(db::Transaction& tx, PointId id);

PhotoId insert_photo(db::Transaction& tx, Instant now, ItemId walk, std::string_view sending,
                     const Photo& photo);
std::optional<Photo> find_photo(db::Transaction& tx, ItemId walk, PhotoId id);
// Those that came with this form and are of no point yet.
std::vector<Photo> photos_sent(db::Transaction& tx, ItemId walk, std::string_view sending);
std::map<PointId, std::vector<Photo>> photos_of_walk(db::Transaction& tx, ItemId walk);
std::vector<Photo> photos_of_point(db::Transaction& tx, PointId point);
void give_photos_to(db::Transaction& tx, ItemId walk, std::string_view sending, PointId point, bool is_shown);
void show_photo(db::Transaction& tx, PhotoId id);
void remove_photo(db::Transaction& tx, PhotoId id);
std::vector<Photo> photos_left_before(db::Transaction& tx, Instant before, int limit);
bool is_file_used(db::Transaction& tx, std::string_view file_key);

}  // namespace wijktafel::walks::store
