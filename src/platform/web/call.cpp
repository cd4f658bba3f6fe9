#include "platform/web/call.hpp"

#include <algorithm>
#include <charconv>

namespace wijktafel::web {

bool Call::may(std::string_view permission) const {
  return area ? may(permission, area->lineage) : may(permission, std::vector<std::string>{});
}

bool Call::may(std::string_view permission, const std::vector<std::string>& lineage) const {
  return service.permissions.allows(actor, permission, lineage);
}

std::optional<std::int64_t> Call::number(std::string_view name) const {
  const auto text = parameter(name);
  const bool digits = std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
  // One address per item: no zeros in front.
  if (text.empty() || text.size() > 15 || !digits || text.front() == '0') return std::nullopt;
  std::int64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace wijktafel::web
