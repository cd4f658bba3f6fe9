#include "base/fuzz/json_entries.hpp"

#include <boost/json.hpp>

#include "base/fuzz/promise.hpp"
#include "base/result.hpp"

namespace wijktafel {

void try_entries(const std::uint8_t* data, std::size_t size,
                 const std::function<void(const boost::json::value&)>& read) {
  const auto attempt = [&](const boost::json::value& entry) {
    try {
      read(entry);
    } catch (const Failure& failure) {
      promise(*failure.what() != '\0');
    }
  };
  boost::system::error_code error;
  const auto section = boost::json::parse({reinterpret_cast<const char*>(data), size}, error);
  if (error) return;
  attempt(section);
  if (!section.is_array()) return;
  for (const auto& entry : section.get_array()) attempt(entry);
}

}  // namespace wijktafel
