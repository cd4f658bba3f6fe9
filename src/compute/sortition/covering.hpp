// What column generation over types asks of Pricing: panels to begin with, which together hold everybody who
// can be in a panel at all, and panels to go on with.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "compute/sortition/pricing.hpp"
#include "compute/sortition/types.hpp"
#include "compute/sortition/types_plan.hpp"

namespace wijktafel::sortition {

// Empty when no panel meets the quotas. A type that is in none of these is in no panel whatever, unless
// `go_on` gave false: it is called often, and ends the search with the panels found by then.
std::vector<TypeCounts> covering_panels(const Types& types, Pricing& pricing,
                                        const std::function<bool()>& go_on);

// These panels, each with the same chance: what there is when the search was stopped.
std::vector<TypePanel> equally_likely(const std::vector<TypeCounts>& panels);

// The types that are in one of the panels, ascending.
std::vector<TypeIndex> types_in(const std::vector<TypeCounts>& panels, std::size_t types);

// A panel that is worth more than `worth`: first any that a short search finds, otherwise the best, or the
// proof that there is none. `go_on` false ends it without either.
Priced price(Pricing& pricing, std::span<const double> prices, double worth,
             const std::function<bool()>& go_on);

}  // namespace wijktafel::sortition
