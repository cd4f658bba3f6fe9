#include "capabilities/safety_net/web/week_mail.hpp"

#include <fmt/format.h>

#include "capabilities/safety_net/actions/ask_week_mail.hpp"
#include "capabilities/safety_net/digest_view.hpp"
#include "capabilities/safety_net/reads/week.hpp"
#include "capabilities/safety_net/web/paths.hpp"
#include "capabilities/safety_net/web/week_views.hpp"
#include "platform/mail/outbox.hpp"

namespace wijktafel::safety_net {
namespace {

// So that no job holds the one writer for long: a week is several lists to read.
constexpr int mails_at_once = 10;
constexpr int mail_hour = 7;

// What is not for everyone when the mail leaves is not for a mailbox either: only that it is there.
void hide_what_is_not_public(const web::Call& call, Week& week) {
  const auto title = [&](items::Item& item) {
    item.title = mail::later("title", raw(item.id), call.text("safety_net.digest.not_public"));
  };
  for (auto* part : {&week.passed, &week.due, &week.waiting, &week.fresh})
    for (auto& signal : part->signals) {
      title(signal.item);
      if (!signal.waiting_for.empty())
        signal.waiting_for =
            mail::later("waiting_for", raw(signal.item.id), call.text("safety_net.week_mail.somebody"));
    }
  for (auto& promise : week.promises.promises) title(promise.item);
}

DigestView letter_of(const web::Call& call, const std::string& name, Week week) {
  hide_what_is_not_public(call, week);
  DigestView view{.subject = call.text("safety_net.week_mail.subject"),
                  .greeting = call.text("safety_net.digest.greeting", {{"name", name}}),
                  .sections = {}};
  for (auto& section : week_sections(call, week)) {
    if (!section.list) continue;
    DigestSection part{.title = section.title, .lines = {}, .more = section.more};
    if (section.all) part.more = section.all->text;
    for (const auto& row : section.list->rows)
      part.lines.push_back({.title = row.title, .about = row.about, .url = call.service.base_url + row.url});
    view.sections.push_back(std::move(part));
  }
  const auto url = call.service.base_url + week_path(call.service);
  DigestSection whole{.title = period_of(call, week), .lines = {}, .more = std::nullopt};
  whole.lines.push_back({.title = call.text("safety_net.week.title"),
                         .about = call.text(view.sections.empty() ? "safety_net.week_mail.nothing"
                                                                  : "safety_net.week_mail.whole"),
                         .url = url});
  view.sections.push_back(std::move(whole));
  return view;
}

void queue_week(const web::Service& service, db::Transaction& tx, Instant now, PersonId person, Date monday) {
  const auto actor = accounts::actor_of(tx, now, person);
  const auto to = accounts::mail_address_of(tx, person);
  const auto scope = actor ? scope_of(tx, now, *actor) : Scope{};
  // Who left or works for nothing here any more gets nothing.
  if (!to || to->address.empty() || scope.is_empty()) return;
  const auto call = web::job_call(service, to->language, now);
  const auto view = letter_of(call, to->name, read_week(tx, now, scope));
  mail::queue(tx, {.to_address = to->address,
                   .to_name = to->name,
                   .subject = view.subject,
                   .text = service.templates.render_text(call.language, "safety_net/week_mail", view),
                   .html = service.templates.render(call.language, "safety_net/week_mail", view).markup(),
                   .message_id = fmt::format("week-{}-person-{}", iso_date(monday), raw(person)),
                   .reply_to = {},
                   .date = now});
}

}  // namespace

bool mail_week(const web::Service& service, db::Transaction& tx, Instant now) {
  const auto today = local_date(now);
  if (today != monday_of(today) || local_time(now).hour < mail_hour) return false;
  const auto people = people_for_week_mail(tx, today, mails_at_once);
  for (const auto person : people) queue_week(service, tx, now, person, today);
  return people.size() == mails_at_once;
}

}  // namespace wijktafel::safety_net
