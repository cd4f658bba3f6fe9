// Addresses of the pages of sheets.
#pragma once

#include <string>

#include "capabilities/sheets/model.hpp"
#include "capabilities/sheets/sheets.hpp"

namespace wijktafel::sheets {

inline std::string sheets_path(const web::AreaRef& area) { return area.path + "/portiekblad"; }
inline std::string sheet_path(const web::AreaRef& area, const Month& month) {
  return sheets_path(area) + "/" + month.key();
}
inline std::string strip_path(const web::AreaRef& area, const Month& month) {
  return sheet_path(area, month) + "/strook";
}
inline std::string help_path(const web::AreaRef& area) { return sheets_path(area) + "/hulp"; }

}  // namespace wijktafel::sheets
