// What one entry of an exchange file says; a member that is absent, or of another type, was not said. A
// Capability that refuses an entry says so itself, with the key of that entry.
#pragma once

#include <boost/json/fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace wijktafel::web::entry {

std::string text(const boost::json::object& entry, std::string_view member);  // tidy; "" when it was not said
bool yes(const boost::json::object& entry, std::string_view member, bool otherwise = false);
// As they stand there; what is no text is left out.
std::vector<std::string> texts(const boost::json::object& entry, std::string_view member);

}  // namespace wijktafel::web::entry
