#pragma once

#include <string>

#include "platform/html/view.hpp"

namespace wijktafel::notifications {

struct WorkMailView {
  std::string greeting;
  std::string subject;
  std::string sentence;
  std::string url;
};
BOOST_DESCRIBE_STRUCT(WorkMailView, (), (greeting, subject, sentence, url))

}  // namespace wijktafel::notifications
