#include "capabilities/signals/reads/doors.hpp"

#include "capabilities/places/places.hpp"
#include "capabilities/signals/settings.hpp"

namespace wijktafel::signals {
namespace {

constexpr int versions_shown = 20;

}  // namespace

PhrasesHere phrases_here(db::Transaction& tx, const std::vector<std::string>& lineage, Door door,
                         Date today) {
  for (const auto& area : lineage)
    if (auto words = store::find_door_words(tx, area, door, today)) return {std::move(words->phrases), area};
  return {std::string(default_phrases(door)), ""};
}

std::optional<Door> find_door(db::Transaction& tx, const std::vector<std::string>& lineage,
                              std::string_view text, Date today) {
  for (const auto door : all_doors())
    if (says(text, phrases_here(tx, lineage, door, today).phrases)) return door;
  return std::nullopt;
}

bool is_worry(db::Transaction& tx, const std::vector<std::string>& lineage, std::string_view text,
              Date today) {
  return says(text, phrases_here(tx, lineage, Door::worry, today).phrases);
}

std::string door_url(db::Transaction& tx, std::string_view area, Door door, Date today) {
  switch (door) {
    case Door::formal: return places::text_setting(tx, area, settings::formal_url, today);
    case Door::police: return places::text_setting(tx, area, settings::police_url, today);
    case Door::rented_home: return places::text_setting(tx, area, settings::rented_home_url, today);
    case Door::worry: break;
  }
  return {};
}

std::vector<store::DoorWords> chosen_door_words(db::Transaction& tx, std::string_view area) {
  return store::door_words_of(tx, area, versions_shown);
}

}  // namespace wijktafel::signals
