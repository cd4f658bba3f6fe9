#include "capabilities/open311/open311.hpp"

#include "capabilities/open311/exchange.hpp"
#include "capabilities/open311/jobs.hpp"
#include "capabilities/open311/settings.hpp"
#include "capabilities/open311/web/pages.hpp"

namespace wijktafel::open311 {

web::Capability capability() {
  web::Capability open311{.name = "open311", .level = 6};
  open311.routes = routes();
  open311.permissions = {{"open311.manage", {"administrator"}}};
  open311.slots = {{"my_administration", 40, link_to_manage}, {"signal_actions", 60, show_beside}};
  open311.jobs = open311_jobs();
  open311.exchanges = {exchange()};
  open311.listeners = {{.event = "items.text_erased", .kind = "open311.destroy_texts"}};
  open311.settings = {settings::jurisdiction, settings::contact, settings::is_test};
  return open311;
}

}  // namespace wijktafel::open311
