// A strip came back to a counter, or was read out over the telephone. What it says of the signal itself
// (support, not solved) is done by signals in the same transaction.
#pragma once

#include "base/result.hpp"
#include "capabilities/sheets/model.hpp"
#include "capabilities/sheets/sheets.hpp"

namespace wijktafel::sheets {

struct EnterStrip {
  std::string sending;  // the number of the form: the same form sent again counts once
  ItemId item{};
  bool offers_help = false;
  std::string phone = {};
};

// False when this form was entered before: nothing more is to be done.
bool enter_strip(db::Transaction& tx, Instant now, const identity::Actor& actor, std::string_view area,
                 const EnterStrip& form);

// Somebody called back: the number goes at once.
struct NoSuchOffer {};
Result<void, NoSuchOffer> call_back(db::Transaction& tx, Instant now, std::string_view area,
                                    std::int64_t offer);

// Numbers whose term is over.
void forget_phones(db::Transaction& tx, Instant now);
// The text of the signal was destroyed.
void forget_help_with(db::Transaction& tx, ItemId item);

}  // namespace wijktafel::sheets
