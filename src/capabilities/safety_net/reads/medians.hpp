// How long organisations take to answer, per theme, over a year: only what may be shown.
#pragma once

#include "capabilities/safety_net/safety_net.hpp"

namespace wijktafel::safety_net {

struct ThemeMedian {
  std::string theme;                            // name; "" for none
  std::optional<double> median = std::nullopt;  // nothing: too few to show
  std::int64_t answers = 0;                     // 0 when it is not shown
};
struct OrganisationMedian {
  OrganisationId organisation{};
  std::string name;
  std::string key;
  std::optional<double> median = std::nullopt;
  std::int64_t answers = 0;
  std::vector<ThemeMedian> themes = {};
};
// Twelve months up to and including that of `today`.
OrganisationMedian median_of(const web::Call& call, db::Transaction& tx,
                             const organisations::Organisation& organisation);
// Of those with any answer, by name.
std::vector<OrganisationMedian> medians(const web::Call& call, db::Transaction& tx);

}  // namespace wijktafel::safety_net
