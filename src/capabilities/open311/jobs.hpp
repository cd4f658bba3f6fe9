#pragma once

#include "platform/web/capability.hpp"

namespace wijktafel::open311 {

std::vector<web::Job> open311_jobs();

}  // namespace wijktafel::open311
