#include "capabilities/walks/reads/choices.hpp"

#include <set>

#include "capabilities/accounts/accounts.hpp"
#include "capabilities/organisations/organisations.hpp"
#include "capabilities/themes/themes.hpp"
#include "capabilities/walks/store.hpp"

namespace wijktafel::walks {

std::vector<KnownWalker> known_walkers(db::Transaction& tx, const std::vector<std::string>& lineage,
                                       Instant now) {
  std::vector<KnownWalker> people;
  std::set<PersonId> seen;
  for (const auto& organisation : organisations::list_organisations(tx))
    for (const auto& person : accounts::members_of(tx, organisation.id, now))
      if (seen.insert(person.id).second)
        people.push_back({person.id, person.name, organisation.name, "member", organisation.id});
  for (const auto* role : {"panel_member", "coordinator"})
    for (const auto& person : accounts::people_with_role(tx, role, lineage, now))
      if (seen.insert(person.id).second) people.push_back({person.id, person.name, {}, role});
  return people;
}

std::vector<Participant> participants_of_walk(db::Transaction& tx, ItemId walk) {
  return store::participants_of(tx, walk);
}

std::vector<Named> organisation_names(db::Transaction& tx) {
  std::vector<Named> names;
  for (const auto& one : organisations::list_organisations(tx))
    names.push_back({std::to_string(raw(one.id)), one.name});
  return names;
}

std::vector<Named> theme_names(db::Transaction& tx, i18n::Language language) {
  std::vector<Named> names;
  for (const auto& theme : themes::list_themes(tx))
    if (!theme.is_confidential && theme.door == "none")
      names.push_back({theme.key, themes::name_in(theme, language)});
  return names;
}

std::vector<Photo> photos_of_form(db::Transaction& tx, ItemId walk, std::string_view sending) {
  return store::photos_sent(tx, walk, sending);
}

std::vector<Photo> photos_of_point(db::Transaction& tx, PointId point) {
  return store::photos_of_point(tx, point);
}

std::optional<Photo> photo_of_form(db::Transaction& tx, ItemId walk, PhotoId id) {
  auto photo = store::find_photo(tx, walk, id);
  return photo && !photo->point ? photo : std::nullopt;
}

}  // namespace wijktafel::walks
