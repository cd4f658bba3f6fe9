// Mails that came in, each at its own time.
#include "capabilities/mail_in/exchange.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include "base/text.hpp"
#include "capabilities/mail_in/actions/take_mail.hpp"
#include "platform/web/entry.hpp"

namespace wijktafel::mail_in {
namespace {

namespace json = boost::json;
using web::entry::text;

struct Story {
  Instant at{};
  std::string key;
  TakeMail form;
};

[[noreturn]] void wrong(const std::string& key, std::string_view what) {
  throw Failure(fmt::format("mails {}: {}", key, what));
}

Story read_mail(const json::value& value) {
  if (!value.is_object()) throw Failure("a mail is an object");
  const auto& entry = value.get_object();
  Story story{.at = {}, .key = text(entry, "key"), .form = {}};
  if (story.key.empty()) throw Failure("a mail has no key");
  const auto at = parse_instant(text(entry, "at"));
  if (!at)
    wrong(story.key, fmt::format("\"{}\" is no moment such as 2026-11-20T10:30:00+01:00", text(entry, "at")));
  story.at = *at;
  auto& mail = story.form.mail;
  mail.message_id = story.key;
  mail.from_address = lower_ascii(text(entry, "from"));
  mail.from_name = text(entry, "name");
  mail.to = {lower_ascii(text(entry, "to"))};
  mail.subject = text(entry, "subject");
  mail.text = text(entry, "text");
  if (mail.from_address.empty() || mail.text.empty()) wrong(story.key, "\"from\" or \"text\" is missing");
  return story;
}

void tell(db::Transaction& tx, const web::Service& service, const Story& story) {
  const auto outcome = take_mail(service, tx, story.at, story.form);
  if (is_held(outcome))
    wrong(story.key, fmt::format("it is held for a person to look at ({})", word(outcome)));
}

std::vector<web::Step> steps(const web::Service&, const json::value& section) {
  if (!section.is_array()) throw Failure("mails: a list is expected");
  std::vector<web::Step> all;
  for (const auto& entry : section.get_array()) {
    const auto story = read_mail(entry);
    all.push_back({story.at, "mails " + story.key,
                   [story](db::Transaction& tx, const web::Service& service) { tell(tx, service, story); }});
  }
  return all;
}

}  // namespace

web::Exchange exchange() { return {.section = "mails", .order = 0, .steps = steps}; }

}  // namespace wijktafel::mail_in
