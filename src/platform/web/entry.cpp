#include "platform/web/entry.hpp"

#include <boost/json.hpp>

#include "base/text.hpp"

namespace wijktafel::web::entry {

std::string text(const boost::json::object& entry, std::string_view member) {
  const auto* value = entry.if_contains(member);
  return value && value->is_string() ? tidy(value->get_string()) : std::string();
}

bool yes(const boost::json::object& entry, std::string_view member, bool otherwise) {
  const auto* value = entry.if_contains(member);
  return value && value->is_bool() ? value->get_bool() : otherwise;
}

std::vector<std::string> texts(const boost::json::object& entry, std::string_view member) {
  std::vector<std::string> all;
  if (const auto* value = entry.if_contains(member); value && value->is_array())
    for (const auto& element : value->get_array())
      if (element.is_string()) all.emplace_back(element.get_string());
  return all;
}

}  // namespace wijktafel::web::entry
