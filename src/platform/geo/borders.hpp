// The areas of a drawing as markup that may be kept: they are the same on every page, only the pins differ.
#pragma once

#include "platform/geo/geometry.hpp"

namespace wijktafel::geo {

class DrawnBorders;
DrawnBorders draw_borders(const Drawing& drawing);

// Made by draw_borders() alone, so that nothing unescaped comes in between. Never changes.
class DrawnBorders {
  explicit DrawnBorders(std::string markup) : markup_(std::move(markup)) {}
  friend DrawnBorders draw_borders(const Drawing& drawing);
  friend html::SafeHtml draw_svg(const Drawing& drawing, const DrawnBorders& borders);

  std::string markup_;
};

// As draw_svg(drawing), with the areas as they were drawn before from the same view, size and areas.
html::SafeHtml draw_svg(const Drawing& drawing, const DrawnBorders& borders);

}  // namespace wijktafel::geo
