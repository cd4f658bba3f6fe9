// The page on which one signal becomes several.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "design/components/error_summary/error_summary.hpp"
#include "design/components/select_field/select_field.hpp"
#include "design/components/submit_row/submit_row.hpp"
#include "design/components/text_area/text_area.hpp"
#include "platform/html/view.hpp"

namespace wijktafel::signals {

struct SplitView {
  std::string url;
  std::int64_t version = 0;
  std::string signal;  // "Nummer 12: Het pad is donker"
  std::optional<design::ErrorSummary> faults;
  std::vector<design::TextArea> parts;
  std::vector<design::SelectField> photos;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(SplitView, (), (url, version, signal, faults, parts, photos, submit))

}  // namespace wijktafel::signals
