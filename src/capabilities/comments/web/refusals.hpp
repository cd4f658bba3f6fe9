// Every refusal of this capability: its sentence and the status of the response.
#pragma once

#include <string>
#include <variant>

#include "capabilities/comments/refusals.hpp"
#include "platform/web/call.hpp"

namespace wijktafel::comments {

struct Sentence {
  std::string word_key;
  i18n::Arguments arguments = {};
  int status = 422;
};

Sentence sentence(const web::Call& call, const NoSuchItem& refusal);
Sentence sentence(const web::Call& call, const NoSuchComment& refusal);
Sentence sentence(const web::Call& call, const TooManyReplies& refusal);
Sentence sentence(const web::Call& call, const TooManyForAddress& refusal);
Sentence sentence(const web::Call& call, const TooManyFromNetwork& refusal);
Sentence sentence(const web::Call& call, const TooManyFromPerson& refusal);
Sentence sentence(const web::Call& call, const NotYours& refusal);
Sentence sentence(const web::Call& call, const AlreadyDone& refusal);
Sentence sentence(const web::Call& call, const LinkUnknown& refusal);
Sentence sentence(const web::Call& call, const LinkExpired& refusal);
Sentence sentence(const web::Call& call, const LinkUsed& refusal);

template <class... Refusals>
Sentence sentence(const web::Call& call, const std::variant<Refusals...>& refusal) {
  return std::visit([&](const auto& reason) { return sentence(call, reason); }, refusal);
}

// As a page of its own, with a way on.
http::Response sentence_page(const web::Call& call, const Sentence& said);
template <class Refusal>
http::Response refusal_page(const web::Call& call, const Refusal& refusal) {
  return sentence_page(call, sentence(call, refusal));
}

}  // namespace wijktafel::comments
