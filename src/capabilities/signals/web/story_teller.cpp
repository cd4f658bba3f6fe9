#include "capabilities/signals/web/story_teller.hpp"

#include <fmt/format.h>

#include "capabilities/accounts/accounts.hpp"
#include "capabilities/themes/themes.hpp"

namespace wijktafel::signals {

void StoryTeller::wrong(std::string_view what) const {
  throw Failure(fmt::format("{}: {}", story.key(), what));
}

std::optional<OrganisationId> StoryTeller::organisation(std::string_view key) const {
  if (key.empty()) return std::nullopt;
  const auto found = organisations::find_by_key(tx, key);
  if (!found) wrong(fmt::format("there is no organisation \"{}\"", key));
  return found->id;
}

std::optional<organisations::TeamId> StoryTeller::team(std::string_view key) const {
  if (key.empty()) return std::nullopt;
  const auto found = organisations::find_team_by_key(tx, key);
  if (!found) wrong(fmt::format("there is no team \"{}\"", key));
  return found->id;
}

std::optional<PersonId> StoryTeller::person(std::string_view key) const {
  if (key.empty()) return std::nullopt;
  const auto found = accounts::find_by_key(tx, key);
  if (!found) wrong(fmt::format("there is no person \"{}\"", key));
  return found;
}

std::string StoryTeller::theme(const std::string& key) const {
  if (!key.empty() && !themes::find_theme(tx, key)) wrong(fmt::format("there is no theme \"{}\"", key));
  return key;
}

Actor StoryTeller::actor(std::string_view key, Instant at) const {
  if (key.empty()) return identity::system_actor();
  if (const auto found = organisations::find_by_key(tx, key)) {
    Actor actor;
    actor.grants.push_back({.role = "member", .area = {}, .organisation = found->id});
    return actor;
  }
  const auto actor = accounts::actor_by_key(tx, at, key);
  if (!actor) wrong(fmt::format("there is no person or organisation \"{}\"", key));
  return *actor;
}

ItemId StoryTeller::told(std::string_view key) const {
  const auto item = items::find_by_key(tx, key);
  if (!item) wrong(fmt::format("{} was not reported", key));
  return *item;
}

}  // namespace wijktafel::signals
