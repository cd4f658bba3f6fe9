#include "capabilities/comments/web/confirm_mail.hpp"

#include <fmt/format.h>

#include "capabilities/comments/model.hpp"
#include "capabilities/comments/web/paths.hpp"
#include "capabilities/comments/web/views.hpp"

namespace wijktafel::comments {

mail::Message confirm_mail(const web::Call& call, const ConfirmLetter& letter) {
  const ConfirmMailView view{
      .subject = call.text("comments.mail.subject"),
      .greeting = call.text("comments.mail.greeting", {{"name", letter.name}}),
      .intro = call.text("comments.mail.intro", {{"title", letter.item_title}}),
      .url = call.service.base_url + own_path(call.service, letter.link_token),
      .link_life = call.text("comments.mail.link_life", {{"minutes", std::int64_t{link_life.count()}}}),
      .text = letter.text,
      .quoted = html::from_plain_text(letter.text)};
  return {.to_address = letter.mail_address,
          .to_name = letter.name,
          .subject = view.subject,
          .text = call.service.templates.render_text(call.language, "comments/confirm_mail", view),
          .html = call.service.templates.render(call.language, "comments/confirm_mail", view).markup(),
          // The number alone would be a second life for an old mail when rows are removed.
          .message_id = fmt::format("comment-{}-{}", raw(letter.comment), to_millis(call.now)),
          .reply_to = {},
          .date = call.now};
}

}  // namespace wijktafel::comments
