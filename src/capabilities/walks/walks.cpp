#include "capabilities/walks/walks.hpp"

#include "capabilities/walks/jobs.hpp"
#include "capabilities/walks/web/exchange.hpp"
#include "capabilities/walks/web/pages.hpp"
#include "capabilities/walks/web/paths.hpp"

namespace wijktafel::walks {

web::Capability capability() {
  web::Capability walks{.name = "walks", .level = 6};
  walks.routes = routes();
  walks.permissions = {{"walks.plan", {"coordinator", "panel_member"}}};
  walks.kinds = {
      {.name = std::string(item_kind),
       .segment = std::string(segment),
       .words = "walks",
       .tones = {{"planned", "goal"}, {"walking", "ok"}, {"done", "done"}, {"cancelled", "late"}}}};
  walks.slots = {{"area_overview", 40, link_to_walks}};
  walks.jobs = walk_jobs();
  walks.listeners = {{.event = "items.text_erased", .kind = "walks.destroy"}};
  walks.personal_data = {{"walk_participant", "person", "walks.purpose.participant", 0}};
  walks.exchanges = {exchange()};
  return walks;
}

}  // namespace wijktafel::walks
