// How likely it is that two signals are about the same: text, distance, time and theme together. Pure.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"
#include "platform/geo/geometry.hpp"

namespace wijktafel::signals {

// Somebody who sees the same as a signal that was closed longer ago sees something new.
inline constexpr std::chrono::days closed_shown_for{60};
inline constexpr std::size_t likely_most = 3;
inline constexpr double near_m = 200;  // what lies further apart is not the same

struct Likened {
  std::vector<std::string> stems;
  std::optional<geo::Point> place = std::nullopt;
  std::string theme = {};  // "" when nobody knows
  Instant reported_at{};
};

// From 0 to 1; 0 when they cannot be the same.
double likeness_of(const Likened& told, const Likened& before);
// From this on a signal is shown as "lijkt hierop": on one spot with a third of the words in common, or
// without a place and half a year apart with more than half of them.
inline constexpr double likely_from = 0.45;

// The square in which a place lies, of near_m or a little more; and that one with the eight around it:
// whatever lies within near_m of the place is in one of them.
std::string cell_of(geo::Point place);
std::vector<std::string> cells_around(geo::Point place);
std::string cell_without_place(std::string_view area);

// Stems as one text, and back.
std::string joined(const std::vector<std::string>& stems);
std::vector<std::string> stems_in(std::string_view joined);

}  // namespace wijktafel::signals
