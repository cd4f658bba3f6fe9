#include "capabilities/walks/web/story.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <fmt/format.h>

#include "base/result.hpp"
#include "base/text.hpp"
#include "platform/web/entry.hpp"

namespace wijktafel::walks {
namespace {

namespace json = boost::json;

// One object of a walk; what is missing is named with the key of the walk.
class Record {
 public:
  Record(const json::object& object, std::string key) : object_(object), key_(std::move(key)) {}

  [[noreturn]] void wrong(std::string_view what) const {
    throw Failure(fmt::format("walks {}: {}", key_, what));
  }
  std::string text(std::string_view member) const { return web::entry::text(object_, member); }
  std::string needed(std::string_view member) const {
    auto written = text(member);
    if (written.empty()) wrong(fmt::format("{} is missing", member));
    return written;
  }
  Instant moment(std::string_view member) const {
    const auto instant = parse_instant(needed(member));
    if (!instant) wrong(fmt::format("{} is no moment such as 2026-05-20T19:00:00+02:00", member));
    return *instant;
  }
  bool flag(std::string_view member) const { return web::entry::yes(object_, member); }
  std::string one_of(std::string_view member, std::span<const std::string_view> allowed,
                     std::string_view otherwise = {}) const {
    auto written = text(member);
    if (written.empty()) written = otherwise;
    if (std::ranges::find(allowed, written) == allowed.end())
      wrong(fmt::format("{} is \"{}\", which is none of its values", member, written));
    return written;
  }
  std::optional<geo::Point> place() const {
    const auto* value = object_.if_contains("place");
    if (!value) return std::nullopt;
    if (!value->is_array() || value->get_array().size() != 2) wrong("place is no pair of numbers");
    const auto& pair = value->get_array();
    if (!pair[0].is_number() || !pair[1].is_number()) wrong("place is no pair of numbers");
    return geo::Point{pair[0].to_number<double>(), pair[1].to_number<double>()};
  }
  std::vector<std::string> texts(std::string_view member) const { return web::entry::texts(object_, member); }
  std::vector<Record> records(std::string_view member) const {
    std::vector<Record> all;
    if (const auto* value = object_.if_contains(member); value && value->is_array())
      for (const auto& one : value->get_array()) {
        if (!one.is_object()) wrong(fmt::format("{} has something that is no object", member));
        all.emplace_back(one.get_object(), key_);
      }
    return all;
  }
  std::optional<Record> record(std::string_view member) const {
    const auto* value = object_.if_contains(member);
    if (!value || !value->is_object()) return std::nullopt;
    return Record(value->get_object(), key_);
  }

 private:
  const json::object& object_;
  std::string key_;
};

PointStory read_point(const Record& record, const std::string& sending) {
  PointStory point{.at = record.moment("at"),
                   .by = record.text("by"),
                   .form = {},
                   .promiser = {},
                   .signal_key = {},
                   .commitment_key = {}};
  point.form.point = {.sending = sending,
                      .kind = record.one_of("kind", point_kinds),
                      .text = record.needed("text"),
                      .theme = record.text("theme"),
                      .place_words = record.text("place_words"),
                      .place = record.place()};
  point.form.next = record.one_of("next", next_steps);
  point.signal_key = record.text("signal_key");
  point.commitment_key = record.text("commitment_key");
  if (point.form.next == "promise" || point.form.next == "both") {
    point.promiser = record.needed("promiser");
    point.form.promise = record.needed("promise");
    const auto due = parse_date(record.needed("due"));
    if (!due) record.wrong("due is no date such as 2026-06-10");
    point.form.due = *due;
  }
  if (const auto done = record.record("done"))
    point.done = DoneStory{done->moment("at"), done->text("by"), done->needed("text")};
  return point;
}

}  // namespace

WalkStory read_story(const json::value& value) {
  if (!value.is_object()) throw Failure("a walk is an object");
  const Record nameless(value.get_object(), "(without key)");
  const Record record(value.get_object(), nameless.needed("key"));
  WalkStory walk{.key = record.text("key"),
                 .area = record.needed("area"),
                 .planned_at = record.moment("planned_at"),
                 .planned_by = record.text("planned_by"),
                 .begins_at = record.moment("begins_at"),
                 .meeting_place = record.needed("meeting_place"),
                 .theme = record.one_of("theme", themes, "general"),
                 .others = record.text("others")};
  walk.people = record.texts("people");
  walk.organisations = record.texts("organisations");
  for (const auto& stop : record.records("route")) walk.route.push_back({stop.needed("words"), stop.place()});
  walk.held = record.flag("held");
  for (const auto& point : record.records("points"))
    walk.points.push_back(read_point(point, fmt::format("{}-{}", walk.key, walk.points.size() + 1)));
  if (!walk.held && !walk.points.empty()) record.wrong("a walk that was not held has no points");
  return walk;
}

}  // namespace wijktafel::walks
