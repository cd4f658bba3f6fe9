// From the keys of an imported file to what they name; an unknown key is a Failure that says it.
#pragma once

#include "capabilities/goals/goals.hpp"

namespace wijktafel::goals {

// Made by an earlier step of the story.
ItemId item_named(db::Transaction& tx, const std::string& key);
std::vector<ItemId> items_named(db::Transaction& tx, const std::vector<std::string>& keys);
OrganisationId organisation_named(db::Transaction& tx, const std::string& key);
identity::Actor actor_named(db::Transaction& tx, Instant now, const std::string& key);
web::AreaRef area_named(const web::Service& service, const std::string& key);

}  // namespace wijktafel::goals
