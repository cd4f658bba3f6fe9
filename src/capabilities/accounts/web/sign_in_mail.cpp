#include "capabilities/accounts/web/sign_in_mail.hpp"

#include "capabilities/accounts/model.hpp"
#include "capabilities/accounts/web/paths.hpp"
#include "capabilities/accounts/web/sign_in_views.hpp"

namespace wijktafel::accounts {

mail::Message sign_in_mail(const web::Service& service, const SignInLetter& letter, Instant now) {
  const auto text = [&](std::string_view key, const i18n::Arguments& arguments = {}) {
    return service.words.text(letter.language, key, arguments);
  };
  const SignInMailView view{
      .subject = text(letter.is_known ? "accounts.mail.subject" : "accounts.mail.subject_new"),
      .greeting = letter.name.empty() ? text("accounts.mail.greeting_new")
                                      : text("accounts.mail.greeting", {{"name", letter.name}}),
      .intro = text(letter.is_known ? "accounts.mail.intro" : "accounts.mail.intro_new"),
      .button = text(letter.is_known ? "accounts.mail.button" : "accounts.mail.button_new"),
      .url = service.base_url + link_path(service, letter.link_token),
      .link_life = text("accounts.mail.link_life", {{"minutes", std::int64_t{link_life.count()}}}),
      .code = letter.code,
      .code_life = text("accounts.mail.code_life", {{"minutes", std::int64_t{code_life.count()}}})};
  return {.to_address = letter.mail_address,
          .to_name = letter.name,
          .subject = view.subject,
          .text = service.templates.render_text(letter.language, "accounts/sign_in_mail", view),
          .html = service.templates.render(letter.language, "accounts/sign_in_mail", view).markup(),
          .message_id = letter.message_id,
          .reply_to = {},
          .date = now};
}

}  // namespace wijktafel::accounts
