#include "app/tests/bench/archive/others.hpp"

namespace wijktafel::archive {

const std::vector<FillOthers>& others() {
  static const std::vector<FillOthers> all{};
  return all;
}

}  // namespace wijktafel::archive
