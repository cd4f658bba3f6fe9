#include "capabilities/clusters/actions/place_signal.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "capabilities/clusters/settings.hpp"
#include "capabilities/clusters/store.hpp"
#include "capabilities/places/places.hpp"
#include "capabilities/signals/signals.hpp"
#include "capabilities/tables/tables.hpp"
#include "capabilities/themes/themes.hpp"

namespace wijktafel::clusters {
namespace {

constexpr int looked_at_most = 500;  // of the newest nearby: this many lie together in any case

Rule rule_of(db::Transaction& tx, std::string_view area, Date on) {
  const auto number = [&](const web::Setting& setting, std::int64_t most) {
    return static_cast<int>(std::clamp<std::int64_t>(places::whole_number(tx, area, setting, on), 0, most));
  };
  return {.number = number(settings::number, 1000),
          .metres = number(settings::metres, 2000),
          .days = number(settings::days, 366)};
}

std::string theme_of(const items::Item& item, const signals::Signal& signal) {
  if (!signal.theme.empty()) return signal.theme;
  return item.themes.size() == 1 ? item.themes.front() : std::string();
}

// Nothing when it may not count.
std::optional<store::SpotRow> spot_of(db::Transaction& tx, ItemId id) {
  // Whoever hides it at this moment waits, or was first.
  const auto item = items::find_locked(tx, id);
  const auto signal = signals::find_signal(tx, id);
  if (!item || !signal || !item->place || item->visibility != items::Visibility::everyone || signal->is_held)
    return std::nullopt;
  if (item->status == "duplicate" || item->status == "referred") return std::nullopt;
  const auto theme = theme_of(*item, *signal);
  const auto known = themes::find_theme(tx, theme);
  if (theme.empty() || (known && known->is_confidential)) return std::nullopt;
  const auto metres = geo::to_rd(*item->place);
  return store::SpotRow{
      .spot = {.item = id, .x_m = metres[0], .y_m = metres[1], .reported_at = signal->reported_at},
      .area = item->area,
      .theme = theme};
}

// A draft that has lost so many signals that it is none any more.
void take_out(db::Transaction& tx, Instant now, ItemId item) {
  const auto stood = store::find_spot(tx, item);
  if (!stood) return;
  store::hold_ground(tx, stood->area, stood->theme);
  const auto row = store::find_spot(tx, item);  // as it is now that nobody else places anything here
  if (!row) return;
  store::remove_spot(tx, item);
  if (!row->spot.cluster) return;
  auto cluster = store::find_locked(tx, *row->spot.cluster).value();
  const auto rule = rule_of(tx, cluster.area, local_date(now));
  if (cluster.state != "draft" || store::count_spots(tx, cluster.id) >= rule.number) return;
  cluster.state = "lapsed";
  cluster.decided_at = now;
  store::update_cluster(tx, cluster);
  for (const auto& left : store::spots_of(tx, cluster.id, looked_at_most))
    store::set_cluster(tx, left.spot.item, std::nullopt);
}

// What may count with it. Whoever decides about one of their clusters waits, or was first: of what was
// dismissed nothing counts.
std::vector<Spot> spots_held(db::Transaction& tx, const store::SpotRow& row, const Rule& rule) {
  const auto read = [&] {
    return store::spots_around(tx, row, squares_around(rule), rule.days, looked_at_most);
  };
  auto spots = read();
  std::set<ClusterId> clusters;
  for (const auto& spot : spots)
    if (spot.cluster) clusters.insert(*spot.cluster);
  if (clusters.empty()) return spots;
  for (const auto cluster : clusters) store::find_locked(tx, cluster);
  return read();
}

// The oldest of those it touches; other drafts go up in it, so that nothing appears twice.
store::Cluster joined(db::Transaction& tx, Instant now, const store::SpotRow& row,
                      const std::set<ClusterId>& touched) {
  if (touched.empty()) {
    store::Cluster fresh{.area = row.area, .theme = row.theme, .made_at = now};
    fresh.id = store::insert_cluster(tx, fresh);
    return fresh;
  }
  const auto oldest = store::find_locked(tx, *touched.begin()).value();
  for (auto next = std::next(touched.begin()); next != touched.end(); ++next) {
    auto other = store::find_locked(tx, *next).value();
    if (other.state != "draft") continue;
    other.state = "merged";
    other.decided_at = now;
    store::update_cluster(tx, other);
    store::move_spots(tx, other.id, oldest.id);
  }
  return oldest;
}

}  // namespace

std::optional<ClusterId> place_signal(db::Transaction& tx, Instant now, ItemId item) {
  const auto row = spot_of(tx, item);
  if (!row) {
    take_out(tx, now, item);
    return std::nullopt;
  }
  const auto before = store::find_spot(tx, item);
  const bool has_moved = before && (before->area != row->area || before->theme != row->theme);
  if (has_moved) take_out(tx, now, item);
  if (before && !has_moved) return std::nullopt;
  store::hold_ground(tx, row->area, row->theme);
  store::save_spot(tx, *row);
  const auto rule = rule_of(tx, row->area, local_date(now));
  // What a neighbour of a neighbour has around it decides too.
  const Rule wide{rule.number, 3 * rule.metres, 2 * rule.days};
  const auto spots = spots_held(tx, *row, wide);
  const auto start = std::ranges::find(spots, item, &Spot::item);
  if (start == spots.end()) return std::nullopt;  // so many newer ones that this one lies outside them
  const auto together = together_with(spots, static_cast<std::size_t>(start - spots.begin()), rule);
  if (together.empty()) return std::nullopt;
  std::set<ClusterId> touched;
  for (const auto i : together)
    if (spots[i].cluster) touched.insert(*spots[i].cluster);
  const auto cluster = joined(tx, now, *row, touched);
  for (const auto i : together)
    if (!spots[i].cluster) store::set_cluster(tx, spots[i].item, cluster.id);
  return cluster.state == "confirmed" ? std::optional(cluster.id) : std::nullopt;
}

bool invite_reporters(db::Transaction& tx, Instant now, ClusterId id, int most) {
  const auto cluster = store::find_cluster(tx, id);
  if (!cluster || cluster->state != "confirmed" || !cluster->meeting) return false;
  const auto meeting = tables::find_meeting(tx, *cluster->meeting);
  if (!meeting || meeting->begins_at <= now || meeting->item.status == "cancelled") return false;
  const auto waiting = store::not_invited(tx, id, most);
  const auto when = local_time(meeting->begins_at);
  const auto count = store::count_spots(tx, id);
  for (const auto item : waiting) {
    store::set_invited(tx, item, now);
    const auto found = items::find(tx, item);
    if (!found || found->visibility != items::Visibility::everyone) continue;
    items::record(tx, now, identity::system_actor(), item,
                  {.what = "clusters.invited",
                   .facts = {{"others", count - 1},
                             {"meeting_date", iso_date(when.date)},
                             {"time", fmt::format("{}.{:02}", when.hour, when.minute)},
                             {"place", meeting->place}},
                   .is_milestone = true});
  }
  return waiting.size() == static_cast<std::size_t>(most);
}

}  // namespace wijktafel::clusters
