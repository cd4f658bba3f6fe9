// Where to turn to at once, by the settings of the area.
#pragma once

#include <string>

#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals {

// As they are shown ("0900-8844"); empty ones are left out of the page.
struct HelpNumbers {
  std::string emergency;
  std::string social_team;
  std::string safe_home;
  std::string worries;
  std::string police;
};
HelpNumbers help_numbers(db::Transaction& tx, std::string_view area, Date today);

}  // namespace wijktafel::signals
