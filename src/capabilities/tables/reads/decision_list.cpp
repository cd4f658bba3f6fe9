#include "capabilities/tables/reads/decision_list.hpp"

#include "capabilities/tables/store.hpp"

namespace wijktafel::tables {

ListedDecisions list_decisions(const web::Call& call, db::Transaction& tx, std::optional<ItemId> before) {
  auto found = items::list(tx, {.area = call.area->key,
                                .kinds = {"decision"},
                                .only_public = !call.may("items.see_table"),
                                .before = before,
                                .limit = listed_decisions + 1});
  ListedDecisions list;
  if (found.size() > listed_decisions) {
    found.pop_back();
    list.older_than = found.back().id;
  }
  list.decisions.reserve(found.size());
  for (auto& item : found)
    if (auto decision = store::find_decision(tx, item.id))
      list.decisions.push_back({std::move(item), *std::move(decision)});
  return list;
}

}  // namespace wijktafel::tables
