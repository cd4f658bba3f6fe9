#include "capabilities/forwarding/forwarding.hpp"

#include "capabilities/forwarding/exchange.hpp"
#include "capabilities/forwarding/jobs.hpp"
#include "capabilities/forwarding/settings.hpp"
#include "capabilities/forwarding/store.hpp"
#include "capabilities/forwarding/web/pages.hpp"

namespace wijktafel::forwarding {

web::Capability capability() {
  web::Capability forwarding{.name = "forwarding", .level = 6};
  forwarding.routes = routes();
  forwarding.permissions = {{"forwarding.manage", {"administrator"}}, {"forwarding.send", {"coordinator"}}};
  forwarding.slots = {{"signal_actions", 30, show_on_signal},
                      {"area_work", 5, show_failed_work},
                      {"my_administration", 40, link_to_manage}};
  forwarding.jobs = forwarding_jobs();
  forwarding.exchanges = exchanges();
  forwarding.listeners = {{.event = "signals.reported", .kind = "forwarding.consider"},
                          {.event = "signals.changed", .kind = "forwarding.consider"},
                          {.event = "items.text_erased", .kind = "forwarding.forget_texts"},
                          {.event = "signals.updated", .kind = "forwarding.tell_update"}};
  forwarding.settings = {settings::reply_address};
  forwarding.metrics = {{.name = "wijktafel_forwarding_failed",
                         .help = "Signals and updates that did not reach the system of an organisation.",
                         .read = store::count_with_fault},
                        {.name = "wijktafel_forwarding_waiting",
                         .help = "Signals that are on their way to the system of an organisation.",
                         .read = store::count_waiting}};
  return forwarding;
}

}  // namespace wijktafel::forwarding
