// What a fuzz program says of an answer: broken is a find, in every build.
#pragma once

#include <cstdlib>

namespace wijktafel {

inline void promise(bool kept) {
  if (!kept) std::abort();
}

}  // namespace wijktafel
