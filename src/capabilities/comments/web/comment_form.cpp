#include "capabilities/comments/web/comment_form.hpp"

#include "capabilities/comments/model.hpp"
#include "capabilities/organisations/organisations.hpp"
#include "design/fields.hpp"

namespace wijktafel::comments {
namespace {

// Somebody who also speaks for an organisation says for whom this is.
std::optional<design::SelectField> organisation_choice(const web::Call& call, const design::Fields& fields,
                                                       std::string_view chosen) {
  const auto mine = call.actor.organisations();
  if (mine.empty()) return std::nullopt;
  std::vector<design::Choice> choices = {
      {.value = "", .label = call.text("comments.form.organisation.self")}};
  call.service.database.read([&](db::Transaction& tx) {
    for (const auto id : mine)
      choices.push_back({.value = std::to_string(raw(id)),
                         .label = call.text("comments.form.organisation.on_behalf",
                                            {{"organisation", organisations::name_of(tx, id)}})});
  });
  auto field =
      fields.select("comment_organisation", "comments.form.organisation", std::move(choices), chosen);
  return field;
}

}  // namespace

CommentForm comment_form(const web::Call& call, std::string url, const TypedComment& typed,
                         const std::vector<web::FieldFault>& faults) {
  const design::Fields fields(call, faults);
  CommentForm form;
  form.url = std::move(url);
  form.text = fields.area("comment_text", "comments.form.text", typed.text,
                          {.rows = 4, .most = static_cast<int>(text_limit)});
  form.begun = typed.begun.empty() ? std::to_string(to_millis(call.now)) : typed.begun;
  form.submit.text = call.text("comments.form.submit");
  if (call.actor.is_signed_in()) {
    form.signed_in = call.text("comments.form.signed_in", {{"name", call.actor.name}});
    form.organisation = organisation_choice(call, fields, typed.organisation);
    return form;
  }
  form.name = fields.text("comment_name", "comments.form.name", typed.name,
                          {.autocomplete = "name", .width = "medium"});
  form.mail = fields.text("comment_mail", "comments.form.mail", typed.mail,
                          {.type = "email", .autocomplete = "email", .width = "medium"});
  return form;
}

}  // namespace wijktafel::comments
