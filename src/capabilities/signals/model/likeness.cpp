#include "capabilities/signals/model/likeness.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/text.hpp"
#include "platform/search/dutch_stems.hpp"

namespace wijktafel::signals {
namespace {

// Degrees of a square: 0.0019 of latitude is 211 m; 0.0032 of longitude is 221 m at 51.7 and 213 m at 53.5
// degrees north, so both are wider than near_m everywhere in the Netherlands.
constexpr double cell_latitude = 0.0019;
constexpr double cell_longitude = 0.0032;

// What each of the four may add. Text first: two problems on one corner are two problems. Distance decides
// between two reports of the same words; time and theme only tip the scale.
constexpr double text_weight = 0.55;
constexpr double distance_weight = 0.25;
constexpr double time_weight = 0.10;
constexpr double theme_weight = 0.10;
// Below this the texts have too little in common, whatever the rest says.
constexpr double text_least = 0.3;
// When one of the two has no place: not near, not far.
constexpr double distance_unknown = 0.3;
constexpr double theme_unknown = 0.5;
// A person presses the map beside the thing: within this it is the same spot.
constexpr double same_spot_m = 20;
constexpr double fresh_days = 14;
constexpr double old_days = 365;

// The share of words in common: for sets of a and b words the cosine, shared / sqrt(a * b), so that a long
// story does not win by its length and a short one ("lantaarn kapot") is not lost in it.
double text_likeness(const std::vector<std::string>& told, const std::vector<std::string>& before) {
  if (told.empty() || before.empty()) return 0;
  double shared = 0;
  for (const auto& stem : told) {
    double best = 0;
    for (const auto& other : before) {
      best = std::max(best, search::likeness(stem, other));
      if (best == 1) break;
    }
    shared += best;
  }
  const auto size = static_cast<double>(told.size()) * static_cast<double>(before.size());
  return std::min(1.0, shared / std::sqrt(size));
}

double falling(double value, double full_until, double none_from) {
  return std::clamp((none_from - value) / (none_from - full_until), 0.0, 1.0);
}

// Metres over distances this short: the earth is flat.
double metres_between(geo::Point from, geo::Point to) {
  constexpr double metres_in_degree = 111'320;
  const double north = (to.latitude - from.latitude) * metres_in_degree;
  const double east =
      (to.longitude - from.longitude) * metres_in_degree * std::cos(from.latitude * std::numbers::pi / 180);
  return std::hypot(north, east);
}

double distance_likeness(const Likened& told, const Likened& before) {
  if (!told.place || !before.place) return distance_unknown;
  return falling(metres_between(*told.place, *before.place), same_spot_m, near_m);
}

double theme_likeness(const Likened& told, const Likened& before) {
  if (told.theme.empty() || before.theme.empty()) return theme_unknown;
  return told.theme == before.theme ? 1 : 0;
}

double time_likeness(const Likened& told, const Likened& before) {
  const std::chrono::duration<double, std::ratio<86400>> apart = told.reported_at - before.reported_at;
  return falling(std::abs(apart.count()), fresh_days, old_days);
}

std::string cell(double row, double column) {
  return std::to_string(static_cast<long>(row)) + ":" + std::to_string(static_cast<long>(column));
}

}  // namespace

double likeness_of(const Likened& told, const Likened& before) {
  const double text = text_likeness(told.stems, before.stems);
  if (text < text_least) return 0;
  const double distance = distance_likeness(told, before);
  if (distance == 0) return 0;
  return text_weight * text + distance_weight * distance + time_weight * time_likeness(told, before) +
         theme_weight * theme_likeness(told, before);
}

std::string cell_of(geo::Point place) {
  return cell(std::floor(place.latitude / cell_latitude), std::floor(place.longitude / cell_longitude));
}

std::vector<std::string> cells_around(geo::Point place) {
  std::vector<std::string> cells;
  for (const int north : {0, -1, 1})
    for (const int east : {0, -1, 1})
      cells.push_back(cell(std::floor(place.latitude / cell_latitude) + north,
                           std::floor(place.longitude / cell_longitude) + east));
  return cells;
}

std::string cell_without_place(std::string_view area) { return "area:" + std::string(area); }

std::string joined(const std::vector<std::string>& stems) {
  std::string all;
  for (const auto& stem : stems) all += (all.empty() ? "" : " ") + stem;
  return all;
}

std::vector<std::string> stems_in(std::string_view joined) {
  std::vector<std::string> stems;
  if (joined.empty()) return stems;
  for (const auto stem : split(joined, ' ')) stems.emplace_back(stem);
  return stems;
}

}  // namespace wijktafel::signals
