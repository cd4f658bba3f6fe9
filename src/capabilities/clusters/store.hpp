// All SQL about clusters and the signals in them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "capabilities/clusters/model.hpp"

namespace wijktafel::clusters::store {

struct Cluster {
  ClusterId id{};
  std::string area;
  std::string theme;
  std::string state = "draft";  // draft, confirmed, dismissed, merged
  Instant made_at{};
  std::optional<ItemId> agenda_item = std::nullopt;
  std::optional<ItemId> meeting = std::nullopt;
  std::optional<PersonId> decided_by = std::nullopt;
  std::optional<Instant> decided_at = std::nullopt;
  std::string reason = {};  // why it was dismissed
};

ClusterId insert_cluster(db::Transaction& tx, const Cluster& cluster);
std::optional<Cluster> find_cluster(db::Transaction& tx, ClusterId id);
// Nobody else decides about it until this transaction ends.
std::optional<Cluster> find_locked(db::Transaction& tx, ClusterId id);
void update_cluster(db::Transaction& tx, const Cluster& cluster);
// Of the area and all areas below it, the newest first.
std::vector<Cluster> list_clusters(db::Transaction& tx, const std::vector<std::string>& areas,
                                   std::string_view state, int most);

struct SpotRow {
  Spot spot;
  std::string area;
  std::string theme;
  std::optional<Instant> invited_at = std::nullopt;
};
// Nobody else places a signal of this theme in this area until this transaction ends.
void hold_ground(db::Transaction& tx, std::string_view area, std::string_view theme);
// Adds the signal, or moves it to another area or theme; the cluster it belongs to stays.
void save_spot(db::Transaction& tx, const SpotRow& row);
std::optional<SpotRow> find_spot(db::Transaction& tx, ItemId item);
void remove_spot(db::Transaction& tx, ItemId item);
// Same area and theme, within `around` squares and so many days: what may count with it. Without those of
// clusters that were dismissed. In order of number, the newest `most`.
std::vector<Spot> spots_around(db::Transaction& tx, const SpotRow& row, int around, int days, int most);
std::vector<SpotRow> spots_of(db::Transaction& tx, ClusterId cluster, int most);
std::int64_t count_spots(db::Transaction& tx, ClusterId cluster);
void set_cluster(db::Transaction& tx, ItemId item, std::optional<ClusterId> cluster);
void move_spots(db::Transaction& tx, ClusterId from, ClusterId to);
std::vector<ItemId> not_invited(db::Transaction& tx, ClusterId cluster, int most);
void set_invited(db::Transaction& tx, ItemId item, Instant now);

}  // namespace wijktafel::clusters::store
