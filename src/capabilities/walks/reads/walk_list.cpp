#include "capabilities/walks/reads/walk_list.hpp"

#include "capabilities/walks/store.hpp"

namespace wijktafel::walks {
namespace {

constexpr int page_size = 20;

std::vector<ListedWalk> listed_walks(db::Transaction& tx, const std::vector<Walk>& walks) {
  std::vector<ItemId> ids;
  for (const auto& walk : walks) ids.push_back(walk.item);
  auto found = items::find_all(tx, ids);
  std::vector<ListedWalk> all;
  for (const auto& walk : walks)
    if (auto item = found.find(walk.item); item != found.end())
      all.push_back({std::move(item->second), walk, store::last_number(tx, walk.item)});
  return all;
}

}  // namespace

WalkList list_walks(db::Transaction& tx, std::string_view area, const std::optional<ItemId>& before) {
  const auto from = before ? store::find_walk(tx, *before) : std::nullopt;
  auto past = store::past_walks(tx, area, from, page_size + 1);
  WalkList list;
  if (past.size() > page_size) {
    past.pop_back();
    list.older_than = past.back().item;
  }
  if (!from) list.coming = listed_walks(tx, store::coming_walks(tx, area, page_size));
  list.past = listed_walks(tx, past);
  return list;
}

}  // namespace wijktafel::walks
