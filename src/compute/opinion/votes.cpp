#include "compute/opinion/votes.hpp"

#include <algorithm>
#include <utility>

#include "base/result.hpp"

namespace wijktafel::opinion {
namespace {

bool is_number(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::string_view without_zeros(std::string_view number) {
  const auto first = number.find_first_not_of('0');
  return first == std::string_view::npos ? std::string_view() : number.substr(first);
}

}  // namespace

Votes::Votes(std::vector<std::string> people, std::vector<std::string> statements,
             std::span<const CastVote> cast)
    : people_(std::move(people)), statements_(std::move(statements)) {
  // Rows by counting, so that a log of millions is not sorted as a whole.
  std::vector<std::size_t> begins(people_.size() + 1, 0);
  for (const auto& vote : cast) {
    WIJKTAFEL_ASSERT(vote.person < people_.size() && vote.statement < statements_.size(),
                     "a vote of somebody on something that the table has");
    ++begins[vote.person + 1];
  }
  for (std::size_t person = 0; person < people_.size(); ++person) begins[person + 1] += begins[person];
  std::vector<std::uint32_t> order(cast.size());
  auto next = begins;
  for (std::size_t i = 0; i < cast.size(); ++i) order[next[cast[i].person]++] = static_cast<std::uint32_t>(i);

  begins_.assign(people_.size() + 1, 0);
  cells_.reserve(cast.size());
  const auto earlier = [&](std::uint32_t one, std::uint32_t other) {
    if (cast[one].statement != cast[other].statement) return cast[one].statement < cast[other].statement;
    return cast[one].time != cast[other].time ? cast[one].time < cast[other].time : one < other;
  };
  for (std::size_t person = 0; person < people_.size(); ++person) {
    const auto row = std::span(order).subspan(begins[person], begins[person + 1] - begins[person]);
    if (!std::ranges::is_sorted(row, earlier)) std::ranges::sort(row, earlier);
    for (std::size_t i = 0; i < row.size(); ++i) {
      const auto& vote = cast[row[i]];
      if (i + 1 < row.size() && cast[row[i + 1]].statement == vote.statement) continue;  // voted again later
      cells_.emplace_back(vote.statement, vote.vote);
    }
    begins_[person + 1] = cells_.size();
  }
}

bool comes_before(std::string_view one, std::string_view other) {
  const bool numbers[] = {is_number(one), is_number(other)};
  if (numbers[0] != numbers[1]) return numbers[0];
  if (!numbers[0]) return one < other;
  const auto a = without_zeros(one);
  const auto b = without_zeros(other);
  if (a.size() != b.size()) return a.size() < b.size();
  if (a != b) return a < b;
  return one.size() < other.size();  // 7 before 07
}

}  // namespace wijktafel::opinion
