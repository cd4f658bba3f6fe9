// A signal came in or changed: where it counts, and whether it now lies together with others.
#pragma once

#include "capabilities/clusters/clusters.hpp"

namespace wijktafel::clusters {

// A signal that may not count (any more) is taken out: confidential, held, referred, a duplicate, without a
// place or a theme. One that may joins the cluster that it lies in, or makes a draft when there are enough.
// The cluster whose reporters must be invited still, or nothing.
std::optional<ClusterId> place_signal(db::Transaction& tx, Instant now, ItemId item);

// Whoever follows one of these signals hears once that it is on the agenda, when and where. At most `most` at
// a time; false when all were.
bool invite_reporters(db::Transaction& tx, Instant now, ClusterId cluster, int most);

}  // namespace wijktafel::clusters
