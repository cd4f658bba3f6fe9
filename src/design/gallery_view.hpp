// What /design shows.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "platform/html/safe_html.hpp"

namespace wijktafel::design {

struct GalleryComponent {
  std::string name;  // "status_badge"
  std::string url;   // its own page
  html::SafeHtml markup;
  std::string example;  // as it stands in status_badge.example.json
};
BOOST_DESCRIBE_STRUCT(GalleryComponent, (), (name, url, markup, example))

struct GalleryView {
  static constexpr std::string_view component = "design/gallery";
  std::optional<std::string> all_url;  // on the page of one component
  std::vector<GalleryComponent> components;
};
BOOST_DESCRIBE_STRUCT(GalleryView, (), (all_url, components))

}  // namespace wijktafel::design
