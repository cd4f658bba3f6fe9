// Why something cannot be done, with the facts of the sentence. Every action names those it can give;
// web/refusals.cpp has words and a status for each.
#pragma once

#include <cstdint>
#include <string>

#include "capabilities/signals/model.hpp"

namespace wijktafel::signals {

struct NoSuchSignal {};
// Somebody else changed it after this person opened it.
struct ChangedMeanwhile {
  std::int64_t version = 0;
};
struct NotPossibleNow {
  Status from{};
  Status to{};
};
struct DateHasPassed {
  std::string field;
};
// A team, or a person, that does not belong to the organisation that has the signal.
struct NotOfThisOrganisation {
  std::string field;  // "team", "contact"
};
// Only who coordinates the area, or belongs to the organisation that has it.
struct NotYours {};
struct PromiseWithoutCommitment {
  std::string sentence;  // as it was written
};
struct DuplicateOfItself {};
struct NoSuchOriginal {
  std::int64_t number = 0;
};
struct NothingTold {
  std::string field;
};
struct PlaceInOtherArea {
  std::string area;  // key of the neighbourhood where it lies
};
struct PlaceOutsideMunicipality {};
struct DraftGone {};
struct DraftAlreadySent {};
struct TooManyPhotos {
  std::size_t most = photos_most;
};
struct NoSuchTemplate {};
struct TooManyTemplates {
  int most = 0;
};
struct TooManyViews {
  int most = 0;
};
struct NoReporter {};
// A duplicate is talked about at its original, a worry that was referred nowhere.
struct TakesNoUpdates {
  Status status{};
};
struct TooManyUpdates {};
// Neighbours do not pick this up (any more): somebody else did, or it is for the owner.
struct NotOpenToNeighbours {};
struct NotPickedUp {};
struct DateTooFar {
  std::string field;
  int days = 0;
};
struct NothingAsked {};
struct NotAPromiseRule {};
struct TooManyPromiseRules {};
// What is told under this theme is never public.
struct ThemeIsConfidential {};
struct NoSuchUpdate {};
struct SignalIsClosed {};
struct PhraseTooShort {
  std::string phrase;
};
struct TooManySent {
  Instant again_at{};
};

}  // namespace wijktafel::signals
