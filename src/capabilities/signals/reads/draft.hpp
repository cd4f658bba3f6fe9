// The report that this browser is writing.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "capabilities/signals/draft.hpp"

namespace wijktafel::signals {

struct WholeDraft {
  Draft draft;
  std::vector<DraftPhoto> photos;
};
// Nothing without a secret, for an unknown one and after draft_lifetime.
std::optional<WholeDraft> find_draft(db::Transaction& tx, Instant now, std::string_view token);

// What the receipt shows, for receipt_lifetime after sending.
struct Receipt {
  ItemId item{};
  std::optional<Date> next_date;
  bool is_reachable = false;  // by mail or telephone
  bool is_mailed = false;
  bool is_public = false;
  bool is_held = false;  // a moderator looks first
};
std::optional<Receipt> find_receipt(db::Transaction& tx, Instant now, std::string_view token);

}  // namespace wijktafel::signals
