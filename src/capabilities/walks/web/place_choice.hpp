// Choosing a place on the drawn map of the area, with and without script, and drawing the route.
#pragma once

#include "capabilities/walks/records.hpp"
#include "design/components/area_map/area_map.hpp"
#include "design/components/point_picker/point_picker.hpp"
#include "platform/web/call.hpp"

namespace wijktafel::walks {

design::PointPicker place_picker(const web::Call& call, std::string_view words,
                                 const std::optional<geo::Point>& chosen);

struct ChosenPlace {
  std::optional<geo::Point> place;
  bool was_pressed = false;  // on the drawing, without script: the form is not finished yet
  bool is_outside = false;   // of the area: shown with its sentence, not kept
};
ChosenPlace chosen_place(const web::Call& call);

// The stops as a line with numbers, and with `points` those of the points instead. Nothing when no place is
// known.
std::optional<design::AreaMap> route_map(const web::Call& call, const std::vector<Stop>& stops,
                                         const std::vector<geo::DrawnPin>& pins, const std::string& title);
// A number for each stop that has a place.
std::vector<geo::DrawnPin> pins_of(const std::vector<Stop>& stops);

}  // namespace wijktafel::walks
