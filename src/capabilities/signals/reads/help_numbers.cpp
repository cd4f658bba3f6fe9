#include "capabilities/signals/reads/help_numbers.hpp"

#include "capabilities/places/places.hpp"
#include "capabilities/signals/settings.hpp"

namespace wijktafel::signals {

HelpNumbers help_numbers(db::Transaction& tx, std::string_view area, Date today) {
  const auto number = [&](const web::Setting& setting) {
    return places::text_setting(tx, area, setting, today);
  };
  return {.emergency = number(settings::emergency_phone),
          .social_team = number(settings::social_team_phone),
          .safe_home = number(settings::safe_home_phone),
          .worries = number(settings::worries_phone),
          .police = number(settings::police_phone)};
}

}  // namespace wijktafel::signals
