#include "capabilities/comments/web/refusals.hpp"

#include <fmt/format.h>

#include "capabilities/comments/web/views.hpp"
#include "design/page.hpp"

namespace wijktafel::comments {
namespace {

Sentence too_many(Instant again_at) {
  const auto time = local_time(again_at);
  return {"comments.refusal.too_many", {{"time", fmt::format("{}.{:02}", time.hour, time.minute)}}, 429};
}

}  // namespace

Sentence sentence(const web::Call&, const NoSuchItem&) { return {"comments.refusal.no_item", {}, 404}; }
Sentence sentence(const web::Call&, const NoSuchComment&) { return {"comments.refusal.no_comment", {}, 404}; }
Sentence sentence(const web::Call&, const TooManyReplies&) { return {"comments.refusal.too_many_replies"}; }
Sentence sentence(const web::Call&, const TooManyForAddress&) {
  return {"comments.refusal.too_many_for_address", {}, 429};
}
Sentence sentence(const web::Call&, const TooManyFromNetwork& refusal) { return too_many(refusal.again_at); }
Sentence sentence(const web::Call&, const TooManyFromPerson& refusal) { return too_many(refusal.again_at); }
Sentence sentence(const web::Call&, const NotYours&) { return {"comments.refusal.not_yours", {}, 403}; }
Sentence sentence(const web::Call&, const AlreadyDone&) { return {"comments.refusal.already_done", {}, 409}; }
Sentence sentence(const web::Call&, const LinkUnknown&) { return {"comments.refusal.link_unknown", {}, 404}; }
Sentence sentence(const web::Call&, const LinkExpired&) { return {"comments.refusal.link_expired", {}, 410}; }
Sentence sentence(const web::Call&, const LinkUsed&) { return {"comments.refusal.link_used", {}, 410}; }

http::Response sentence_page(const web::Call& call, const Sentence& said) {
  const MessageView view{.title = call.text("comments.refusal.title"),
                         .text = call.text(said.word_key, said.arguments),
                         .way_on = {call.text("comments.refusal.way_on"),
                                    call.area ? call.area->path : call.service.municipality_path}};
  return design::page(call, {.title = view.title, .narrow = true, .is_private = true}, "comments/message",
                      view, said.status);
}

}  // namespace wijktafel::comments
