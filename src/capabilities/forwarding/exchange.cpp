// Where signals go, and signals that went: to which number, and what was heard of them. A destination is
// named by its name.
#include "capabilities/forwarding/exchange.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <fmt/format.h>

#include "base/text.hpp"
#include "capabilities/forwarding/actions/change_destination.hpp"
#include "capabilities/forwarding/actions/send_signal.hpp"
#include "capabilities/forwarding/hearing.hpp"
#include "capabilities/forwarding/sending.hpp"
#include "capabilities/forwarding/web/refusals.hpp"
#include "platform/web/entry.hpp"

namespace wijktafel::forwarding {
namespace {

namespace json = boost::json;
using web::entry::text;
using web::entry::texts;
using web::entry::yes;

std::optional<store::Destination> named(db::Transaction& tx, std::string_view name) {
  for (auto& destination : store::current(tx))
    if (destination.title == name) return std::move(destination);
  return std::nullopt;
}

[[noreturn]] void wrong(std::string_view section, std::string_view name, std::string_view what) {
  throw Failure(fmt::format("{} {}: {}", section, name, what));
}

SaveDestination destination_of(db::Transaction& tx, const json::object& entry) {
  SaveDestination form{.kind = text(entry, "kind"),
                       .title = text(entry, "name"),
                       .endpoint = text(entry, "endpoint"),
                       .format = text(entry, "format") == "xml" ? "xml" : "json",
                       .jurisdiction = text(entry, "jurisdiction"),
                       .credential = text(entry, "key_name"),
                       .is_automatic = yes(entry, "automatic"),
                       .has_updates = yes(entry, "updates"),
                       .areas = texts(entry, "areas"),
                       .themes = texts(entry, "themes")};
  if (form.title.empty()) throw Failure("destinations: a destination has no name");
  constexpr std::string_view kinds[] = {"open311", "mail", "file"};
  if (std::ranges::find(kinds, form.kind) == std::end(kinds))
    wrong("destinations", form.title, fmt::format("\"{}\" is no kind of destination", form.kind));
  const auto organisation = organisations::find_by_key(tx, text(entry, "organisation"));
  if (!organisation)
    wrong("destinations", form.title,
          fmt::format("there is no organisation \"{}\"", text(entry, "organisation")));
  form.organisation = organisation->id;
  return form;
}

// What its system offers, and which of our themes is which of its services ("": every other one).
void import_services(db::Transaction& tx, DestinationId id, const json::object& entry) {
  const auto* services = entry.if_contains("services");
  if (!services || !services->is_array()) return;
  std::vector<store::Service> known;
  std::vector<store::ThemeLine> lines;
  for (const auto& element : services->get_array()) {
    if (!element.is_object()) wrong("destinations", text(entry, "name"), "a service is an object");
    const auto& service = element.get_object();
    known.push_back({.code = text(service, "code"), .title = text(service, "name"), .description = {}});
    for (const auto& theme : texts(service, "for")) lines.push_back({theme, known.back().code});
  }
  store::replace_services(tx, id, known);
  save_services(tx, id, lines, {});
}

void import_destination(db::Transaction& tx, const web::Service& service, const json::object& entry) {
  auto form = destination_of(tx, entry);
  form.is_tried = entry.if_contains("services") == nullptr;
  const auto say = [&](const SaveRefusal& refusal) {
    const auto call = web::job_call(service, i18n::Language::nl, service.clock.now());
    const auto why = fault(refusal);
    wrong("destinations", form.title, call.text(why.word_key, why.arguments));
  };
  const auto known = named(tx, form.title);
  if (known) {
    if (const auto done = change_destination(service, tx, known->id, form); !done) say(done.error());
    return import_services(tx, known->id, entry);
  }
  const auto added = add_destination(service, tx, service.clock.now(), form);
  if (!added) say(added.error());
  import_services(tx, *added, entry);
}

void read_destinations(db::Transaction& tx, const web::Service& service, const json::value& section) {
  if (!section.is_array()) throw Failure("destinations: a list is expected");
  for (const auto& element : section.get_array()) {
    if (!element.is_object()) throw Failure("destinations: each entry is an object");
    import_destination(tx, service, element.get_object());
  }
}

struct News {
  Instant at{};
  open311::RequestState state;
};

struct Story {
  Instant at{};
  std::string signal;  // key
  std::string destination;
  std::string number;
  std::vector<News> news;
};

Instant moment(const Story& story, const json::object& entry) {
  const auto at = parse_instant(text(entry, "at"));
  if (!at)
    wrong("forwarded", story.signal,
          fmt::format("\"{}\" is no moment such as 2026-11-20T10:30:00+01:00", text(entry, "at")));
  return *at;
}

Story read_story(const json::value& value) {
  if (!value.is_object()) throw Failure("what was forwarded is an object");
  const auto& entry = value.get_object();
  Story story{.at = {},
              .signal = text(entry, "signal"),
              .destination = text(entry, "to"),
              .number = text(entry, "number"),
              .news = {}};
  if (story.signal.empty()) throw Failure("what was forwarded names no \"signal\"");
  story.at = moment(story, entry);
  const auto* news = entry.if_contains("news");
  if (!news || !news->is_array()) return story;
  for (const auto& element : news->get_array()) {
    if (!element.is_object()) wrong("forwarded", story.signal, "news is an object");
    const auto& said = element.get_object();
    story.news.push_back(
        {moment(story, said),
         {.number = story.number, .status = text(said, "status"), .notes = text(said, "text")}});
  }
  if (!story.news.empty() && story.number.empty())
    wrong("forwarded", story.signal, "news comes under a \"number\"");
  return story;
}

// A number is what their system answered: heard as if it did so now.
void send(db::Transaction& tx, const web::Service& service, const Story& story) {
  const auto item = items::find_by_key(tx, story.signal);
  if (!item) wrong("forwarded", story.signal, "was not reported");
  const auto destination = named(tx, story.destination);
  if (!destination)
    wrong("forwarded", story.signal, fmt::format("there is no destination \"{}\"", story.destination));
  const auto sent = send_signal(tx, story.at, *item, destination->id);
  if (!sent) {
    const auto call = web::job_call(service, i18n::Language::nl, story.at);
    wrong("forwarded", story.signal, call.text(word_key(sent.error())));
  }
  if (story.number.empty()) return;
  if (destination->kind != "open311") wrong("forwarded", story.signal, "only a system gives a \"number\"");
  if (!begin_attempt(service, tx, *sent, story.at))
    wrong("forwarded", story.signal, "no service of the destination takes its theme");
  const json::array receipt{{{"service_request_id", story.number}}};
  record_answer(service, tx, *sent, fetch::Answer{.status = 200, .body = json::serialize(receipt)}, story.at);
}

void hear(db::Transaction& tx, const web::Service& service, const Story& story, const News& news) {
  const auto destination = named(tx, story.destination).value();
  keep_poll_fault(tx, destination.id, {}, news.at);  // it answered
  hear_state(service, tx, news.at, destination, news.state);
}

std::vector<web::Step> steps(const web::Service&, const json::value& section) {
  if (!section.is_array()) throw Failure("forwarded: a list is expected");
  std::vector<web::Step> all;
  for (const auto& element : section.get_array()) {
    const auto story = read_story(element);
    all.push_back({story.at, "forwarded " + story.signal,
                   [story](db::Transaction& tx, const web::Service& service) { send(tx, service, story); }});
    for (const auto& news : story.news)
      all.push_back({news.at, "forwarded " + story.signal + ": news",
                     [story, news](db::Transaction& tx, const web::Service& service) {
                       hear(tx, service, story, news);
                     }});
  }
  return all;
}

}  // namespace

std::vector<web::Exchange> exchanges() {
  return {{.section = "destinations", .order = 0, .import = read_destinations},
          {.section = "forwarded", .order = 1, .steps = steps}};
}

}  // namespace wijktafel::forwarding
