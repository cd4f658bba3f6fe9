#include "capabilities/signals/reads/pickup.hpp"

#include "capabilities/places/places.hpp"
#include "capabilities/signals/neighbours_first.hpp"
#include "capabilities/signals/settings.hpp"

namespace wijktafel::signals {

std::optional<ShownPickup> find_pickup(db::Transaction& tx, const identity::Actor& actor, ItemId item) {
  const auto pickup = store::find_active_pickup(tx, item);
  if (!pickup) return std::nullopt;
  ShownPickup shown{
      .name = pickup->organisation ? organisations::name_of(tx, *pickup->organisation) : pickup->shown_name,
      .tells_by = pickup->tells_by,
      .helpers = {}};
  shown.is_mine = picked_it_up(actor, *pickup);
  for (auto& helper : store::helpers_of(tx, pickup->id)) {
    if (actor.person == helper.person) shown.do_i_help = true;
    shown.helpers.push_back(
        {std::move(helper.shown_name), shown.is_mine ? std::move(helper.reached_by) : std::string()});
  }
  return shown;
}

bool was_done_by_neighbours(db::Transaction& tx, ItemId item) {
  return store::was_done_by_neighbours(tx, item);
}

NeighbourTexts neighbour_texts(db::Transaction& tx, std::string_view area, Date today) {
  return {.may_do = places::text_setting(tx, area, settings::neighbours_may_do, today),
          .insurance = places::text_setting(tx, area, settings::neighbours_insurance, today)};
}

std::vector<std::pair<OrganisationId, std::string>> groups_of(db::Transaction& tx,
                                                              const identity::Actor& actor) {
  std::vector<std::pair<OrganisationId, std::string>> groups;
  for (const auto id : actor.organisations())
    if (const auto found = organisations::find_organisation(tx, id);
        found && found->kind == "residents_group")
      groups.emplace_back(id, found->name);
  return groups;
}

}  // namespace wijktafel::signals
