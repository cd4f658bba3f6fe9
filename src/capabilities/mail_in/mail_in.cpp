#include "capabilities/mail_in/mail_in.hpp"

#include "capabilities/mail_in/exchange.hpp"
#include "capabilities/mail_in/jobs.hpp"
#include "capabilities/mail_in/settings.hpp"
#include "capabilities/mail_in/store.hpp"

namespace wijktafel::mail_in {

web::Capability capability() {
  web::Capability mail_in{.name = "mail_in", .level = 7};
  mail_in.jobs = mail_in_jobs();
  mail_in.listeners = {{.event = "items.text_erased", .kind = "mail_in.drop_answer"}};
  mail_in.exchanges = {exchange()};
  mail_in.settings = {settings::area};
  // Held mails lie in the Maildir, beside the database.
  mail_in.personal_data = {{"mail_in_message", "sender_digest", "mail_in.purpose.sender", 1},
                           {"maildir", "held", "mail_in.purpose.held", held_days}};
  mail_in.metrics = {{.name = "wijktafel_mail_in_held",
                      .help = "Mails that came in and were held for a person to look at.",
                      .read = store::count_held}};
  return mail_in;
}

std::string import_message(const web::Service& service, std::string_view bytes) {
  const auto outcome = take_message(service, bytes);
  return outcome ? std::string(word(*outcome)) : "unreadable";
}

}  // namespace wijktafel::mail_in
