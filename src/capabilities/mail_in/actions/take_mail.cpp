#include "capabilities/mail_in/actions/take_mail.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "base/digest.hpp"
#include "base/text.hpp"
#include "capabilities/accounts/accounts.hpp"
#include "capabilities/forwarding/forwarding.hpp"
#include "capabilities/mail_in/model.hpp"
#include "capabilities/mail_in/settings.hpp"
#include "capabilities/mail_in/store.hpp"
#include "capabilities/places/places.hpp"
#include "capabilities/signals/signals.hpp"
#include "platform/mail/mail.hpp"
#include "platform/mail/outbox.hpp"

namespace wijktafel::mail_in {
namespace {

constexpr std::size_t text_most = 4000;  // of a signal
constexpr std::size_t title_most = 120;
constexpr std::size_t name_most = 100;

std::string digest_of(const TakeMail& form) {
  if (form.mail.message_id.empty()) return form.digest;
  return hex(sha256(form.mail.message_id + "\n" + form.mail.from_address));
}

std::string sender_digest(const mail::Received& mail) {
  return hex(sha256("mail-in sender " + lower_ascii(mail.from_address)));
}

// The neighbourhood in the address, else the one that was set for the municipality.
std::optional<web::AreaRef> area_of(const web::Service& service, db::Transaction& tx, const TakeMail& form,
                                    Instant now) {
  std::optional<web::AreaRef> found;
  for (const auto& detail : details_of(form.mail.to))
    if (!found) found = service.find_area_by_slug(detail);
  if (const auto town = service.find_area_by_slug(""); !found && town)
    found = service.find_area_by_slug(places::text_setting(tx, town->key, settings::area, local_date(now)));
  if (found && found->is_municipality) return std::nullopt;
  return found;
}

// Whether somebody who works for the area signs in with this address: what they forward is not about them.
bool is_of_worker(db::Transaction& tx, const web::AreaRef& area, const std::string& address, Instant now) {
  const auto person = accounts::find_by_address(tx, address);
  const auto actor = person ? accounts::actor_of(tx, now, *person) : std::nullopt;
  if (!actor) return false;
  return std::ranges::any_of(actor->grants, [&](const identity::Grant& grant) {
    const bool is_here = grant.area.empty() || std::ranges::count(area.lineage, grant.area) > 0;
    return grant.organisation || (is_here && (grant.role == "coordinator" || grant.role == "moderator"));
  });
}

std::string with_attachments(const web::Call& call, std::string text,
                             const std::vector<std::string>& left_out) {
  std::vector<std::string> names;
  for (const auto& name : left_out)
    if (names.size() < attachments_named_most)
      names.push_back(name.empty() ? call.text("mail_in.note.nameless") : name);
  if (names.empty()) return text;
  return text + "\n\n" + call.text("mail_in.note.left_out", {{"names", i18n::listed(call.language, names)}});
}

// Whoever wrote is told whom to call; what they wrote is not in it.
void answer_worry(const web::Call& call, db::Transaction& tx, const web::AreaRef& area,
                  const mail::Received& mail, const std::string& sentence) {
  if (!mail::is_address(mail.from_address)) return;
  const auto& service = call.service;
  const auto url = service.base_url + area.path;
  mail::queue(tx, {.to_address = mail.from_address,
                   .to_name = {},
                   .subject = call.text("mail_in.worry.subject"),
                   .text = sentence + "\n\n" + call.text("mail_in.worry.otherwise", {{"url", url}}) + "\n",
                   .html = {},
                   .message_id = "mail-in-worry-" + random_token(),
                   .reply_to = {},
                   .date = call.now});
}

// Beside the receipt, once a day for each sender: anybody can write any sender above a mail. What they wrote
// is not in it; of what looks like advertising or is not for everybody nothing more is said than its receipt
// does.
void say_other_door(const web::Call& call, db::Transaction& tx, const std::string& to, items::ItemId item,
                    const std::vector<std::string>& sentences) {
  const auto told = items::find(tx, item);
  if (sentences.empty() || !mail::is_address(to)) return;
  if (!told || told->visibility != items::Visibility::everyone) return;
  const i18n::Arguments which{{"number", raw(item)}};
  std::string text = call.text("mail_in.door.intro", which);
  for (const auto& sentence : sentences) text += "\n\n" + sentence;
  mail::queue(tx, {.to_address = to,
                   .to_name = {},
                   .subject = call.text("mail_in.door.subject", which),
                   .text = text + "\n",
                   .html = {},
                   .message_id = message_id_of_other_door(item),
                   .reply_to = {},
                   .date = call.now});
}

Outcome become_signal(const web::Service& service, db::Transaction& tx, Instant now, const web::AreaRef& area,
                      const TakeMail& form, bool is_first_today) {
  const auto& mail = form.mail;
  auto call = web::job_call(service, i18n::Language::nl, now);
  // Anybody can write any sender above a mail: it is told in nobody's name.
  call.actor = identity::visitor();
  const bool is_forwarded = is_of_worker(tx, area, mail.from_address, now);
  const auto text =
      with_attachments(call, is_forwarded ? mail.text : without_signature(mail.text), form.left_out);
  signals::NewSignal signal{.channel = "mail",
                            .title = std::string(first(title_of(mail.subject), title_most)),
                            .text = std::string(first(text, text_most)),
                            .photos = form.photos};
  if (!is_forwarded) {
    signal.mail_address = mail.from_address;
    signal.name = std::string(first(mail.from_name, name_most));
  }
  // In the whole mail, also in what would be added to the signal.
  if (const auto worry = signals::worry_in(call, tx, area, mail.subject + "\n" + text)) {
    answer_worry(call, tx, area, mail, call.text(worry->word_key, worry->arguments));
    return Outcome::worry;
  }
  const auto told = signals::tell(call, tx, area, signal);
  if (!told) return Outcome::held_refused;
  if (is_first_today)
    say_other_door(call, tx, signal.mail_address, told->item,
                   signals::other_door_for(call, tx, area, mail.subject + "\n" + text));
  // What does not fit in a signal is added to it: nothing that somebody wrote is lost.
  for (std::string_view rest = std::string_view(text).substr(signal.text.size()); !trimmed(rest).empty();) {
    const auto more = first(rest, text_most);
    (void)signals::add_update(call, tx, told->item, {.text = std::string(more), .by_reporter = true});
    rest.remove_prefix(more.size());
  }
  return Outcome::signal;
}

Outcome decide(const web::Service& service, db::Transaction& tx, Instant now, const TakeMail& form) {
  const auto& mail = form.mail;
  if (mail.is_automatic || mail.hops > hops_most) return Outcome::held_robot;
  if (mail.is_spam) return Outcome::held_spam;
  for (const auto& detail : details_of(mail.to)) {
    if (!forwarding::is_reply_detail(detail)) continue;
    auto call = web::job_call(service, i18n::Language::nl, now);
    const auto text = with_attachments(call, answer_in(mail.text), form.left_out);
    return forwarding::take_reply(service, tx, now, detail, text) ? Outcome::reply : Outcome::held_reply;
  }
  const auto taken_today = store::taken_of_sender(tx, sender_digest(mail), now - std::chrono::hours(24));
  if (taken_today >= mails_of_sender) return Outcome::held_many;
  const auto area = area_of(service, tx, form, now);
  if (!area) return Outcome::held_no_area;
  return become_signal(service, tx, now, *area, form, taken_today == 0);
}

}  // namespace

std::string message_id_of_other_door(items::ItemId item) { return fmt::format("mail-in-door-{}", raw(item)); }

std::string_view word(Outcome outcome) {
  switch (outcome) {
    case Outcome::signal: return "signal";
    case Outcome::reply: return "reply";
    case Outcome::known: return "known";
    case Outcome::worry: return "worry";
    case Outcome::held_robot: return "held_robot";
    case Outcome::held_spam: return "held_spam";
    case Outcome::held_no_area: return "held_no_area";
    case Outcome::held_many: return "held_many";
    case Outcome::held_reply: return "held_reply";
    case Outcome::held_refused: return "held_refused";
  }
  return "held_refused";
}

Outcome take_mail(const web::Service& service, db::Transaction& tx, Instant now, const TakeMail& form) {
  const auto digest = digest_of(form);
  if (store::is_known(tx, digest)) return Outcome::known;
  const auto outcome = decide(service, tx, now, form);
  store::insert(tx, digest, sender_digest(form.mail), word(outcome), now);
  return outcome;
}

}  // namespace wijktafel::mail_in
