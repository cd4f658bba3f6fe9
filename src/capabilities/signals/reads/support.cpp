#include "capabilities/signals/reads/support.hpp"

#include "capabilities/signals/likeness.hpp"
#include "capabilities/signals/store.hpp"
#include "capabilities/signals/support_store.hpp"

namespace wijktafel::signals {

Support support_of(db::Transaction& tx, ItemId id) {
  const auto item = items::find(tx, id);
  const auto row = store::find_signal(tx, id);
  if (!item || !row) return {};
  return {.supporters = store::count_supporters(tx, id),
          .can_be_supported =
              item->is_open && row->kind != Kind::compliment && may_be_likened(*item, row->is_held)};
}

}  // namespace wijktafel::signals
