#include "capabilities/safety_net/model/medians.hpp"

#include <optional>

#include "base/text.hpp"
#include "capabilities/signals/signals.hpp"

namespace wijktafel::safety_net {

int working_days_between(Date from, Date to) {
  int days = 0;
  for (Date date = from; date < to;) {
    date = plus_days(date, 1);
    if (signals::is_working_day(date)) ++days;
  }
  return days;
}

bool is_the_reporter(std::string_view for_whom) {
  std::string word;
  const auto is_one = [&] { return word == "melder" || word == "reporter"; };
  for (const char letter : lower_ascii(for_whom)) {
    if (letter >= 'a' && letter <= 'z') {
      word += letter;
      continue;
    }
    if (is_one()) return true;
    word.clear();
  }
  return is_one();
}

std::vector<bool> may_be_shown(const std::vector<std::int64_t>& rows) {
  std::vector<bool> shown;
  std::int64_t hidden = 0;
  std::int64_t hidden_rows = 0;
  for (const auto number : rows) {
    shown.push_back(number >= shown_from);
    if (shown.back()) continue;
    hidden += number;
    if (number > 0) ++hidden_rows;
  }
  while (hidden_rows > 0 && (hidden_rows < 2 || hidden < shown_from)) {
    std::optional<std::size_t> smallest;
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (shown[i] && (!smallest || rows[i] < rows[*smallest])) smallest = i;
    if (!smallest) break;
    shown[*smallest] = false;
    hidden += rows[*smallest];
    ++hidden_rows;
  }
  return shown;
}

}  // namespace wijktafel::safety_net
