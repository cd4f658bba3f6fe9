// What is chosen from in the forms of walks: who may walk along, which organisations may promise, and themes.
#pragma once

#include "capabilities/walks/records.hpp"

namespace wijktafel::walks {

struct Named {
  std::string value;
  std::string label;
};
struct KnownWalker {
  PersonId person{};
  std::string name;
  std::string organisation;  // name, or ""
  std::string role;          // member, panel_member, coordinator
  std::optional<OrganisationId> works_for = std::nullopt;
};

// People of organisations, the panel and coordinators of the area; each once.
std::vector<KnownWalker> known_walkers(db::Transaction& tx, const std::vector<std::string>& lineage,
                                       Instant now);
std::vector<Participant> participants_of_walk(db::Transaction& tx, ItemId walk);
std::vector<Named> organisation_names(db::Transaction& tx);
std::vector<Named> theme_names(db::Transaction& tx, i18n::Language language);
// Photos that came with this form and are of no point yet.
std::vector<Photo> photos_of_form(db::Transaction& tx, ItemId walk, std::string_view sending);
std::vector<Photo> photos_of_point(db::Transaction& tx, PointId point);
std::optional<Photo> photo_of_form(db::Transaction& tx, ItemId walk, PhotoId id);

}  // namespace wijktafel::walks
