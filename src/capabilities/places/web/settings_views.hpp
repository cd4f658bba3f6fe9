// What the page with the settings of an area shows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "design/components/date_field/date_field.hpp"
#include "design/components/error_summary/error_summary.hpp"
#include "design/components/select_field/select_field.hpp"
#include "design/components/submit_row/submit_row.hpp"
#include "design/components/text_field/text_field.hpp"
#include "platform/html/view.hpp"

namespace wijktafel::places {

struct SettingLine {
  std::string name;
  std::string value;
  std::string from;
};
BOOST_DESCRIBE_STRUCT(SettingLine, (), (name, value, from))

struct SettingsView {
  std::string url;
  std::optional<design::ErrorSummary> faults = std::nullopt;
  std::string heading = {};
  design::SelectField shown_area = {};
  design::SubmitRow show = {};
  std::vector<SettingLine> lines = {};
  design::SelectField area = {};
  design::SelectField name = {};
  design::TextField value = {};
  design::DateField valid_from = {};
  design::SubmitRow submit = {};
};
BOOST_DESCRIBE_STRUCT(SettingsView, (),
                      (url, faults, heading, shown_area, show, lines, area, name, value, valid_from, submit))

struct SettingsLinkView {
  std::string url;
};
BOOST_DESCRIBE_STRUCT(SettingsLinkView, (), (url))

}  // namespace wijktafel::places
