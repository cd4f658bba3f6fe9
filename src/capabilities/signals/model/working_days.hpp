// Working days as Dutch law counts them: not Saturday, not Sunday, not a day of article 3 of the Algemene
// termijnenwet (New Year, Good Friday, Easter Monday, King's Day, 5 May, Ascension Day, Whit Monday, 25 and
// 26 December).
#pragma once

#include "base/time.hpp"

namespace wijktafel::signals {

Date easter_sunday(std::chrono::year year);
bool is_public_holiday(Date date);
bool is_working_day(Date date);
// The count-th working day after `from`; the day itself does not count. `count` is at least 0; 0 gives
// `from`.
Date working_days_after(Date from, int count);

}  // namespace wijktafel::signals
