// What somebody sees of the own account.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "design/components/choice_field/choice_field.hpp"
#include "design/components/error_summary/error_summary.hpp"
#include "design/components/notice/notice.hpp"
#include "design/components/submit_row/submit_row.hpp"
#include "design/components/text_field/text_field.hpp"
#include "platform/html/view.hpp"

namespace wijktafel::accounts {

struct RoleLine {
  std::string role;  // in words, with area or organisation
  std::string term;  // "sinds 3 december 2025", "tot en met 31 december 2026"
};
BOOST_DESCRIBE_STRUCT(RoleLine, (), (role, term))

struct SessionLine {
  std::string device;
  std::string seen;                    // "Laatst gebruikt op donderdag 3 december, 19.30 uur"
  std::optional<std::string> end_url;  // absent for the one that is looking
};
BOOST_DESCRIBE_STRUCT(SessionLine, (), (device, seen, end_url))

struct Administration {
  std::string people_url;
  html::SafeHtml others;  // slot "my_administration": list items
};
BOOST_DESCRIBE_STRUCT(Administration, (), (people_url, others))

struct MyPageView {
  std::string url;
  std::optional<design::ErrorSummary> faults;
  html::SafeHtml more;  // slot "my_page"
  std::optional<Administration> administration;
  std::vector<RoleLine> roles;
  design::TextField name;
  design::ChoiceField language;
  design::SubmitRow submit;
  std::vector<SessionLine> sessions;
  std::optional<std::string> end_others_url;
  std::string sign_out_url;
  std::string erase_url;
};
BOOST_DESCRIBE_STRUCT(MyPageView, (),
                      (url, faults, more, administration, roles, name, language, submit, sessions,
                       end_others_url, sign_out_url, erase_url))

struct EraseView {
  std::string url;
  std::optional<design::Notice> refused;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(EraseView, (), (url, refused, submit))

}  // namespace wijktafel::accounts
