#include "platform/web/service.hpp"

#include <algorithm>

#include "base/result.hpp"

namespace wijktafel::web {

std::string_view Service::segment_of(std::string_view kind) const {
  const auto at = std::ranges::find(kinds, kind, &ItemKind::name);
  WIJKTAFEL_ASSERT(at != kinds.end(), "a kind of item is declared in a manifest");
  return at->segment;
}

}  // namespace wijktafel::web
