// Everything the neighbourhood page shows, read in one snapshot with a fixed number of statements: the page
// costs the same for ten signals and a million.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "capabilities/goals/goals.hpp"
#include "capabilities/items/items.hpp"
#include "capabilities/places/places.hpp"
#include "capabilities/tables/tables.hpp"

namespace wijktafel::overview {

struct DomainCounts {
  std::int64_t open_signals = 0;
  std::int64_t open_goals = 0;
  std::int64_t open_commitments = 0;
};

struct Neighbourhood {
  std::optional<tables::MeetingSummary> next_meeting;
  std::vector<items::Item> places;  // open, with a place, newest first: the numbers on the map
  places::AreaDrawing map;          // without pins
  std::vector<goals::GoalSummary> goals;
  std::map<items::Domain, std::vector<items::Item>> signals;  // of each domain, newest open ones first
  std::map<items::Domain, DomainCounts> counts;
  std::vector<goals::CommitmentSummary> commitments;
  std::int64_t late = 0;
  std::vector<items::Gap> gaps;
  std::map<identity::OrganisationId, std::string> organisations;  // names of the promisers
};

inline constexpr items::Domain all_domains[] = {items::social, items::physical, items::safety};

Neighbourhood read_neighbourhood(const web::Call& call, db::Transaction& tx, const web::AreaRef& area,
                                 std::string map_title);

}  // namespace wijktafel::overview
