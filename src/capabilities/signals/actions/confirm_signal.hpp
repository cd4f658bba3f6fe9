// "Is het opgelost?": the word of the reporter closes the chain or opens it again.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "capabilities/signals/refusals.hpp"
#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals {

// Of whoever told it, or of a neighbour.
enum class Verdict { solved, not_solved, neighbour_says_not_solved };

using ConfirmRefusal = std::variant<NoSuchSignal, NotPossibleNow>;

// `what_is_left`: with not_solved, what is still the matter; may be empty.
Result<void, ConfirmRefusal> confirm_signal(db::Transaction& tx, Instant now, const Actor& actor, ItemId id,
                                            Verdict verdict, std::string_view what_is_left = {});
// The item of a follow link, by its secret.
std::optional<ItemId> find_followed(db::Transaction& tx, std::string_view follow_token);

// Nobody answered for confirm_days: "niet bevestigd". Gives how many.
int record_silence(db::Transaction& tx, Instant now, int most);

}  // namespace wijktafel::signals
