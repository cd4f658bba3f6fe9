#include "compute/sortition/turns.hpp"

#include <algorithm>
#include <numeric>

#include "base/result.hpp"

namespace wijktafel::sortition {

namespace {

using Units = std::int64_t;

class Claims {
 public:
  Claims(std::uint32_t people, std::span<const Units> seats, std::span<const Units> lasts)
      : claims_(people), served_(people), order_(people), room_(people + 1) {
    Units total = 0;
    for (std::size_t j = 0; j < seats.size(); ++j) {
      total += seats[j] * lasts[j];
      count_room(seats[j], lasts[j], 1);
    }
    const auto each = total / people, over = total % people;
    for (std::uint32_t i = 0; i < people; ++i) claims_[i] = each + (static_cast<Units>(i) < over ? 1 : 0);
    std::iota(order_.begin(), order_.end(), 0u);
  }

  // How long each sits in this period; the sum is seats * lasts.
  const std::vector<Units>& serve(Units seats, Units lasts) {
    count_room(seats, lasts, -1);
    std::ranges::stable_sort(order_, [&](auto a, auto b) { return claims_[a] > claims_[b]; });
    if (!serve_whole(seats, lasts)) serve_level(seats, lasts);
    for (std::size_t i = 0; i < claims_.size(); ++i) claims_[i] -= served_[i];
    return served_;
  }

 private:
  // room_[m]: how long m people can sit in all in the periods to come.
  void count_room(Units seats, Units lasts, Units sign) {
    for (std::size_t m = 0; m < room_.size(); ++m)
      room_[m] += sign * lasts * std::min(seats, static_cast<Units>(m));
  }

  // The longest claims sit all the time, if what is left can still be met: no m people may have claims
  // beyond the room for m (Gale, Ryser).
  bool serve_whole(Units seats, Units lasts) {
    std::ranges::fill(served_, 0);
    for (std::size_t k = 0; k < static_cast<std::size_t>(seats); ++k) served_[order_[k]] = lasts;
    std::vector<Units> left(claims_.size());
    for (std::size_t i = 0; i < left.size(); ++i) left[i] = claims_[i] - served_[i];
    std::ranges::sort(left, std::greater{});
    if (left.back() < 0) return false;
    Units sum = 0;
    for (std::size_t m = 0; m < left.size(); ++m) {
      sum += left[m];
      if (sum > room_[m + 1]) return false;
    }
    return true;
  }

  Units sum_above(Units level, Units lasts) const {
    Units sum = 0;
    for (const auto claim : claims_) sum += std::clamp<Units>(claim - level, 0, lasts);
    return sum;
  }

  // What is left becomes as equal as it can, which can be met whenever anything can.
  void serve_level(Units seats, Units lasts) {
    Units low = -lasts, high = claims_[order_.front()];  // sum_above(low) >= seats * lasts > sum_above(high)
    if (seats == 0) low = high;
    while (high - low > 1) {
      const auto middle = low + (high - low) / 2;
      (sum_above(middle, lasts) >= seats * lasts ? low : high) = middle;
    }
    auto over = sum_above(low, lasts) - seats * lasts;
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      served_[i] = std::clamp<Units>(claims_[i] - low, 0, lasts);
      if (over == 0 || served_[i] == std::clamp<Units>(claims_[i] - low - 1, 0, lasts)) continue;
      --served_[i];
      --over;
    }
  }

  std::vector<Units> claims_, served_;
  std::vector<std::uint32_t> order_;
  std::vector<Units> room_;
};

// Lays the parts on seats one after the other; who reaches the end of a seat goes on at the beginning of the
// next, and never sits twice at once, because nobody's part is longer than the period.
std::vector<Turn> wrap(std::span<const Units> served, Units seats, Units lasts) {
  struct Part {
    std::uint32_t member;
    Units begin, end;
  };
  std::vector<Part> parts;
  std::vector<Units> begins{0};
  Units at = 0;
  for (const bool whole_period : {true, false})
    for (std::uint32_t i = 0; i < served.size(); ++i) {
      if (served[i] == 0 || (served[i] == lasts) != whole_period) continue;
      const auto begin = at % lasts, end = begin + served[i];
      parts.push_back({i, begin, std::min(end, lasts)});
      if (end > lasts) parts.push_back({i, 0, end - lasts});
      begins.push_back(end % lasts);
      at += served[i];
    }
  WIJKTAFEL_ASSERT(at == seats * lasts, "the parts fill the seats");
  std::ranges::sort(begins);
  begins.erase(std::ranges::unique(begins).begin(), begins.end());
  std::vector<Turn> turns;
  for (const auto begin : begins) {
    auto& turn = turns.emplace_back(Turn{.begin = begin, .members = {}});
    for (const auto& part : parts)
      if (part.begin <= begin && begin < part.end) turn.members.push_back(part.member);
    std::ranges::sort(turn.members);
    WIJKTAFEL_ASSERT(static_cast<Units>(turn.members.size()) == seats, "every seat is taken once");
  }
  return turns;
}

}  // namespace

std::vector<std::vector<Turn>> take_turns(std::uint32_t people, std::span<const std::int64_t> seats,
                                          std::span<const std::int64_t> lasts) {
  std::vector<std::vector<Turn>> turns(seats.size());
  Claims claims(people, seats, lasts);
  std::vector<std::size_t> order(seats.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  // Long periods first: what must be divided in the end is then short.
  std::ranges::stable_sort(order, [&](auto a, auto b) { return lasts[a] > lasts[b]; });
  for (const auto j : order) turns[j] = wrap(claims.serve(seats[j], lasts[j]), seats[j], lasts[j]);
  return turns;
}

}  // namespace wijktafel::sortition
