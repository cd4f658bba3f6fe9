// A fuzz program holds no embedded files: it is built without the pages, and asks for none.
#include "platform/embedded/embedded.hpp"

namespace wijktafel::embedded {

const std::vector<File>& files() {
  static const std::vector<File> none;
  return none;
}

}  // namespace wijktafel::embedded
