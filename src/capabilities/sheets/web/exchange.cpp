// Strips that came back, each entered at its own time by who sat at the counter or the telephone.
#include "capabilities/sheets/web/exchange.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <fmt/format.h>

#include "base/text.hpp"
#include "capabilities/accounts/accounts.hpp"
#include "capabilities/sheets/model.hpp"
#include "capabilities/sheets/reads/sheet.hpp"
#include "capabilities/sheets/web/strip.hpp"
#include "platform/web/entry.hpp"

namespace wijktafel::sheets {
namespace {

namespace json = boost::json;
using web::entry::text;

struct Story {
  Instant at{};
  std::string signal;  // key
  std::string by;      // key of a person
  Strip strip;
};

[[noreturn]] void wrong(const Story& story, std::string_view what) {
  throw Failure(fmt::format("strips {}: {}", story.signal, what));
}

Story read_strip(const json::value& value) {
  if (!value.is_object()) throw Failure("a strip is an object");
  const auto& entry = value.get_object();
  Story story{.at = {}, .signal = text(entry, "signal"), .by = text(entry, "by"), .strip = {}};
  if (story.signal.empty()) throw Failure("a strip names no \"signal\"");
  const auto at = parse_instant(text(entry, "at"));
  if (!at)
    wrong(story, fmt::format("\"{}\" is no moment such as 2026-11-20T10:30:00+01:00", text(entry, "at")));
  story.at = *at;
  const auto* ticked = entry.if_contains("ticked");
  if (!ticked || !ticked->is_array() || ticked->get_array().empty()) wrong(story, "nothing is \"ticked\"");
  for (const auto& tick : ticked->get_array()) {
    const std::string word = tick.is_string() ? std::string(tick.get_string()) : std::string();
    if (std::ranges::find(tick_words(), word) == tick_words().end())
      wrong(story, fmt::format("\"{}\" is nothing that can be ticked", word));
    story.strip.ticked.push_back(word);
  }
  story.strip.phone = text(entry, "phone");
  if (!story.strip.phone.empty() && !is_phone(story.strip.phone))
    wrong(story, "\"phone\" is no telephone number");
  story.strip.sending = fmt::format("story-{}-{}", story.signal, iso_instant(story.at));
  return story;
}

void tell(db::Transaction& tx, const web::Service& service, const Story& story) {
  auto call = web::job_call(service, i18n::Language::nl, story.at);
  const auto actor = accounts::actor_by_key(tx, story.at, story.by);
  if (!actor) wrong(story, fmt::format("there is no person \"{}\"", story.by));
  call.actor = *actor;
  const auto id = items::find_by_key(tx, story.signal);
  const auto item = id ? items::find(tx, *id) : std::nullopt;
  call.area = item ? service.find_area(item->area) : std::nullopt;
  const auto named = call.area ? find_named(tx, *call.area, raw(*id)) : std::nullopt;
  if (!named) wrong(story, "there is no signal that everybody may read");
  const auto say = [&](const web::FieldFault& fault) {
    wrong(story, call.text(fault.word_key, fault.arguments));
  };
  if (const auto fault = wrong_tick(*named, story.strip)) say(*fault);
  if (const auto done = enter(call, tx, *named, story.strip); !done) say(done.error());
}

std::vector<web::Step> steps(const web::Service&, const json::value& section) {
  if (!section.is_array()) throw Failure("strips: a list is expected");
  std::vector<web::Step> all;
  for (const auto& entry : section.get_array()) {
    const auto story = read_strip(entry);
    all.push_back({story.at, "strips " + story.signal,
                   [story](db::Transaction& tx, const web::Service& service) { tell(tx, service, story); }});
  }
  return all;
}

}  // namespace

web::Exchange exchange() { return {.section = "strips", .order = 0, .steps = steps}; }

}  // namespace wijktafel::sheets
