// A worry about a person does not stay here: the text is destroyed at once. What is left is that, when and to
// what kind of care it was handed over, for coordinators and
// whoever told it.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "capabilities/signals/refusals.hpp"
#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals {

using ReferRefusal = std::variant<NoSuchSignal, NotPossibleNow>;

// `care`: one of care_kinds(). `new_title`: what stands where the title was. Gives the keys of photos that
// nothing uses any more: to be removed once this is committed. No version is asked: this must not wait for
// anybody else's change.
Result<std::vector<std::string>, ReferRefusal> refer_signal(db::Transaction& tx, Instant now,
                                                            const Actor& actor, ItemId id,
                                                            const std::string& care,
                                                            std::string_view new_title);

// After a restore, from the list of erasures: a signal that was not referred yet in the backup. The same
// photos are given.
std::vector<std::string> refer_again(db::Transaction& tx, Instant now, ItemId id, std::string_view new_title);

}  // namespace wijktafel::signals
