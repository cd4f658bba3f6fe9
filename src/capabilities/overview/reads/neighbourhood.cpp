#include "capabilities/overview/reads/neighbourhood.hpp"

#include "capabilities/organisations/organisations.hpp"

namespace wijktafel::overview {
namespace {

constexpr int most_places = 12;  // more numbers than this nobody reads; geo draws 60 at most
constexpr int most_signals = 3;
constexpr int most_commitments = 6;
constexpr int most_gaps = 6;

std::vector<items::Item> signals_of(db::Transaction& tx, std::string_view area, items::Domain domain) {
  items::Filter filter;
  filter.area = area;
  filter.kinds = {"signal"};
  filter.domains = domain;
  filter.is_open = true;
  filter.limit = most_signals;
  auto found = items::list(tx, filter);
  if (found.size() < most_signals) {  // little is open: what was done lately fills the card
    filter.is_open = false;
    filter.limit = most_signals - static_cast<int>(found.size());
    for (auto& done : items::list(tx, filter)) found.push_back(std::move(done));
  }
  return found;
}

std::vector<items::Item> places_of(db::Transaction& tx, std::string_view area) {
  items::Filter filter;
  filter.area = area;
  filter.is_open = true;
  filter.with_place = true;
  filter.limit = most_places;
  return items::list(tx, filter);
}

}  // namespace

Neighbourhood read_neighbourhood(const web::Call& call, db::Transaction& tx, const web::AreaRef& area,
                                 std::string map_title) {
  Neighbourhood found;
  found.next_meeting = tables::next_meeting(tx, area.key, call.now);
  found.places = places_of(tx, area.key);
  found.map = places::drawing_of(tx, area.key, std::move(map_title));
  found.goals = goals::goals_of_area(tx, area.key);
  for (const auto domain : all_domains) {
    found.signals[domain] = signals_of(tx, area.key, domain);
    found.counts[domain] = {.open_signals = items::count(tx, area.key, "signal", domain, true),
                            .open_goals = items::count(tx, area.key, "goal", domain, true),
                            .open_commitments = items::count(tx, area.key, "commitment", domain, true)};
  }
  found.commitments = goals::commitments_of_area(tx, area.key, call.today, most_commitments);
  found.late = goals::count_late(tx, area.key, call.today);
  found.gaps = items::gaps_of_area(tx, area.key, most_gaps);
  for (const auto& commitment : found.commitments)
    if (!found.organisations.contains(commitment.promiser))
      found.organisations[commitment.promiser] = organisations::name_of(tx, commitment.promiser);
  return found;
}

}  // namespace wijktafel::overview
