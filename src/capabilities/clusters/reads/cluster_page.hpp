// What is shown of a cluster: the evidence, for who decides about it.
#pragma once

#include "capabilities/clusters/store.hpp"
#include "capabilities/places/places.hpp"
#include "capabilities/tables/tables.hpp"

namespace wijktafel::clusters {

inline constexpr int shown_most = 60;
inline constexpr int listed_most = 50;

struct ClusterSummary {
  store::Cluster cluster;
  std::string theme;  // name
  std::int64_t signals = 0;
};

struct ClusterDetail {
  ClusterSummary summary;
  std::vector<items::Item> signals;               // public ones, the newest first, at most shown_most
  std::int64_t people = 0;                        // who told one of them, told the same, or said "Ik ook"
  Date since;                                     // of the oldest shown
  Rule rule;                                      // of today
  std::optional<tables::MeetingSummary> meeting;  // that it can be put on the agenda of, or stands on
  std::optional<items::Item> agenda_item;
  places::AreaDrawing map;
};

std::optional<ClusterDetail> read_cluster(const web::Call& call, db::Transaction& tx, ClusterId id,
                                          const std::string& map_title);

struct ClusterLists {
  std::vector<ClusterSummary> drafts, confirmed, dismissed;
};
// Of the area and everything below it.
ClusterLists list_clusters(const web::Call& call, db::Transaction& tx);
int count_drafts(db::Transaction& tx, std::string_view area);

}  // namespace wijktafel::clusters
