// All SQL of sheets.
#pragma once

#include "capabilities/sheets/sheets.hpp"

namespace wijktafel::sheets::store {

enum class HelpId : std::int64_t {};
struct Help {
  HelpId id{};
  ItemId item{};
  std::string phone;  // "" when none was given, or it was forgotten
  Instant offered_at{};
};

// False when this form was entered before.
bool insert_entry(db::Transaction& tx, Instant now, std::string_view sending, ItemId item);
HelpId insert_help(db::Transaction& tx, Instant now, std::string_view area, ItemId item,
                   std::string_view phone);
// Of whom nobody called back yet, newest first.
std::vector<Help> waiting_help(db::Transaction& tx, std::string_view area, int limit);
std::int64_t count_waiting(db::Transaction& tx, std::string_view area);
// The phone number goes at once.
bool set_called(db::Transaction& tx, Instant now, std::string_view area, HelpId id);
std::int64_t forget_phones_before(db::Transaction& tx, Instant before);
void remove_help_with(db::Transaction& tx, ItemId item);

}  // namespace wijktafel::sheets::store
