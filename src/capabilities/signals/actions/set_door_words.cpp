#include "capabilities/signals/actions/set_door_words.hpp"

#include "base/text.hpp"
#include "capabilities/signals/door_store.hpp"

namespace wijktafel::signals {
namespace {

// One phrase a line, without empty ones.
std::string tidied(std::string_view phrases) {
  std::string all;
  for (const auto line : split(phrases, '\n')) {
    const auto phrase = trimmed(line);
    if (!phrase.empty()) all += (all.empty() ? "" : "\n") + std::string(phrase);
  }
  return all;
}

}  // namespace

Result<void, DoorWordsRefusal> set_door_words(db::Transaction& tx, Instant now, const Actor& actor,
                                              const SetDoorWords& form) {
  if (form.valid_from < local_date(now)) return std::unexpected(DateHasPassed{"valid_from"});
  if (auto phrase = too_short_phrase(form.phrases))
    return std::unexpected(PhraseTooShort{std::move(*phrase)});
  const auto phrases = tidied(form.phrases);
  const auto before = store::find_door_words(tx, form.area, form.door, form.valid_from);
  if (before && before->phrases == phrases) return {};
  store::insert_door_words(tx, {form.area, form.door, phrases, form.valid_from}, actor.person, now);
  return {};
}

}  // namespace wijktafel::signals
