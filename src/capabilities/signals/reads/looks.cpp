#include "capabilities/signals/reads/looks.hpp"

#include "capabilities/accounts/accounts.hpp"
#include "capabilities/signals/confidence_store.hpp"

namespace wijktafel::signals {
namespace {

constexpr int looks_of_page = 20;

}  // namespace

LookList list_looks(db::Transaction& tx, std::optional<ItemId> item, std::optional<std::int64_t> before) {
  LookList list;
  for (const auto& look : store::looks(tx, item, before, looks_of_page + 1)) {
    if (list.lines.size() == looks_of_page) {
      list.has_older = true;
      break;
    }
    const auto about = items::find(tx, look.item);
    list.lines.push_back({.id = look.id,
                          .item = look.item,
                          .area = about ? about->area : std::string(),
                          .person = look.person ? accounts::name_of(tx, *look.person) : std::string(),
                          .what = look.what,
                          .at = look.looked_at});
  }
  return list;
}

std::optional<std::string> confidential_because(db::Transaction& tx, ItemId item) {
  const auto said = store::find_confidence(tx, item);
  if (!said || !said->is_confidential || said->reason.empty()) return std::nullopt;
  return said->reason;
}

}  // namespace wijktafel::signals
