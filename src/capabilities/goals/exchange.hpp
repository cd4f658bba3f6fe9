// Goals and commitments in the exchange format: a story in which each thing that happened goes through the
// same action as a click would, at its own time. README.md shows the form.
#pragma once

#include <vector>

#include "platform/web/capability.hpp"

namespace wijktafel::goals {

std::vector<web::Step> goal_steps(const web::Service& service, const boost::json::value& section);
std::vector<web::Step> commitment_steps(const web::Service& service, const boost::json::value& section);

}  // namespace wijktafel::goals
