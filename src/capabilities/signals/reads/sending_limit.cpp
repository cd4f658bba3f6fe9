#include "capabilities/signals/reads/sending_limit.hpp"

#include <algorithm>

#include "capabilities/signals/sending_store.hpp"

namespace wijktafel::signals {

std::optional<TooManySent> find_sending_limit(db::Transaction& tx, Instant now, const Sender& sender) {
  std::optional<Instant> again_at;
  for (const auto& before :
       {store::sent_so_many_ago_by_device(tx, sender.device_hash, sent_per_device),
        sender.network.empty() ? std::nullopt
                               : store::sent_so_many_ago_by_network(tx, sender.network, sent_per_network)})
    if (before && *before + sent_window > now)
      again_at = std::max(again_at.value_or(now), *before + sent_window);
  if (!again_at) return std::nullopt;
  return TooManySent{.again_at = *again_at};
}

}  // namespace wijktafel::signals
