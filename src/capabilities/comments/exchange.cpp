// Reactions of a story become steps, each through the same action as a press of the button.
#include "capabilities/comments/exchange.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include "base/result.hpp"
#include "base/text.hpp"
#include "capabilities/accounts/accounts.hpp"
#include "capabilities/comments/actions/moderate_comment.hpp"
#include "capabilities/comments/actions/place_comment.hpp"
#include "capabilities/comments/store.hpp"
#include "capabilities/comments/web/refusals.hpp"
#include "capabilities/organisations/organisations.hpp"
#include "platform/web/entry.hpp"

namespace wijktafel::comments {
namespace {

namespace json = boost::json;
using web::entry::text;

struct Told {
  std::string key;
  std::string item;
  Instant at{};
  std::string by;            // a person, or nobody
  std::string name;          // of who has no account
  std::string organisation;  // on behalf of
  std::string text;
  std::string reply_to;  // key of another record
};
struct Hidden {
  std::string key;
  Instant at{};
  std::string by;
  std::string reason;
};

[[noreturn]] void wrong(std::string_view key, std::string_view what) {
  throw Failure(fmt::format("{}: {}", key, what));
}

Instant moment_of(std::string_view key, const json::object& entry) {
  const auto instant = parse_instant(text(entry, "at"));
  if (!instant) wrong(key, "\"at\" is no moment such as 2026-01-08T09:30:00+01:00");
  return *instant;
}

Told read(const json::object& entry) {
  Told told{.key = text(entry, "key"),
            .item = text(entry, "item"),
            .by = text(entry, "by"),
            .name = text(entry, "name"),
            .organisation = text(entry, "organisation"),
            .text = text(entry, "text"),
            .reply_to = text(entry, "reply_to")};
  if (told.key.empty()) throw Failure("a reaction without \"key\"");
  told.at = moment_of(told.key, entry);
  if (told.text.empty() || length(told.text) > text_limit)
    wrong(told.key, fmt::format("\"text\" must have 1 to {} characters", text_limit));
  if (told.by.empty() == told.name.empty()) wrong(told.key, "either \"by\" or \"name\" says who wrote it");
  return told;
}

template <class Value, class Refusal>
void must(const web::Service& service, std::string_view key, Instant at, const Result<Value, Refusal>& done) {
  if (done) return;
  const auto call = web::job_call(service, i18n::Language::nl, at);
  const auto said = sentence(call, done.error());
  wrong(key, call.text(said.word_key, said.arguments));
}

Actor person_named(db::Transaction& tx, std::string_view key, std::string_view by, Instant at) {
  const auto actor = accounts::actor_by_key(tx, at, by);
  if (!actor) wrong(key, fmt::format("there is no person \"{}\"", by));
  return *actor;
}

void place(db::Transaction& tx, const web::Service& service, const Told& told) {
  if (store::find_by_key(tx, told.key)) wrong(told.key, "was imported before");
  PlaceComment form{.key = told.key, .text = told.text, .name = told.name};
  const auto item = items::find_by_key(tx, told.item);
  if (!item) wrong(told.key, fmt::format("there is no item \"{}\"", told.item));
  form.item = *item;
  if (!told.reply_to.empty()) {
    form.reply_to = store::find_by_key(tx, told.reply_to);
    if (!form.reply_to) wrong(told.key, fmt::format("there is no reaction \"{}\"", told.reply_to));
  }
  if (!told.organisation.empty()) {
    const auto organisation = organisations::find_by_key(tx, told.organisation);
    if (!organisation) wrong(told.key, fmt::format("there is no organisation \"{}\"", told.organisation));
    form.organisation = organisation->id;
  }
  const auto actor =
      told.by.empty() ? identity::system_actor() : person_named(tx, told.key, told.by, told.at);
  must(service, told.key, told.at, place_comment(tx, told.at, actor, form));
}

void hide(db::Transaction& tx, const web::Service& service, const Hidden& hidden) {
  const auto id = store::find_by_key(tx, hidden.key);
  if (!id) wrong(hidden.key, "was not placed");
  const auto actor = person_named(tx, hidden.key, hidden.by, hidden.at);
  must(service, hidden.key, hidden.at, hide_comment(tx, hidden.at, actor, *id, hidden.reason));
}

std::vector<web::Step> steps(const web::Service&, const json::value& section) {
  if (!section.is_array()) throw Failure("comments: a list is expected");
  std::vector<web::Step> all;
  for (const auto& entry : section.get_array()) {
    if (!entry.is_object()) throw Failure("comments: a record is expected");
    const auto told = read(entry.get_object());
    all.push_back({told.at, "comments " + told.key + ": placed",
                   [told](db::Transaction& tx, const web::Service& service) { place(tx, service, told); }});
    const auto* why = entry.get_object().if_contains("hidden");
    if (!why || !why->is_object()) continue;
    const Hidden hidden{.key = told.key,
                        .at = moment_of(told.key, why->get_object()),
                        .by = text(why->get_object(), "by"),
                        .reason = text(why->get_object(), "reason")};
    if (hidden.reason.empty()) wrong(told.key, "\"hidden\" needs a \"reason\"");
    all.push_back(
        {hidden.at, "comments " + told.key + ": hidden",
         [hidden](db::Transaction& tx, const web::Service& service) { hide(tx, service, hidden); }});
  }
  return all;
}

}  // namespace

web::Exchange exchange() { return {.section = "comments", .order = 0, .steps = steps}; }

}  // namespace wijktafel::comments
