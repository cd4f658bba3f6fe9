// Addresses of the pages of walks: Dutch in the URL, as people read them.
#pragma once

#include <string>

#include "capabilities/walks/records.hpp"

namespace wijktafel::walks {

inline constexpr std::string_view segment = "schouwen";

inline std::string list_path(const web::AreaRef& area) { return area.path + "/" + std::string(segment); }
inline std::string plan_path(const web::AreaRef& area) { return list_path(area) + "/nieuw"; }
inline std::string walk_path(const web::AreaRef& area, ItemId walk, std::string_view step = {}) {
  return list_path(area) + "/" + std::to_string(raw(walk)) + (step.empty() ? "" : "/" + std::string(step));
}
inline std::string point_anchor(int number) { return "punt-" + std::to_string(number); }
inline std::string point_path(const web::AreaRef& area, ItemId walk, int number, std::string_view step) {
  return walk_path(area, walk, "punten/") + std::to_string(number) + "/" + std::string(step);
}
inline std::string photo_path(const web::AreaRef& area, ItemId walk, PhotoId photo,
                              std::string_view step = {}) {
  return walk_path(area, walk, "foto/") + std::to_string(raw(photo)) +
         (step.empty() ? "" : "/" + std::string(step));
}

}  // namespace wijktafel::walks
