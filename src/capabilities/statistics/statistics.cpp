#include "capabilities/statistics/statistics.hpp"

#include "capabilities/statistics/actions/count_signal.hpp"
#include "capabilities/statistics/store.hpp"
#include "capabilities/statistics/web/pages.hpp"

namespace wijktafel::statistics {
namespace {

// So that no job holds the one writer for long; what is left is done by the next one.
constexpr int counted_at_once = 100;

void count(const web::Service&, db::Transaction& tx, const Facts& payload, Instant) {
  count_signal(tx, ItemId{fact_number(payload, "item")});
}

void count_older(const web::Service& service, db::Transaction& tx, const Facts&, Instant now) {
  const auto municipality = service.find_area_by_slug("");
  if (municipality && catch_up(tx, *municipality, counted_at_once))
    jobs::enqueue(tx, "statistics.count_older", {}, now);
}

}  // namespace

void count_again(db::Transaction& tx) { store::forget_progress(tx); }

web::Capability capability() {
  web::Capability statistics{.name = "statistics", .level = 7};
  statistics.routes = routes();
  statistics.slots = {{"area_overview", 80, link_to_figures},
                      {"municipality_home", 80, link_to_figures},
                      {"answers_page", 10, link_to_figures}};
  statistics.jobs = {{.kind = "statistics.count", .handler = count},
                     {.kind = "statistics.count_older", .handler = count_older},
                     {.kind = "statistics.begin", .handler = count_older, .every = std::chrono::minutes(60)}};
  statistics.listeners = {{.event = "signals.reported", .kind = "statistics.count"},
                          {.event = "signals.changed", .kind = "statistics.count"},
                          {.event = "items.text_erased", .kind = "statistics.count"}};
  return statistics;
}

}  // namespace wijktafel::statistics
