// A message back: what is being done, or why not. What an answer promises in words and nobody has agreed on
// is asked about first; when it is sent all the same, the page says that nothing is agreed on yet.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "capabilities/signals/refusals.hpp"
#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals {

namespace answer {
struct InProgress {
  Date next_date;  // when the reporter hears more
};
struct Planned {
  Date last_day;  // of the month in which it is done
};
struct Waiting {
  std::string for_whom;  // not empty
  Date until;
};
struct Done {};
struct WillNotBeDone {
  std::string possible_instead;  // not empty
};
struct Forwarded {};
struct Thanked {};
}  // namespace answer

using Outcome = std::variant<answer::InProgress, answer::Planned, answer::Waiting, answer::Done,
                             answer::WillNotBeDone, answer::Forwarded, answer::Thanked>;
Status status_of(const Outcome& outcome);

struct AnswerSignal {
  std::string text;  // not empty
  Outcome outcome;
  // The person was asked who does it and when, and wants to send it without a commitment.
  bool without_commitment = false;
  std::optional<std::int64_t> version = std::nullopt;
};

using AnswerRefusal =
    std::variant<NoSuchSignal, NotPossibleNow, ChangedMeanwhile, DateHasPassed, PromiseWithoutCommitment>;

Result<void, AnswerRefusal> answer_signal(db::Transaction& tx, Instant now, const Actor& actor, ItemId id,
                                          const AnswerSignal& form);

}  // namespace wijktafel::signals
