// Any bytes as the query of a request: what is read from it is trimmed, each once, and within its limits.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "base/fuzz/promise.hpp"
#include "base/text.hpp"
#include "capabilities/open311/model.hpp"
#include "capabilities/open311/parameters.hpp"
#include "platform/http/target.hpp"

namespace {

using namespace wijktafel;
using namespace wijktafel::open311;

void check_list(const std::vector<std::string>& list) {
  for (std::size_t at = 0; at < list.size(); ++at) {
    promise(!list[at].empty() && trimmed(list[at]) == list[at] && list[at].find(',') == std::string::npos);
    promise(std::find(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(at), list[at]) ==
            list.begin() + static_cast<std::ptrdiff_t>(at));
  }
}

void check_values(std::string_view text) {
  if (const auto moment = moment_of(text)) promise(!lacks_zone(text) && moment_of(iso_instant(*moment)));
  if (const auto number = number_of(text)) promise(std::isfinite(*number));
  if (const auto id = id_of(text)) promise(*id > 0);
  if (const auto point = point_of(text, text))
    promise(std::abs(point->latitude) <= 90 && std::abs(point->longitude) <= 180);
  if (is_code(text)) promise(!text.empty() && text.size() <= 60);
  if (const auto choices = choices_from(text)) {
    const auto again = choices_from(lines_of(*choices));
    promise(again && again->size() == choices->size());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto query = http::parse_query(text);
  const Parameters parameters(query);
  for (const auto& [name, value] : query) {
    promise(parameters.has(name) == !parameters.get(name).empty());
    check_list(parameters.list(name));
    check_values(value);
  }
  for (const auto& answer : parameters.answers()) {
    promise(answer.code.find_first_of("[]") == std::string::npos);
    for (const auto& value : answer.values) promise(!value.empty());
  }
  return 0;
}
