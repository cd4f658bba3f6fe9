#include "capabilities/signals/web/story.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <fmt/format.h>

#include "base/result.hpp"
#include "base/text.hpp"
#include "platform/web/entry.hpp"

namespace wijktafel::signals {
namespace {

namespace json = boost::json;
using web::entry::text;
using web::entry::texts;
using web::entry::yes;

[[noreturn]] void wrong(const std::string& key, std::string_view what) {
  throw Failure(fmt::format("{}: {}", key, what));
}

std::optional<Instant> moment(const std::string& key, const json::object& entry, std::string_view member) {
  const auto written = text(entry, member);
  if (written.empty()) return std::nullopt;
  const auto instant = parse_instant(written);
  if (!instant)
    wrong(key, fmt::format("\"{}\" of {} is no moment such as 2026-01-08T09:30:00+01:00", written, member));
  return instant;
}

std::optional<geo::Point> point(const json::object& entry, std::string_view member,
                                geo::Point (*made)(double, double)) {
  const auto* value = entry.if_contains(member);
  if (!value || !value->is_array() || value->get_array().size() != 2) return std::nullopt;
  const auto& pair = value->get_array();
  if (!pair[0].is_number() || !pair[1].is_number())
    throw Failure(fmt::format("\"{}\" is no pair of numbers", member));
  return made(pair[0].to_number<double>(), pair[1].to_number<double>());
}

geo::Point from_degrees(double longitude, double latitude) { return {longitude, latitude}; }

// Why it is held, in the word of the page for moderators; "" when it is not.
Suspicion suspicion(const std::string& key, const std::string& reason) {
  using enum Suspicion;
  if (reason.empty()) return none;
  for (const auto known : {hidden_field, links, repeated_text, too_fast})
    if (word(known) == reason) return known;
  wrong(key, fmt::format("\"{}\" is no reason to hold it", reason));
}

ReportSignal read_report(const std::string& key, const json::object& entry) {
  ReportSignal report;
  report.key = key;
  const auto kind = kind_of(text(entry, "kind"));
  if (!kind) wrong(key, fmt::format("\"{}\" is no kind of signal", text(entry, "kind")));
  const auto channel_word = text(entry, "channel");
  const auto channel = channel_of(channel_word.empty() ? "web" : channel_word);
  if (!channel) wrong(key, fmt::format("\"{}\" is no channel", channel_word));
  report.kind = *kind;
  report.channel = *channel;
  report.title = text(entry, "title");
  report.text = text(entry, "text");
  report.chance = text(entry, "chance");
  report.place = point(entry, "place", from_degrees);
  if (!report.place) report.place = point(entry, "rd", geo::from_rd);
  report.place_words = text(entry, "place_words");
  report.theme = text(entry, "theme");
  report.themes = texts(entry, "themes");
  report.neighbours_may = yes(entry, "neighbours_may");
  report.is_confidential = yes(entry, "confidential");
  report.suspicion = suspicion(key, text(entry, "held"));
  for (const auto& name : texts(entry, "domains")) {
    const auto domain = items::domain_of(name);
    if (!domain) wrong(key, fmt::format("\"{}\" is none of the domains", name));
    report.domains |= *domain;
  }
  return report;
}

// Of "ik ook" in one event.
constexpr int neighbours_most = 1000;

int times_of(const json::object& entry) {
  const auto* value = entry.if_contains("times");
  if (!value) return 1;
  return value->is_int64()
             ? static_cast<int>(std::clamp<std::int64_t>(value->get_int64(), 0, neighbours_most + 1))
             : 0;
}

std::optional<Date> date_of(const std::string& key, const json::object& entry) {
  for (const auto* member : {"next_date", "until"}) {
    const auto written = text(entry, member);
    if (written.empty()) continue;
    const auto date = parse_date(written);
    if (!date) wrong(key, fmt::format("\"{}\" is no date such as 2026-01-30", written));
    return date;
  }
  const auto month = text(entry, "month");
  if (month.empty()) return std::nullopt;
  const auto last_day = last_day_of_month(month);
  if (!last_day) wrong(key, fmt::format("\"{}\" is no month such as 2026-12", month));
  return last_day;
}

Deed deed_of(const std::string& key, std::string_view word) {
  constexpr std::pair<std::string_view, Deed> deeds[] = {{"assign", Deed::assign},
                                                         {"answer", Deed::answer},
                                                         {"refer", Deed::refer},
                                                         {"confirm", Deed::confirm},
                                                         {"duplicate", Deed::duplicate},
                                                         {"update", Deed::update},
                                                         {"pick_up", Deed::pick_up},
                                                         {"neighbours", Deed::neighbours},
                                                         {"still_so", Deed::still_so},
                                                         {"me_too", Deed::me_too},
                                                         {"help", Deed::help},
                                                         {"arrange", Deed::arrange},
                                                         {"note", Deed::note},
                                                         {"split", Deed::split},
                                                         {"confidential", Deed::confidential},
                                                         {"let_through", Deed::let_through},
                                                         {"remove", Deed::remove},
                                                         {"forward", Deed::forward}};
  for (const auto& [known, deed] : deeds)
    if (known == word) return deed;
  wrong(key, fmt::format("\"{}\" is nothing that is done to a signal", word));
}

void check(const std::string& key, const StoryEvent& event) {
  const auto& care = care_kinds();
  if (event.deed == Deed::answer && !event.status) wrong(key, "an answer has no status");
  if (event.deed == Deed::answer && event.text.empty()) wrong(key, "an answer has no text");
  if (event.deed == Deed::update && event.text.empty()) wrong(key, "an update has no text");
  if (event.deed == Deed::note && event.text.empty()) wrong(key, "a note has no text");
  if (event.deed == Deed::remove && event.text.empty())
    wrong(key, "what is removed has no reason as its text");
  if (event.deed == Deed::me_too && (event.times < 1 || event.times > neighbours_most))
    wrong(key, fmt::format("\"times\" is 1 to {}", neighbours_most));
  if (event.deed == Deed::pick_up && !event.date) wrong(key, "who picks it up says no \"next_date\"");
  if (event.deed == Deed::refer && std::ranges::find(care, event.care) == care.end())
    wrong(key, fmt::format("\"{}\" is no kind of care", event.care));
  if (event.deed == Deed::duplicate && event.original.empty()) wrong(key, "a duplicate names no \"of\"");
}

StoryEvent read_event(const std::string& key, const json::value& value) {
  if (!value.is_object()) wrong(key, "an event is an object");
  const auto& entry = value.get_object();
  const auto at = moment(key, entry, "at");
  if (!at) wrong(key, "an event has no moment \"at\"");
  StoryEvent event{.at = *at, .deed = deed_of(key, text(entry, "do"))};
  event.by = text(entry, "by");
  event.holder = text(entry, "holder");
  event.title = text(entry, "title");
  event.open_to_neighbours = yes(entry, "open_to_neighbours");
  event.text = text(entry, "text");
  event.status = status_of(text(entry, "status"));
  event.for_whom = text(entry, "for_whom");
  event.possible_instead = text(entry, "possible_instead");
  event.without_commitment = yes(entry, "without_commitment");
  event.date = date_of(key, entry);
  event.care = text(entry, "care");
  event.solved = text(entry, "verdict") != "not_solved";
  event.original = text(entry, "of");
  event.name = text(entry, "name");
  event.news = text(entry, "news");
  event.theme = text(entry, "theme");
  event.team = text(entry, "team");
  event.contact = text(entry, "contact");
  event.priority = text(entry, "priority");
  event.times = times_of(entry);
  for (const auto& part : texts(entry, "parts")) event.parts.push_back(tidy(part));
  check(key, event);
  return event;
}

}  // namespace

Story read_story(const json::value& value) {
  if (!value.is_object()) throw Failure("a signal is an object");
  const auto& entry = value.get_object();
  const auto key = text(entry, "key");
  if (key.empty()) throw Failure("a signal has no key");
  const auto reported_at = moment(key, entry, "reported_at");
  if (!reported_at) wrong(key, "no moment \"reported_at\"");
  Story story{.area = text(entry, "area"), .reported_at = *reported_at, .report = read_report(key, entry)};
  story.by = text(entry, "by");
  story.anonymous = yes(entry, "anonymous");
  story.holder = text(entry, "holder");
  if (const auto* events = entry.if_contains("events"); events && events->is_array())
    for (const auto& event : events->get_array()) story.events.push_back(read_event(key, event));
  return story;
}

}  // namespace wijktafel::signals
