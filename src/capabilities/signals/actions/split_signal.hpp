// One signal tells of several things: it becomes two to five, each with its own text. The reporter stays with
// the first and hears of all, because the others came from it.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "capabilities/signals/refusals.hpp"
#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals {

inline constexpr std::size_t parts_least = 2;
inline constexpr std::size_t parts_most = 5;

struct SplitSignal {
  std::vector<std::string> parts;  // two to five, none empty; the first is what this signal keeps
  // For each photo of the signal, in order, the part that shows it (0: the first); what is not said stays.
  std::vector<std::size_t> photos = {};
  std::optional<std::int64_t> version = std::nullopt;
};

using SplitRefusal = std::variant<NoSuchSignal, NotPossibleNow, ChangedMeanwhile>;

// Gives the numbers of the new ones. `area`: of the signal.
Result<std::vector<ItemId>, SplitRefusal> split_signal(db::Transaction& tx, Instant now, const Actor& actor,
                                                       const web::AreaRef& area, ItemId id,
                                                       const SplitSignal& form);

}  // namespace wijktafel::signals
