#include "capabilities/walks/reads/walk_page.hpp"

#include "capabilities/accounts/accounts.hpp"
#include "capabilities/organisations/organisations.hpp"
#include "capabilities/themes/themes.hpp"
#include "capabilities/walks/opened_walk.hpp"
#include "capabilities/walks/store.hpp"

namespace wijktafel::walks {
namespace {

bool is_still_open(const ShownPoint& shown) {
  if (shown.commitment) return shown.commitment->item.is_open;
  if (shown.signal) return shown.signal->is_open;
  return !shown.point.is_settled;
}

class Points {
 public:
  Points(const web::Call& call, db::Transaction& tx, ItemId walk)
      : call_(call), tx_(tx), photos_(store::photos_of_walk(tx, walk)), points_(store::points_of(tx, walk)) {
    std::vector<ItemId> ids;
    for (const auto& point : points_)
      if (point.commitment) ids.push_back(*point.commitment);
    for (auto& one : goals::find_commitments(tx, ids, call.today))
      commitments_.emplace(one.item.id, std::move(one));
  }

  // Without those about a signal or a promise that this person may not see.
  std::vector<ShownPoint> shown() {
    std::vector<ShownPoint> all;
    for (auto& point : points_)
      if (auto one = shown(std::move(point))) all.push_back(std::move(*one));
    return all;
  }

 private:
  std::optional<ShownPoint> shown(Point point) {
    ShownPoint shown{.point = std::move(point), .theme = {}};
    if (shown.point.signal) {
      shown.signal = items::find_visible(call_, tx_, *shown.point.signal);
      if (!shown.signal) return std::nullopt;
    }
    if (shown.point.commitment) {
      const auto found = commitments_.find(*shown.point.commitment);
      if (found == commitments_.end()) return std::nullopt;
      shown.commitment = found->second;
      shown.promiser = organisations::name_of(tx_, found->second.promiser);
    }
    shown.theme = themes::name_of(tx_, shown.point.theme, call_.language);
    if (const auto found = photos_.find(shown.point.id); found != photos_.end()) shown.photos = found->second;
    shown.is_open = is_still_open(shown);
    return shown;
  }

  const web::Call& call_;
  db::Transaction& tx_;
  std::map<PointId, std::vector<Photo>> photos_;
  std::vector<Point> points_;
  std::map<ItemId, goals::CommitmentSummary> commitments_;
};

void add_participants(db::Transaction& tx, WalkPage& page) {
  for (const auto& one : store::participants_of(tx, page.item.id))
    page.participants.push_back(
        {one.person ? accounts::name_of(tx, *one.person) : std::string(),
         one.organisation ? organisations::name_of(tx, *one.organisation) : std::string()});
}

void add_last_walk(const web::Call& call, db::Transaction& tx, WalkPage& page) {
  const auto last = store::last_done_before(tx, page.walk.area, page.walk.begins_at);
  if (!last) return;
  page.last_walk = items::find(tx, last->item);
  for (auto& point : Points(call, tx, last->item).shown())
    if (point.is_open) page.still_open.push_back(std::move(point));
}

}  // namespace

std::optional<WalkPage> find_walk_page(const web::Call& call, db::Transaction& tx, ItemId id) {
  auto item = items::find_visible(call, tx, id);
  if (!item || item->kind != item_kind || item->area != call.area->key) return std::nullopt;
  auto walk = store::find_walk(tx, id);
  if (!walk) return std::nullopt;
  WalkPage page{.item = std::move(*item), .walk = std::move(*walk)};
  page.stops = store::stops_of(tx, id);
  page.walks_along = walks_along(tx, call.actor, id);
  add_participants(tx, page);
  page.shows_points = page.item.status == "done" || page.walks_along || call.may("walks.plan");
  if (page.shows_points) {
    page.points = Points(call, tx, id).shown();
    page.hidden_points =
        static_cast<int>(store::points_of(tx, id).size()) - static_cast<int>(page.points.size());
  }
  if (page.item.is_open) add_last_walk(call, tx, page);
  if (page.item.status == "cancelled")
    for (const auto& step : items::history(call, tx, id))
      if (!step.quote.empty()) page.why_cancelled = step.quote;
  return page;
}

}  // namespace wijktafel::walks
