#include "capabilities/sheets/web/help_mail.hpp"

#include <fmt/format.h>
#include <map>

#include "capabilities/accounts/accounts.hpp"
#include "capabilities/organisations/organisations.hpp"
#include "capabilities/places/places.hpp"
#include "capabilities/sheets/web/paths.hpp"
#include "capabilities/sheets/web/views.hpp"
#include "capabilities/signals/signals.hpp"
#include "platform/mail/outbox.hpp"

namespace wijktafel::sheets {
namespace {

using identity::PersonId;

// Whether they call back (the page with the number is theirs to read), or only have the signal.
using Readers = std::map<PersonId, bool>;

// The contact person, otherwise the team; who is away is reached through a deputy too.
void add_holders(db::Transaction& tx, Instant now, const items::Item& item, Readers& readers) {
  std::vector<PersonId> people;
  const auto signal = signals::find_signal(tx, item.id);
  if (item.contact)
    people = {*item.contact};
  else if (signal && signal->team)
    people = organisations::members_of_team(tx, *signal->team);
  for (const auto person : people) {
    readers.try_emplace(person, false);
    for (const auto& deputy : accounts::deputies_of(tx, person, local_date(now)))
      readers.try_emplace(deputy.id, false);
  }
}

mail::Message letter(const web::Call& call, const items::Item& item, const accounts::MailAddress& to,
                     bool calls_back, const std::string& message_id) {
  const std::string who = calls_back ? "sheets.mail.coordinator" : "sheets.mail.holder";
  const auto title = mail::later("title", raw(item.id), call.text("sheets.mail.not_public"));
  const HelpMailView view{
      .subject = call.text("sheets.mail.subject", {{"number", raw(item.id)}}),
      .greeting = call.text("sheets.mail.greeting", {{"name", to.name}}),
      .intro = call.text("sheets.mail.intro", {{"area", call.area->name}, {"title", title}}),
      .next = call.text(who + "_next"),
      .button = call.text(who + "_button"),
      .url =
          call.service.base_url + (calls_back ? help_path(*call.area) : items::url_of(call.service, item))};
  return {.to_address = to.address,
          .to_name = to.name,
          .subject = view.subject,
          .text = call.service.templates.render_text(call.language, "sheets/help_mail", view),
          .html = call.service.templates.render(call.language, "sheets/help_mail", view).markup(),
          .message_id = message_id,
          .reply_to = {},
          .date = call.now};
}

}  // namespace

void queue_help_mails(const web::Service& service, db::Transaction& tx, Instant now, ItemId id,
                      std::int64_t offer) {
  const auto item = items::find(tx, id);
  // What was made confidential or referred since then leaves no more.
  if (!item || item->visibility != items::Visibility::everyone) return;
  const auto area = service.find_area(item->area);
  if (!area) return;
  Readers readers;
  for (const auto& coordinator :
       accounts::people_with_role(tx, "coordinator", places::lineage_of(tx, item->area), now))
    readers.emplace(coordinator.id, true);
  add_holders(tx, now, *item, readers);
  for (const auto& [person, calls_back] : readers) {
    const auto to = accounts::mail_address_of(tx, person);
    if (!to || to->address.empty()) continue;
    auto call = web::job_call(service, to->language, now);
    call.area = area;
    mail::queue(tx,
                letter(call, *item, *to, calls_back, fmt::format("sheet-help-{}-{}", offer, raw(person))));
  }
}

}  // namespace wijktafel::sheets
