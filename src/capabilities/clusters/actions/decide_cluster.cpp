#include "capabilities/clusters/actions/decide_cluster.hpp"

#include "capabilities/clusters/next_meeting.hpp"
#include "capabilities/clusters/store.hpp"
#include "platform/jobs/jobs.hpp"

namespace wijktafel::clusters {
namespace {

constexpr int linked_most =
    60;  // of a very large cluster the newest lead to the point; the page of the cluster has all

Result<store::Cluster, DecideRefusal> find_draft(db::Transaction& tx, ClusterId id) {
  auto cluster = store::find_locked(tx, id);
  if (!cluster) return std::unexpected(NoSuchCluster{});
  if (cluster->state != "draft") return std::unexpected(AlreadyDecided{});
  return *cluster;
}

}  // namespace

Result<ItemId, DecideRefusal> confirm_cluster(const web::Call& call, db::Transaction& tx, ClusterId id,
                                              const ConfirmCluster& form) {
  auto cluster = find_draft(tx, id);
  if (!cluster) return std::unexpected(cluster.error());
  const auto meeting = next_public_meeting(tx, cluster->area, call.now);
  if (!meeting) return std::unexpected(NoMeeting{});
  const auto area = call.service.find_area(meeting->item.area);
  WIJKTAFEL_ASSERT(area.has_value(), "a meeting is of an area that is known");
  tables::NewPoint point{.meeting = meeting->item.id, .title = form.title, .text = form.text};
  for (const auto& row : store::spots_of(tx, id, linked_most)) point.subjects.push_back(row.spot.item);
  const auto put = tables::add_point(call, tx, *area, point);
  if (!put) return std::unexpected(put.error());
  cluster->state = "confirmed";
  cluster->agenda_item = *put;
  cluster->meeting = meeting->item.id;
  cluster->decided_by = call.actor.person;
  cluster->decided_at = call.now;
  store::update_cluster(tx, *cluster);
  jobs::enqueue(tx, "clusters.invite", {{"cluster", raw(id)}}, call.now);
  return *put;
}

Result<void, DecideRefusal> dismiss_cluster(db::Transaction& tx, Instant now, const identity::Actor& actor,
                                            ClusterId id, const std::string& reason) {
  auto cluster = find_draft(tx, id);
  if (!cluster) return std::unexpected(cluster.error());
  cluster->state = "dismissed";
  cluster->decided_by = actor.person;
  cluster->decided_at = now;
  cluster->reason = reason;
  store::update_cluster(tx, *cluster);
  return {};
}

}  // namespace wijktafel::clusters
