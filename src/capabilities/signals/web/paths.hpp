// Addresses of the pages of signals: Dutch in the URL, as people read them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "platform/web/service.hpp"

namespace wijktafel::signals {

inline constexpr std::string_view segment = "signalen";

inline std::string list_path(const web::AreaRef& area) { return area.path + "/" + std::string(segment); }
inline std::string work_path(const web::AreaRef& area) { return list_path(area) + "/werk"; }
inline std::string signal_path(const web::AreaRef& area, std::int64_t number) {
  return list_path(area) + "/" + std::to_string(number);
}
// Of the action with this last segment: "antwoord".
inline std::string action_path(const web::AreaRef& area, std::int64_t number, std::string_view action) {
  return signal_path(area, number) + "/" + std::string(action);
}
inline std::string photo_path(const web::AreaRef& area, std::int64_t number, std::size_t photo) {
  return signal_path(area, number) + "/foto/" + std::to_string(photo);
}

// The three screens and the receipt: "" (what), "waar", "hoe", "klaar".
inline std::string report_path(const web::AreaRef& area, std::string_view step = {}) {
  return list_path(area) + "/nieuw" + (step.empty() ? "" : "/" + std::string(step));
}

// Its folder is what it may see: every page of the municipality.
inline std::string worker_path(const web::Service& service) {
  return service.municipality_path + "/signalen-worker.js";
}

inline std::string follow_stem(const web::Service& service) { return service.municipality_path + "/volg/"; }

}  // namespace wijktafel::signals
