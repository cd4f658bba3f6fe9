// One walk with its route, who walk along and its points, as far as this person may see them.
#pragma once

#include "capabilities/goals/goals.hpp"
#include "capabilities/walks/records.hpp"

namespace wijktafel::walks {

struct ShownPoint {
  Point point;
  std::string theme;  // name in the reader's language, or ""
  std::vector<Photo> photos = {};
  std::optional<items::Item> signal = std::nullopt;
  std::optional<goals::CommitmentSummary> commitment = std::nullopt;
  std::string promiser = {};  // name
  bool is_open = true;        // something is still waited for
};

struct ShownParticipant {
  std::string name;          // "" when the account is gone, or for an organisation as a whole
  std::string organisation;  // name, or ""
};

struct WalkPage {
  items::Item item;
  Walk walk;
  std::vector<Stop> stops = {};
  std::vector<ShownParticipant> participants = {};
  bool walks_along = false;
  bool shows_points = false;  // done, or for who walks along or plans
  std::vector<ShownPoint> points = {};
  int hidden_points = 0;  // about what this person may not see
  // Of the walk before this one, while this one is not over.
  std::optional<items::Item> last_walk = std::nullopt;
  std::vector<ShownPoint> still_open = {};
  std::string why_cancelled = {};
};

// Nothing when there is no such walk in the area of the call.
std::optional<WalkPage> find_walk_page(const web::Call& call, db::Transaction& tx, ItemId id);

}  // namespace wijktafel::walks
