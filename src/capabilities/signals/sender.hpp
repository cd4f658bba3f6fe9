// Who sends a report, as far as can be told without knowing a person.
#pragma once

#include <string>

namespace wijktafel::signals {

struct Sender {
  std::string device_hash;           // of the number in the browser's cookie
  std::string network;               // "" counts for nothing
  bool filled_hidden_field = false;  // what no person sees
};

}  // namespace wijktafel::signals
