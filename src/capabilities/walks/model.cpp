#include "capabilities/walks/model.hpp"

#include <algorithm>
#include <charconv>

#include "base/text.hpp"

namespace wijktafel::walks {
namespace {

struct Transition {
  std::string_view from;
  std::string_view to;
};
constexpr Transition transitions[] = {
    {"planned", "walking"}, {"walking", "done"}, {"planned", "cancelled"}, {"walking", "cancelled"}};

}  // namespace

bool may_become(std::string_view from, std::string_view to) {
  return std::ranges::any_of(transitions,
                             [&](const Transition& one) { return one.from == from && one.to == to; });
}

bool takes_points(std::string_view status, Date walked_on, Date today) {
  if (status == "walking") return true;
  return status == "done" && days_between(walked_on, today) <= days_to_add;
}

std::optional<TimeOfDay> parse_time_of_day(std::string_view typed) {
  const auto parts = split(typed, typed.find(':') == std::string_view::npos ? '.' : ':');
  if (parts.size() != 2) return std::nullopt;
  int numbers[2] = {};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto* end = parts[i].data() + parts[i].size();
    const auto read = std::from_chars(parts[i].data(), end, numbers[i]);
    if (parts[i].empty() || parts[i].size() > 2 || read.ec != std::errc{} || read.ptr != end)
      return std::nullopt;
  }
  if (numbers[0] < 0 || numbers[0] > 23 || numbers[1] < 0 || numbers[1] > 59) return std::nullopt;
  return TimeOfDay{numbers[0], numbers[1]};
}

std::vector<std::string> listed(std::span<const std::string_view> words) {
  return {words.begin(), words.end()};
}

}  // namespace wijktafel::walks
