// Any bytes as the two files of a draw: faults with a reason, or a pool whose parts fit together. The first
// byte chooses what is asked, the first NUL parts quotas from people.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/fuzz/promise.hpp"
#include "compute/sortition/read_pool.hpp"

namespace {

using namespace wijktafel;
using namespace wijktafel::sortition;

void check(const Pool& pool) {
  promise(pool.panel_size >= 1 && static_cast<std::size_t>(pool.panel_size) <= pool.people.size());
  promise(!pool.categories.empty());
  for (const auto& feature : pool.features)
    promise(0 <= feature.minimum && feature.minimum <= feature.maximum);
  for (const auto& person : pool.people) {
    promise(!person.id.empty() && person.features.size() == pool.categories.size());
    for (std::size_t i = 0; i < person.features.size(); ++i) {
      promise(person.features[i] < pool.features.size());
      promise(pool.features[person.features[i]].category == pool.categories[i]);
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto middle = text.find('\0');
  const auto quotas = text.substr(0, middle);
  const auto people = middle == std::string_view::npos ? std::string_view() : text.substr(middle + 1);
  ReadOptions options{.panel_size = data[0] % 8, .sums_must_fit = (data[0] & 8) != 0};
  if ((data[0] & 16) != 0) {
    options.household_columns = {"address"};
    options.per_household = 1;
  }
  const auto pool = read_pool(quotas, people, options);
  if (pool) {
    check(*pool);
  } else {
    promise(!pool.error().empty());
    for (const auto& fault : pool.error()) promise(!fault.fault.reason.empty());
  }
  return 0;
}
