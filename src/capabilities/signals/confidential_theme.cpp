#include "capabilities/signals/confidential_theme.hpp"

#include "capabilities/signals/confidence_store.hpp"
#include "capabilities/themes/themes.hpp"

namespace wijktafel::signals {

bool is_confidential_theme(db::Transaction& tx, std::string_view theme) {
  if (theme.empty()) return false;
  const auto found = themes::find_theme(tx, std::string(theme));
  return found && found->is_confidential;
}

bool is_told_in_confidence(db::Transaction& tx, items::ItemId item, std::string_view theme) {
  const auto said = store::find_confidence(tx, item);
  return (said && said->is_confidential) || is_confidential_theme(tx, theme);
}

}  // namespace wijktafel::signals
