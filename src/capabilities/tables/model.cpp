#include "capabilities/tables/model.hpp"

#include <algorithm>
#include <charconv>

#include "base/text.hpp"

namespace wijktafel::tables {

bool meeting_may_become(std::string_view from, std::string_view to) {
  if (from == "planned") return to == "under_way" || to == "held" || to == "cancelled";
  if (from == "under_way") return to == "held";
  return false;
}

Phase phase_of(std::string_view status, Instant begins_at, Instant now) {
  if (status == "held") return Phase::held;
  if (status == "cancelled") return Phase::cancelled;
  if (now >= begins_at + longest_meeting) return Phase::not_closed;
  if (status == "under_way" || now >= begins_at) return Phase::now;
  return Phase::coming;
}

std::optional<Instant> next_phase_at(std::string_view status, Instant begins_at, Instant now) {
  switch (phase_of(status, begins_at, now)) {
    case Phase::coming: return begins_at;
    case Phase::now: return begins_at + longest_meeting;
    case Phase::not_closed:
    case Phase::held:
    case Phase::cancelled: break;
  }
  return std::nullopt;
}

bool is_carried(const Votes& votes) { return votes.in_favour > votes.against; }

int present(const Votes& votes) { return votes.in_favour + votes.against + votes.abstain; }

bool meets_quorum(const Votes& votes, int quorum) { return present(votes) >= quorum; }

std::optional<TimeOfDay> parse_time_of_day(std::string_view typed) {
  const auto parts = split(typed, typed.find(':') == std::string_view::npos ? '.' : ':');
  if (parts.size() < 2 || parts.size() > 3) return std::nullopt;
  int numbers[3] = {};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto part = parts[i];
    const bool digits = std::ranges::all_of(part, [](char c) { return c >= '0' && c <= '9'; });
    if (!digits || part.empty() || part.size() > 2 || (i > 0 && part.size() != 2)) return std::nullopt;
    std::from_chars(part.data(), part.data() + part.size(), numbers[i]);
  }
  if (numbers[0] > 23 || numbers[1] > 59 || numbers[2] > 59) return std::nullopt;
  return TimeOfDay{numbers[0], numbers[1]};
}

}  // namespace wijktafel::tables
