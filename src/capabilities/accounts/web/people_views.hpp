// What an administrator sees of people: names and roles, never an address that was kept.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "capabilities/accounts/web/my_views.hpp"
#include "design/components/date_field/date_field.hpp"
#include "design/components/error_summary/error_summary.hpp"
#include "design/components/notice/notice.hpp"
#include "design/components/select_field/select_field.hpp"
#include "design/components/submit_row/submit_row.hpp"
#include "design/components/text_field/text_field.hpp"
#include "design/link.hpp"
#include "platform/html/view.hpp"

namespace wijktafel::accounts {

struct PersonRow {
  std::string name;
  std::string url;
  std::string roles;  // in words
};
BOOST_DESCRIBE_STRUCT(PersonRow, (), (name, url, roles))

struct PeopleView {
  std::string url;
  design::TextField search;
  std::vector<PersonRow> people;
  std::optional<std::string> next_url;
  std::optional<design::ErrorSummary> faults;
  std::optional<design::Link> known;  // who has the address that was typed
  design::TextField name;
  design::TextField mail;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(PeopleView, (), (url, search, people, next_url, faults, known, name, mail, submit))

struct HeldRoleLine {
  std::string role;
  std::string term;
  std::string end_url;
};
BOOST_DESCRIBE_STRUCT(HeldRoleLine, (), (role, term, end_url))

struct PersonView {
  std::string name;
  std::string url;
  std::optional<design::Notice> refused;
  std::vector<HeldRoleLine> roles;
  std::optional<design::ErrorSummary> faults;
  design::SelectField role;
  design::SelectField area;
  design::SelectField organisation;
  design::DateField until;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(PersonView, (),
                      (name, url, refused, roles, faults, role, area, organisation, until, submit))

}  // namespace wijktafel::accounts
