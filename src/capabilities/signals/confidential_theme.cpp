#include "capabilities/signals/confidential_theme.hpp"

#include "capabilities/themes/themes.hpp"

namespace wijktafel::signals {

bool is_confidential_theme(db::Transaction& tx, std::string_view theme) {
  if (theme.empty()) return false;
  const auto found = themes::find_theme(tx, std::string(theme));
  return found && found->is_confidential;
}

}  // namespace wijktafel::signals
