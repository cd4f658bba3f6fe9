// The fields about people on the page of a team.
#pragma once

#include "design/components/check_field/check_field.hpp"
#include "design/components/select_field/select_field.hpp"
#include "platform/html/view.hpp"
#include "platform/web/call.hpp"

namespace wijktafel::accounts {

struct TeamPeopleView {
  design::CheckField members;
  design::SelectField manager;
};
BOOST_DESCRIBE_STRUCT(TeamPeopleView, (), (members, manager))

html::SafeHtml show_people_of_team(const web::Call& call, std::int64_t number);

}  // namespace wijktafel::accounts
