#pragma once

#include "platform/web/service.hpp"

namespace wijktafel::open311::settings {

// A second name by which programs ask for this municipality, for example its web address without www. Empty:
// only the name in our own addresses, with or without ".nl".
inline const web::Setting jurisdiction{"open311.jurisdiction", web::Setting::Type::text, ""};
// Whom a maker of software asks about the endpoint: shown in discovery. Empty: a sentence.
inline const web::Setting contact{"open311.contact", web::Setting::Type::text, ""};
// production, or test while it is being tried.
inline const web::Setting is_test{"open311.is_test", web::Setting::Type::yes_no, "no"};

}  // namespace wijktafel::open311::settings
