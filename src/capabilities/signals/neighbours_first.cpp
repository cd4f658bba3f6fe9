#include "capabilities/signals/neighbours_first.hpp"

#include "capabilities/themes/themes.hpp"

namespace wijktafel::signals {

bool is_for_the_owner(db::Transaction& tx, std::string_view theme) {
  const auto found = theme.empty() ? std::nullopt : themes::find_theme(tx, theme);
  return found && found->is_duty_of_care;
}

bool picked_it_up(const Actor& actor, const store::Pickup& pickup) {
  if (pickup.organisation) return actor.is_member_of(*pickup.organisation);
  return actor.person && pickup.person == actor.person;
}

}  // namespace wijktafel::signals
