#include "capabilities/clusters/clusters.hpp"

#include "capabilities/clusters/actions/place_signal.hpp"
#include "capabilities/clusters/settings.hpp"
#include "capabilities/clusters/store.hpp"
#include "capabilities/clusters/web/pages.hpp"

namespace wijktafel::clusters {
namespace {

// So that no job holds the one writer for long; what is left is done by the next one.
constexpr int invited_at_once = 100;

void place(const web::Service&, db::Transaction& tx, const Facts& payload, Instant now) {
  if (const auto grown = place_signal(tx, now, ItemId{fact_number(payload, "item")}))
    jobs::enqueue(tx, "clusters.invite", {{"cluster", raw(*grown)}}, now);
}

void invite(const web::Service&, db::Transaction& tx, const Facts& payload, Instant now) {
  if (invite_reporters(tx, now, ClusterId{fact_number(payload, "cluster")}, invited_at_once))
    jobs::enqueue(tx, "clusters.invite", payload, now);
}

}  // namespace

web::Capability capability() {
  web::Capability clusters{.name = "clusters", .level = 6};
  clusters.routes = routes();
  clusters.permissions = {{"clusters.see", {"coordinator", "panel_member"}},
                          {"clusters.decide", {"coordinator"}}};
  clusters.slots = {{"area_work", 40, show_waiting}};
  clusters.jobs = {{.kind = "clusters.place", .handler = place},
                   {.kind = "clusters.invite", .handler = invite}};
  clusters.listeners = {{.event = "signals.reported", .kind = "clusters.place"},
                        {.event = "signals.changed", .kind = "clusters.place"},
                        {.event = "items.text_erased", .kind = "clusters.place"}};
  clusters.settings = settings::all();
  return clusters;
}

}  // namespace wijktafel::clusters
