#include "capabilities/signals/reads/signal_lists.hpp"

#include <map>

#include "capabilities/organisations/organisations.hpp"
#include "capabilities/signals/pickup_store.hpp"
#include "capabilities/signals/store.hpp"
#include "capabilities/signals/support_store.hpp"

namespace wijktafel::signals {
namespace {

// Names that return on every row are asked for once.
class HolderNames {
 public:
  explicit HolderNames(db::Transaction& tx) : tx_(tx) {}
  std::string of(const items::Item& item) {
    if (!item.holder) return {};
    const auto [found, is_new] = names_.try_emplace(*item.holder);
    if (is_new) found->second = organisations::name_of(tx_, *item.holder);
    return found->second;
  }

 private:
  db::Transaction& tx_;
  std::map<OrganisationId, std::string> names_;
};

ListedSignal listed(db::Transaction& tx, HolderNames& names, items::Item item, Kind kind) {
  std::string holder = names.of(item);
  const auto gaps = items::gaps_of(tx, item.id);
  const auto supporters = store::count_supporters(tx, item.id);
  return {std::move(item), kind, std::move(holder), gaps.empty() ? "" : gaps.front().gap, supporters};
}

// A filter on kind is not one that items know: rows are read on until a page is full. The bound keeps a rare
// kind from reading a whole archive; what lies further is on the next page.
constexpr int most_rounds = 5;

std::optional<Ending> ending_in_list(db::Transaction& tx, const items::Item& item) {
  const auto status = status_of(item.status);
  if (item.is_open || !status) return std::nullopt;
  return ending_of(*status, is_solved(*status) && store::was_done_by_neighbours(tx, item.id));
}

}  // namespace

SignalList list_signals(db::Transaction& tx, const web::AreaRef& area, const ListFilter& filter) {
  HolderNames names(tx);
  SignalList list;
  list.open = items::count(tx, area.key, item_kind, items::Domain{}, true);
  auto before = filter.before;
  for (int round = 0; round < most_rounds; ++round) {
    const auto rows = items::list(tx, {.area = area.key,
                                       .kinds = {std::string(item_kind)},
                                       .is_open = filter.ending ? std::optional(false) : filter.is_open,
                                       .domains = filter.domains,
                                       .before = before,
                                       .limit = list_page + 1});
    for (const auto& item : rows) {
      if (list.signals.size() == list_page) {
        list.next = list.signals.back().item.id;
        return list;
      }
      before = item.id;
      const auto row = store::find_signal(tx, item.id);
      if (!row || (filter.kind && row->kind != *filter.kind)) continue;
      const auto ending = ending_in_list(tx, item);
      if (filter.ending && ending != filter.ending) continue;
      list.signals.push_back(listed(tx, names, item, row->kind));
      list.signals.back().ending = ending;
    }
    if (rows.size() <= list_page) return list;
  }
  list.next = before;
  return list;
}

}  // namespace wijktafel::signals
