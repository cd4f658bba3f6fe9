// Days to an answer: how they are counted, and what may be shown of their median (base/median.hpp). Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/median.hpp"
#include "base/time.hpp"

namespace wijktafel::safety_net {

// A number is shown from so many answers on.
inline constexpr std::int64_t shown_from = 5;

// Working days after `from` up to and including `to`; 0 on the same day or before it.
int working_days_between(Date from, Date to);

// Who waits for whoever told it: typed in free words, so it is looked for as a word: "de melder", "melder
// (foto)".
bool is_the_reporter(std::string_view for_whom);

// Which of these rows may be shown when their total is shown too. A row under five is not; and when what is
// left out could be found by taking the rest from the total, the smallest of the others goes with it.
std::vector<bool> may_be_shown(const std::vector<std::int64_t>& rows);

}  // namespace wijktafel::safety_net
