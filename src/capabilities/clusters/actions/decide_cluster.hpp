// The coordinator puts the draft on the agenda, or says why not.
#pragma once

#include <variant>

#include "capabilities/clusters/clusters.hpp"
#include "capabilities/tables/tables.hpp"

namespace wijktafel::clusters {

struct NoSuchCluster {};
struct AlreadyDecided {};
struct NoMeeting {};  // no public meeting is planned that it could be on the agenda of
using DecideRefusal = std::variant<NoSuchCluster, AlreadyDecided, NoMeeting, tables::Refused>;

struct ConfirmCluster {
  std::string title;
  std::string text;  // the evidence, Markdown
};
// On the agenda of the next public meeting of the area, or of the district or municipality above it. Inviting
// is a job.
Result<ItemId, DecideRefusal> confirm_cluster(const web::Call& call, db::Transaction& tx, ClusterId id,
                                              const ConfirmCluster& form);
Result<void, DecideRefusal> dismiss_cluster(db::Transaction& tx, Instant now, const identity::Actor& actor,
                                            ClusterId id, const std::string& reason);

}  // namespace wijktafel::clusters
