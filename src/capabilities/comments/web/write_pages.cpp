// Somebody writes: under an item or in reply. What was typed comes back with every fault beside its field.
#include <charconv>

#include "base/text.hpp"
#include "capabilities/comments/actions/place_comment.hpp"
#include "capabilities/comments/web/asked_for.hpp"
#include "capabilities/comments/web/comment_form.hpp"
#include "capabilities/comments/web/confirm_mail.hpp"
#include "capabilities/comments/web/pages.hpp"
#include "capabilities/comments/web/paths.hpp"
#include "capabilities/comments/web/refusals.hpp"
#include "capabilities/comments/web/shown_comment.hpp"
#include "design/edge_pages.hpp"
#include "design/fields.hpp"
#include "design/page.hpp"
#include "platform/mail/outbox.hpp"
#include "platform/web/network.hpp"

namespace wijktafel::comments {
namespace {

// What is reacted on: an item, and perhaps a reaction on it.
struct Subject {
  items::Item item;
  std::optional<SaidComment> answered;
};

std::string url_of_form(const web::Call& call, const Subject& subject) {
  if (!subject.answered) return all_path(*call.area, subject.item.id);
  return action_path(*call.area, subject.item.id, subject.answered->id, "antwoord");
}

http::Response write_page(const web::Call& call, const Subject& subject, const TypedComment& typed,
                          const std::vector<web::FieldFault>& faults = {}, int status = 200) {
  const std::string item_url = items::url_of(call.service, subject.item);
  WriteCommentView view;
  view.title = call.text(subject.answered ? "comments.write.reply_title" : "comments.write.title");
  view.item = {subject.item.title, item_url};
  view.faults = design::Fields(call, faults).summary();
  if (subject.answered) view.answered = shown_comment(call, *subject.answered);
  view.form = comment_form(call, url_of_form(call, subject), typed, faults);
  view.form.submit.way_out = design::Link{call.text("comments.write.way_out"), item_url + "#reacties"};
  return design::page(call,
                      {.title = subject.answered ? title_about(view.title, *subject.answered) : view.title,
                       .narrow = true,
                       .is_private = true,
                       .has_faults = !faults.empty()},
                      "comments/write_comment", view, status);
}

std::optional<Instant> instant_typed(std::string_view millis) {
  std::int64_t value = 0;
  const auto* end = millis.data() + millis.size();
  const auto [stopped, fault] = std::from_chars(millis.data(), end, value);
  if (fault != std::errc{} || stopped != end || value < 0) return std::nullopt;
  return from_millis(value);
}

TypedComment read(const web::Call& call, web::FormReader& reader) {
  TypedComment typed;
  typed.text =
      reader.text("comment_text", {.most = text_limit, .missing_key = "comments.fault.text_missing"});
  typed.begun = std::string(reader.typed("comment_begun"));
  if (call.actor.is_signed_in()) {
    typed.organisation = std::string(reader.typed("comment_organisation"));
    return typed;
  }
  typed.name =
      reader.text("comment_name", {.most = name_limit, .missing_key = "comments.fault.name_missing"});
  typed.mail = reader.text("comment_mail", {.most = 254, .missing_key = "comments.fault.mail_missing"});
  if (!typed.mail.empty() && !mail::is_address(typed.mail))
    reader.fault("comment_mail", "comments.fault.mail_invalid");
  const auto begun = instant_typed(typed.begun);
  if (reader.ok() && (!begun || call.now < *begun + fastest))
    reader.fault("comment_text", "comments.fault.too_fast");
  return typed;
}

std::optional<OrganisationId> organisation_typed(const web::Call& call, std::string_view typed) {
  for (const auto id : call.actor.organisations())
    if (std::to_string(raw(id)) == typed) return id;
  return std::nullopt;
}

http::Response leads_on(const web::Call& call, const Subject& subject, const Placed& placed) {
  const auto item = subject.item.id;
  if (placed.state == State::shown) return http::see_other(comment_path(*call.area, item, placed.id));
  return http::see_other(
      received_path(*call.area, item, placed.state == State::unconfirmed ? "bijna-klaar" : "ontvangen"));
}

http::Response send(const web::Call& call, const Subject& subject) {
  // People do not see this field; what fills it in gets an answer like any other, and nothing is kept.
  if (!call.request.form.get("comment_website").empty())
    return http::see_other(received_path(*call.area, subject.item.id, "bijna-klaar"));
  web::FormReader reader(call.request.form);
  const auto typed = read(call, reader);
  if (!reader.ok()) return write_page(call, subject, typed, reader.faults(), 422);

  const PlaceComment form{.item = subject.item.id,
                          .reply_to = subject.answered ? std::optional(subject.answered->id) : std::nullopt,
                          .text = typed.text,
                          .organisation = organisation_typed(call, typed.organisation),
                          .name = typed.name,
                          .mail_address = lower_ascii(typed.mail),
                          .network = web::network_of(call.request.peer)};
  const auto placed = call.service.database.write([&](db::Transaction& tx) {
    auto result = place_comment(tx, call.now, call.actor, form);
    if (result && !result->link_token.empty())
      mail::queue(tx,
                  confirm_mail(call, {.comment = result->id,
                                      .item_title = subject.item.title,
                                      .mail_address = form.mail_address,
                                      .name = form.name,
                                      .text = form.text,
                                      .link_token = result->link_token}),
                  call.now + link_life);
    return result;
  });
  if (placed) return leads_on(call, subject, *placed);
  const auto said = sentence(call, placed.error());
  reader.fault("comment_text", said.word_key, said.arguments);
  return write_page(call, subject, typed, reader.faults(), said.status);
}

std::optional<Subject> answered_here(const web::Call& call) {
  auto found = comment_asked_for(call);
  if (!found || found->comment.state != State::shown) return std::nullopt;
  return Subject{std::move(found->item), std::move(found->comment)};
}

http::Response message(const web::Call& call, std::string_view words) {
  const auto item = item_asked_for(call);
  if (!item) return design::not_found(call);
  const std::string stem = "comments." + std::string(words);
  MessageView view{.title = call.text(stem + ".title"),
                   .text = call.text(stem + ".text"),
                   .way_on = {call.text("comments.write.back", {{"title", item->title}}),
                              items::url_of(call.service, *item) + "#reacties"}};
  if (call.service.words.has(call.language, stem + ".more"))
    view.more = call.text(stem + ".more", {{"minutes", std::int64_t{link_life.count()}}});
  return design::page(call, {.title = view.title, .narrow = true, .is_private = true}, "comments/message",
                      view);
}

}  // namespace

http::Response send_comment(const web::Call& call) {
  auto item = item_asked_for(call);
  if (!item) return design::not_found(call);
  return send(call, {std::move(*item), std::nullopt});
}

http::Response show_reply(const web::Call& call) {
  const auto subject = answered_here(call);
  return subject ? write_page(call, *subject, {}) : design::not_found(call);
}

http::Response send_reply(const web::Call& call) {
  const auto subject = answered_here(call);
  return subject ? send(call, *subject) : design::not_found(call);
}

http::Response show_look_in_mail(const web::Call& call) { return message(call, "look_in_mail"); }
http::Response show_received(const web::Call& call) { return message(call, "received"); }

}  // namespace wijktafel::comments
