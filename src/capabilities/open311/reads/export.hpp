// Everything that is public, as one CSV file (RFC 4180), in the columns that Open311 proposes for bulk data.
#pragma once

#include <string>

#include "platform/web/call.hpp"

namespace wijktafel::open311 {

// Written in portions, so that no reading lasts long; at most a million requests, the oldest first.
std::string export_csv(const web::Call& call);

}  // namespace wijktafel::open311
