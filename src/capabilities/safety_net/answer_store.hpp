// All SQL about how long answers take.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "capabilities/safety_net/model/medians.hpp"
#include "capabilities/safety_net/safety_net.hpp"

namespace wijktafel::safety_net::store {

struct Answer {
  ItemId item{};
  OrganisationId organisation{};
  std::string theme;
  std::string month;  // "2026-11"
  std::int64_t days = 0;
  bool is_counted = true;  // what is not for everyone is in no number
};
// Of this signal the first one only.
void count_answer(db::Transaction& tx, const Answer& answer);
// Takes an answer that was counted out of the numbers, or puts it back; where it is so already, or none was
// given, nothing changes.
void set_counted(db::Transaction& tx, ItemId item, bool is_counted);
// By theme, of the months from `from` on.
std::map<std::string, Counts> counts_of(db::Transaction& tx, OrganisationId organisation,
                                        std::string_view from_month);

// Working days that this signal waited for its reporter, up to `today`.
int waited_days(db::Transaction& tx, ItemId item, Date today);
void begin_wait(db::Transaction& tx, ItemId item, Date since);  // that it waits already changes nothing
void end_wait(db::Transaction& tx, ItemId item, Date today);

}  // namespace wijktafel::safety_net::store
