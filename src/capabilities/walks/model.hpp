// The rules of a walk, without a database.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"

namespace wijktafel::walks {

// What a walk looks at. Words: walks.theme.<theme>.
inline constexpr std::string_view themes[] = {"general", "safety", "accessibility", "children"};
// What a point is: something falls short, or something could be better.
inline constexpr std::string_view point_kinds[] = {"shortfall", "chance"};
// What was agreed about a point when it was written down.
inline constexpr std::string_view next_steps[] = {"promise", "signal", "both", "note"};

inline constexpr std::size_t words_most = 200;  // meeting place, a stop, where a point is
inline constexpr std::size_t text_most = 1000;
inline constexpr std::size_t title_most = 120;
inline constexpr int stops_most = 30;
inline constexpr int points_most = 100;
// A telephone without a connection sends later: points come in until this many days after the walk.
inline constexpr int days_to_add = 2;

// planned -> walking -> done; planned or walking -> cancelled.
bool may_become(std::string_view from, std::string_view to);
// Whether a point may be added now: under way, or just over.
bool takes_points(std::string_view status, Date walked_on, Date today);
// "19:30" or "19.30"; nothing for anything else.
struct TimeOfDay {
  int hour = 0;
  int minute = 0;
};
std::optional<TimeOfDay> parse_time_of_day(std::string_view typed);
std::vector<std::string> listed(std::span<const std::string_view> words);

}  // namespace wijktafel::walks
