// What is wrong with a request, as programs are told: a number and a sentence for people. Several at once.
#pragma once

#include <string>
#include <vector>

#include "platform/i18n/words.hpp"

namespace wijktafel::open311 {

struct Fault {
  int status = 400;  // 403, 404 or 400; 429 when it comes too often
  std::string word_key;
  i18n::Arguments arguments = {};
};
using Faults = std::vector<Fault>;

}  // namespace wijktafel::open311
