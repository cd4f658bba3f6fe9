// Any bytes as the files of a published draw, parted by NUL: faults with a reason, or a draw whose parts
// fit together and that is written again as it reads.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/fuzz/promise.hpp"
#include "compute/sortition/published_draw.hpp"

namespace {

using namespace wijktafel;
using namespace wijktafel::sortition;

void check(const PublishedDraw& draw) {
  promise(draw.plan.chances.size() == draw.pool.people.size());
  promise(draw.lottery.counts.size() == draw.pool.people.size());
  for (const auto& [panel, chance] : draw.plan.panels) {
    promise(chance >= 0 && chance <= 1);
    for (const auto member : panel) promise(member < draw.pool.people.size());
  }
  for (const auto& panel : draw.lottery.panels) {
    const auto again = read_panel(panel_text(draw.pool, panel), draw.pool);
    promise(again.has_value() && *again == panel);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view text(reinterpret_cast<const char*>(data), size);
  DrawFiles files;
  for (auto& file : files) {
    const auto end = text.find('\0');
    file = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  const auto draw = read_draw(files);
  if (draw) {
    check(*draw);
    return 0;
  }
  promise(!draw.error().empty());
  for (const auto& fault : draw.error()) promise(!fault.fault.reason.empty());
  return 0;
}
