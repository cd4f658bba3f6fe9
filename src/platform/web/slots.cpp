#include "platform/web/slots.hpp"

#include <algorithm>

namespace wijktafel::web {

html::SafeHtml filled_slot(const Call& call, std::string_view slot, std::int64_t subject) {
  std::vector<const SlotFill*> fills;
  for (const auto& fill : call.service.slots)
    if (fill.slot == slot) fills.push_back(&fill);
  std::ranges::stable_sort(fills, {}, [](const SlotFill* fill) { return fill->order; });
  html::SafeHtml filled;
  for (const auto* fill : fills) filled += fill->render(call, subject);
  return filled;
}

}  // namespace wijktafel::web
