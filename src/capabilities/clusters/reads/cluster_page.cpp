#include "capabilities/clusters/reads/cluster_page.hpp"

#include "capabilities/clusters/next_meeting.hpp"
#include "capabilities/clusters/settings.hpp"
#include "capabilities/signals/signals.hpp"
#include "capabilities/themes/themes.hpp"

namespace wijktafel::clusters {
namespace {

std::vector<std::string> areas_below(db::Transaction& tx, std::string_view area) {
  std::vector<std::string> keys{std::string(area)};
  for (const auto level : {places::Level::district, places::Level::neighbourhood, places::Level::village})
    for (const auto& below : places::areas_within(tx, area, level))
      if (below.key != area) keys.push_back(below.key);
  return keys;
}

std::string theme_name(db::Transaction& tx, const std::string& key, i18n::Language language) {
  const auto name = themes::name_of(tx, key, language);
  return name.empty() ? key : name;
}

ClusterSummary summary_of(db::Transaction& tx, const store::Cluster& cluster, i18n::Language language) {
  return {cluster, theme_name(tx, cluster.theme, language), store::count_spots(tx, cluster.id)};
}

void add_signals(db::Transaction& tx, ClusterDetail& detail) {
  for (const auto& row : store::spots_of(tx, detail.summary.cluster.id, shown_most)) {
    auto item = items::find(tx, row.spot.item);
    if (!item || item->visibility != items::Visibility::everyone) continue;
    const Date day = local_date(row.spot.reported_at);
    if (detail.signals.empty() || day < detail.since) detail.since = day;
    detail.people += 1 + signals::supporters_of(tx, item->id);
    for (const auto& other : items::came_from(tx, item->id))
      if (other.kind == items::LinkKind::duplicate_of && other.item.visibility == items::Visibility::everyone)
        detail.people += 1 + signals::supporters_of(tx, other.item.id);
    detail.signals.push_back(std::move(*item));
  }
}

}  // namespace

std::optional<ClusterDetail> read_cluster(const web::Call& call, db::Transaction& tx, ClusterId id,
                                          const std::string& map_title) {
  const auto cluster = store::find_cluster(tx, id);
  if (!cluster || cluster->area != call.area->key) return std::nullopt;
  ClusterDetail detail;
  detail.summary = summary_of(tx, *cluster, call.language);
  detail.since = call.today;
  add_signals(tx, detail);
  const auto setting = [&](const web::Setting& one) {
    return static_cast<int>(places::whole_number(tx, cluster->area, one, call.today));
  };
  detail.rule = {setting(settings::number), setting(settings::metres), setting(settings::days)};
  detail.meeting = cluster->meeting ? tables::find_meeting(tx, *cluster->meeting)
                                    : next_public_meeting(tx, cluster->area, call.now);
  if (cluster->agenda_item) detail.agenda_item = items::find(tx, *cluster->agenda_item);
  detail.map = places::drawing_of(tx, cluster->area, map_title);
  return detail;
}

ClusterLists list_clusters(const web::Call& call, db::Transaction& tx) {
  const auto areas = areas_below(tx, call.area->key);
  const auto all = [&](std::string_view state) {
    std::vector<ClusterSummary> found;
    for (const auto& cluster : store::list_clusters(tx, areas, state, listed_most))
      found.push_back(summary_of(tx, cluster, call.language));
    return found;
  };
  return {.drafts = all("draft"), .confirmed = all("confirmed"), .dismissed = all("dismissed")};
}

int count_drafts(db::Transaction& tx, std::string_view area) {
  return static_cast<int>(store::list_clusters(tx, areas_below(tx, area), "draft", listed_most).size());
}

}  // namespace wijktafel::clusters
