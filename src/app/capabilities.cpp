#include "app/capabilities.hpp"

#include <algorithm>

#include "capabilities/accounts/accounts.hpp"
#include "capabilities/clusters/clusters.hpp"
#include "capabilities/comments/comments.hpp"
#include "capabilities/forwarding/forwarding.hpp"
#include "capabilities/goals/goals.hpp"
#include "capabilities/items/items.hpp"
#include "capabilities/mail_in/mail_in.hpp"
#include "capabilities/notifications/notifications.hpp"
#include "capabilities/open311/open311.hpp"
#include "capabilities/organisations/organisations.hpp"
#include "capabilities/overview/overview.hpp"
#include "capabilities/places/places.hpp"
#include "capabilities/safety_net/safety_net.hpp"
#include "capabilities/sheets/sheets.hpp"
#include "capabilities/signals/signals.hpp"
#include "capabilities/statistics/statistics.hpp"
#include "capabilities/tables/tables.hpp"
#include "capabilities/themes/themes.hpp"
#include "capabilities/walks/walks.hpp"

namespace wijktafel::app {

std::vector<web::Capability> all_capabilities() {
  std::vector<web::Capability> all = {
      // clang-format off: one a line, so that another one is one line
      places::capability(),
      organisations::capability(),
      accounts::capability(),
      themes::capability(),
      items::capability(),
      notifications::capability(),
      comments::capability(),
      signals::capability(),
      goals::capability(),
      tables::capability(),
      safety_net::capability(),
      walks::capability(),
      forwarding::capability(),
      mail_in::capability(),
      clusters::capability(),
      open311::capability(),
      overview::capability(),
      statistics::capability(),
      sheets::capability(),
      // clang-format on
  };
  std::ranges::stable_sort(all, {}, &web::Capability::level);
  return all;
}

std::vector<db::Migration> all_migrations(const std::vector<web::Capability>& capabilities) {
  std::vector<db::Migration> all = db::platform_migrations();
  const auto add = [&](std::vector<db::Migration> more) { all.insert(all.end(), more.begin(), more.end()); };
  add(db::embedded_migrations(-1, "platform/mail/migrations", "mail"));
  add(db::embedded_migrations(-1, "app/migrations", "app"));
  for (const auto& capability : capabilities)
    add(db::embedded_migrations(capability.level, "capabilities/" + capability.name + "/migrations",
                                capability.name));
  return all;
}

}  // namespace wijktafel::app
