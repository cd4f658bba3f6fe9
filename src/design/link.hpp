// A text that leads somewhere.
#pragma once

#include <boost/describe.hpp>
#include <string>

namespace wijktafel::design {

struct Link {
  std::string text;
  std::string url;
};
BOOST_DESCRIBE_STRUCT(Link, (), (text, url))

}  // namespace wijktafel::design
