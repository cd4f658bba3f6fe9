// What this capability puts on the page of a signal or a goal.
#pragma once

#include "design/components/action_buttons/action_buttons.hpp"
#include "platform/html/view.hpp"

namespace wijktafel::tables {

struct AgendaButtonView {
  std::optional<std::string> no_meeting;  // "Er is nog geen overleg gepland."
  design::ActionButtons buttons;
};
BOOST_DESCRIBE_STRUCT(AgendaButtonView, (), (no_meeting, buttons))

}  // namespace wijktafel::tables
