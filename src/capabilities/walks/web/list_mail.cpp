#include "capabilities/walks/web/list_mail.hpp"

#include <fmt/format.h>
#include <set>

#include "capabilities/accounts/accounts.hpp"
#include "capabilities/walks/reads/choices.hpp"
#include "capabilities/walks/reads/walk_page.hpp"
#include "capabilities/walks/web/paths.hpp"
#include "capabilities/walks/web/point_view.hpp"
#include "platform/mail/outbox.hpp"

namespace wijktafel::walks {
namespace {

void add_members(db::Transaction& tx, Instant now, OrganisationId organisation, std::set<PersonId>& readers) {
  for (const auto& member : accounts::members_of(tx, organisation, now)) readers.insert(member.id);
}

// Who walked along; of an organisation that came as a whole, and of one that promised without a contact yet,
// everybody who works there.
std::set<PersonId> readers_of(db::Transaction& tx, Instant now, const WalkPage& page) {
  std::set<PersonId> readers;
  for (const auto& one : participants_of_walk(tx, page.item.id)) {
    if (one.person)
      readers.insert(*one.person);
    else if (one.organisation)
      add_members(tx, now, *one.organisation, readers);
  }
  for (const auto& shown : page.points) {
    if (!shown.commitment) continue;
    if (shown.commitment->item.contact)
      readers.insert(*shown.commitment->item.contact);
    else
      add_members(tx, now, shown.commitment->promiser, readers);
  }
  return readers;
}

MailRow row_of(const web::Call& call, const WalkPage& page, const ShownPoint& shown) {
  const auto row = action_row(call, page, shown);
  const auto gone = call.text("walks.point.text_gone");
  MailRow mail{
      .line = row.number + ". " + mail::later(point_for_mail(call.language), raw(shown.point.id), gone),
      .agreed = row.what};
  if (row.who)
    mail.agreed =
        call.text("walks.mail.agreed", {{"who", *row.who},
                                        {"what", mail::later("title", raw(shown.commitment->item.id), gone)},
                                        {"when", row.when.value_or("")}});
  return mail;
}

mail::Message letter(const web::Call& call, const WalkPage& page, const accounts::MailAddress& to,
                     const std::string& message_id) {
  ListMailView view{
      .subject = call.text("walks.mail.subject", {{"title", page.item.title}}),
      .greeting = call.text("walks.mail.greeting", {{"name", to.name}}),
      .intro = call.text("walks.mail.intro", {{"title", page.item.title},
                                              {"count", static_cast<std::int64_t>(page.points.size())}}),
      .rows = {},
      .url = call.service.base_url + walk_path(*call.area, page.item.id, "actielijst")};
  for (const auto& shown : page.points) view.rows.push_back(row_of(call, page, shown));
  return {.to_address = to.address,
          .to_name = to.name,
          .subject = view.subject,
          .text = call.service.templates.render_text(call.language, "walks/list_mail", view),
          .html = call.service.templates.render(call.language, "walks/list_mail", view).markup(),
          .message_id = message_id,
          .reply_to = {},
          .date = call.now};
}

}  // namespace

void queue_list_mails(const web::Service& service, db::Transaction& tx, Instant now, ItemId walk,
                      std::int64_t asked_at) {
  const auto item = items::find(tx, walk);
  const auto area = item ? service.find_area(item->area) : std::nullopt;
  if (!area) return;
  const auto page_in = [&](i18n::Language language) {
    auto call = web::job_call(service, language, now);
    // As everybody may read it: no mail tells what the page would not.
    call.actor = identity::visitor();
    call.area = area;
    auto page = find_walk_page(call, tx, walk);
    return std::pair(std::move(call), std::move(page));
  };
  const auto [call, page] = page_in(i18n::Language::nl);
  if (!page) return;
  for (const auto person : readers_of(tx, now, *page)) {
    const auto to = accounts::mail_address_of(tx, person);
    if (!to || to->address.empty()) continue;
    const auto [their_call, their_page] = page_in(to->language);
    mail::queue(tx, letter(their_call, *their_page, *to,
                           fmt::format("walk-{}-list-{}-{}", raw(walk), raw(person), asked_at)));
  }
}

}  // namespace wijktafel::walks
