// A coordinator chooses the words by which a text is recognised that belongs at another door. Old words stay.
#pragma once

#include <string>
#include <variant>

#include "capabilities/signals/model/door_words.hpp"
#include "capabilities/signals/refusals.hpp"
#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals {

struct SetDoorWords {
  std::string area;
  Door door{};
  std::string phrases;  // one a line
  Date valid_from;
};
using DoorWordsRefusal = std::variant<DateHasPassed, PhraseTooShort>;
// Nothing is written when the words are those that hold already.
Result<void, DoorWordsRefusal> set_door_words(db::Transaction& tx, Instant now, const Actor& actor,
                                              const SetDoorWords& form);

}  // namespace wijktafel::signals
