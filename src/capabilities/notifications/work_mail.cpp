// News for somebody who works on an item. It says that there is news and where, not what: these mails stand
// in mailboxes of organisations, and what is told here may have to be destroyed.
#include "capabilities/accounts/accounts.hpp"
#include "capabilities/notifications/notifications.hpp"
#include "capabilities/notifications/work_mail_view.hpp"
#include "platform/mail/outbox.hpp"

namespace wijktafel::notifications {

void tell_worker(const web::Service& service, db::Transaction& tx, Instant now, identity::PersonId person,
                 const WorkNews& news) {
  const auto mail = accounts::mail_address_of(tx, person);
  if (!mail || mail->address.empty()) return;
  const auto call = web::job_call(service, mail->language, now);
  const WorkMailView view{
      .greeting = mail->name.empty() ? call.text("notifications.mail.greeting")
                                     : call.text("notifications.mail.greeting_name", {{"name", mail->name}}),
      .subject = call.text(news.subject_key, news.arguments),
      .sentence = call.text(news.sentence_key, news.arguments),
      .url = service.base_url + news.path};
  mail::queue(tx, {.to_address = mail->address,
                   .to_name = mail->name,
                   .subject = view.subject,
                   .text = service.templates.render_text(call.language, "notifications/work_mail_text", view),
                   .html = service.templates.render(call.language, "notifications/work_mail", view).markup(),
                   .message_id = news.message_id + "-person-" + std::to_string(raw(person)),
                   .reply_to = {},
                   .date = now});
}

}  // namespace wijktafel::notifications
