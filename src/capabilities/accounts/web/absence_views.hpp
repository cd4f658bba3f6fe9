// What the page about being away shows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "design/components/date_field/date_field.hpp"
#include "design/components/error_summary/error_summary.hpp"
#include "design/components/select_field/select_field.hpp"
#include "design/components/submit_row/submit_row.hpp"
#include "platform/html/view.hpp"

namespace wijktafel::accounts {

struct AbsenceLine {
  std::string when;    // "van maandag 7 tot en met vrijdag 11 december"
  std::string deputy;  // "Omar Haddad doet uw werk." or what happens without
  std::string remove_url;
};
BOOST_DESCRIBE_STRUCT(AbsenceLine, (), (when, deputy, remove_url))

struct AbsenceView {
  std::string url;
  std::optional<std::string> stands_in;  // "U vervangt nu: Omar Haddad."
  std::vector<AbsenceLine> absences;
  std::optional<design::ErrorSummary> faults;
  design::DateField first_day;
  design::DateField last_day;
  design::SelectField deputy;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(AbsenceView, (),
                      (url, stands_in, absences, faults, first_day, last_day, deputy, submit))

struct AbsenceLinkView {
  std::string url;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(AbsenceLinkView, (), (url, text))

}  // namespace wijktafel::accounts
