// What the pages of teams show.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "design/components/error_summary/error_summary.hpp"
#include "design/components/submit_row/submit_row.hpp"
#include "design/components/text_field/text_field.hpp"
#include "platform/html/view.hpp"

namespace wijktafel::organisations {

struct TeamLine {
  std::string name;
  std::string url;
  bool is_empty = false;
};
BOOST_DESCRIBE_STRUCT(TeamLine, (), (name, url, is_empty))

struct TeamsView {
  std::string title;
  std::string url;
  std::vector<TeamLine> teams;
  std::optional<design::ErrorSummary> faults;
  design::TextField name;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(TeamsView, (), (title, url, teams, faults, name, submit))

struct TeamView {
  std::string title;
  std::string organisation;
  std::string url;
  std::optional<design::ErrorSummary> faults;
  design::TextField name;
  html::SafeHtml people;  // slot team_people: who is in it and who leads it
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(TeamView, (), (title, organisation, url, faults, name, people, submit))

struct OwnTeamsView {
  std::vector<std::string> teams;
  std::optional<std::string> change_url;
};
BOOST_DESCRIBE_STRUCT(OwnTeamsView, (), (teams, change_url))

}  // namespace wijktafel::organisations
