// A view as JSON text, for the API: members by their names, an empty optional is null, SafeHtml is left out.
#pragma once

#include <functional>
#include <string>

#include "platform/html/view.hpp"

namespace wijktafel::html {

std::string json_from(const std::function<void(Sink&)>& pour_view);

template <Described View>
std::string json_of(const View& view) {
  return json_from([&](Sink& sink) { pour(view, sink); });
}

}  // namespace wijktafel::html
