// What the pages of places show.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "design/components/error_summary/error_summary.hpp"
#include "design/components/notice/notice.hpp"
#include "design/components/position_button/position_button.hpp"
#include "design/components/submit_row/submit_row.hpp"
#include "design/components/text_field/text_field.hpp"
#include "design/link.hpp"
#include "platform/html/view.hpp"

namespace wijktafel::places {

struct AddressForm {
  std::string url;
  design::TextField postcode;
  design::TextField house_number;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(AddressForm, (), (url, postcode, house_number, submit))

struct DistrictRow {
  std::string name;
  std::string url;
  std::vector<design::Link> neighbourhoods;
};
BOOST_DESCRIBE_STRUCT(DistrictRow, (), (name, url, neighbourhoods))

struct HomeView {
  std::string name;  // of the municipality
  std::optional<design::ErrorSummary> faults;
  std::optional<design::Notice> notice;
  std::optional<AddressForm> form;  // only where a list of addresses is known
  design::PositionButton position;
  html::SafeHtml map;
  std::vector<DistrictRow> districts;
  std::string source;   // who drew the borders
  html::SafeHtml more;  // of other capabilities
};
BOOST_DESCRIBE_STRUCT(HomeView, (), (name, faults, notice, form, position, map, districts, source, more))

}  // namespace wijktafel::places
