#include "capabilities/comments/web/shown_comment.hpp"

#include "base/text.hpp"
#include "capabilities/comments/web/paths.hpp"

namespace wijktafel::comments {

std::string who_wrote(const web::Call& call, const SaidComment& said) {
  return said.name.empty() ? call.text("comments.page.gone") : said.name;
}

design::Comment whole_comment(const web::Call& call, const SaidComment& said) {
  design::Comment comment{.id = anchor_of(said.id),
                          .who = who_wrote(call, said),
                          .when = i18n::date_and_time(call.language, said.at, call.today),
                          .text = html::from_markdown(said.text)};
  if (!said.organisation.empty())
    comment.role = call.text("comments.page.on_behalf", {{"organisation", said.organisation}});
  return comment;
}

design::Comment shown_comment(const web::Call& call, const SaidComment& said) {
  if (said.state == State::shown) return whole_comment(call, said);
  const std::string note = said.state == State::hidden
                               ? call.text("comments.page.hidden", {{"reason", said.reason}})
                               : call.text("comments.page.removed");
  return {.id = anchor_of(said.id),
          .who = call.text("comments.page.a_comment"),
          .when = i18n::date_and_time(call.language, said.at, call.today),
          .text = html::from_plain_text(note)};
}

std::string title_about(std::string_view title, const SaidComment& said) {
  return std::string(title) + ": " + first_words(said.text, 60);
}

}  // namespace wijktafel::comments
