// Every refusal of this capability: its sentence and the status of the response. A refusal without an
// overload here does not compile.
#pragma once

#include <string>
#include <variant>

#include "capabilities/signals/refusals.hpp"
#include "platform/files/photo.hpp"
#include "platform/web/call.hpp"
#include "platform/web/form.hpp"

namespace wijktafel::signals {

struct Sentence {
  std::string word_key;
  i18n::Arguments arguments = {};
  int status = 422;
};

Sentence sentence(const web::Call& call, const NoSuchSignal& refusal);
Sentence sentence(const web::Call& call, const ChangedMeanwhile& refusal);
Sentence sentence(const web::Call& call, const NotPossibleNow& refusal);
Sentence sentence(const web::Call& call, const DateHasPassed& refusal);
Sentence sentence(const web::Call& call, const NotOfThisOrganisation& refusal);
Sentence sentence(const web::Call& call, const NotYours& refusal);
Sentence sentence(const web::Call& call, const PromiseWithoutCommitment& refusal);
Sentence sentence(const web::Call& call, const DuplicateOfItself& refusal);
Sentence sentence(const web::Call& call, const NoSuchOriginal& refusal);
Sentence sentence(const web::Call& call, const NothingTold& refusal);
Sentence sentence(const web::Call& call, const PlaceInOtherArea& refusal);
Sentence sentence(const web::Call& call, const PlaceOutsideMunicipality& refusal);
Sentence sentence(const web::Call& call, const DraftGone& refusal);
Sentence sentence(const web::Call& call, const DraftAlreadySent& refusal);
Sentence sentence(const web::Call& call, const TooManyPhotos& refusal);
Sentence sentence(const web::Call& call, const NoSuchTemplate& refusal);
Sentence sentence(const web::Call& call, const TooManyTemplates& refusal);
Sentence sentence(const web::Call& call, const TooManyViews& refusal);
Sentence sentence(const web::Call& call, const NoReporter& refusal);
Sentence sentence(const web::Call& call, const TakesNoUpdates& refusal);
Sentence sentence(const web::Call& call, const TooManyUpdates& refusal);
Sentence sentence(const web::Call& call, const NoSuchUpdate& refusal);
Sentence sentence(const web::Call& call, const SignalIsClosed& refusal);
Sentence sentence(const web::Call& call, const PhraseTooShort& refusal);
Sentence sentence(const web::Call& call, const ThemeIsConfidential& refusal);
Sentence sentence(const web::Call& call, const NothingAsked& refusal);
Sentence sentence(const web::Call& call, const NotAPromiseRule& refusal);
Sentence sentence(const web::Call& call, const TooManyPromiseRules& refusal);
Sentence sentence(const web::Call& call, const NotOpenToNeighbours& refusal);
Sentence sentence(const web::Call& call, const NotPickedUp& refusal);
Sentence sentence(const web::Call& call, const DateTooFar& refusal);
Sentence sentence(const web::Call& call, const files::NotAPhoto& refusal);
Sentence sentence(const web::Call& call, const files::PhotoUnreadable& refusal);
Sentence sentence(const web::Call& call, const files::PhotoTooLarge& refusal);
Sentence sentence(const web::Call& call, const files::PhotoTooManyPixels& refusal);

template <class... Refusals>
Sentence sentence(const web::Call& call, const std::variant<Refusals...>& refusal) {
  return std::visit([&](const auto& reason) { return sentence(call, reason); }, refusal);
}

// The same beside a field.
template <class Refusal>
web::FieldFault fault(const web::Call& call, std::string field, const Refusal& refusal) {
  auto said = sentence(call, refusal);
  return {.field = std::move(field),
          .word_key = std::move(said.word_key),
          .arguments = std::move(said.arguments)};
}

// The same as a page of its own, with a way on.
http::Response sentence_page(const web::Call& call, const Sentence& said);
template <class Refusal>
http::Response refusal_page(const web::Call& call, const Refusal& refusal) {
  return sentence_page(call, sentence(call, refusal));
}

}  // namespace wijktafel::signals
