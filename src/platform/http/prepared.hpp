// A response that was made ready once and is sent many times: nothing is written anew but the date and what
// becomes of the connection.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "platform/http/message.hpp"

namespace wijktafel::http {

struct Prepared {
  int status = 200;
  std::string head;                         // status line and fields, without date, connection and empty line
  std::shared_ptr<const std::string> body;  // none: the answer has no body
};

// The response, when it is ready and nothing has to be waited for; else nothing, and a worker is asked.
// Called on the I/O thread: microseconds, no database, no file.
using PreparedAnswers = std::function<std::shared_ptr<const Prepared>(const Request&)>;

}  // namespace wijktafel::http
