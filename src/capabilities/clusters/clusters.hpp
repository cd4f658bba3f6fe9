// Signals that lie close together in place, time and theme, above the threshold of their area, become a draft
// of a point on the agenda of the area's table, with the evidence. The coordinator puts it on the agenda or
// says why not; whoever told one of them is invited. Method: docs/methods/clusters.md.
//
// Hears:   signals.reported {item}, signals.changed {item}, items.text_erased {item}
#pragma once

#include "capabilities/items/items.hpp"

namespace wijktafel::clusters {

using identity::PersonId;
using items::ItemId;

enum class ClusterId : std::int64_t {};

web::Capability capability();

}  // namespace wijktafel::clusters
