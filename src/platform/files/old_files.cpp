#include "platform/files/old_files.hpp"

#include <algorithm>

#include "base/result.hpp"

namespace wijktafel::files {

std::vector<std::string> old_keys(const std::filesystem::path& store, std::string_view two_digits,
                                  std::chrono::hours age) {
  WIJKTAFEL_ASSERT(two_digits.size() == 2, "files stand in folders of two digits");
  constexpr std::size_t key_length = 64;
  const auto limit = std::filesystem::file_time_type::clock::now() - age;
  std::vector<std::string> keys;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(store / two_digits, error)) {
    const std::string name = entry.path().filename().string();
    const bool is_key = name.size() == key_length && name.starts_with(two_digits);
    const auto written_at = entry.last_write_time(error);
    if (is_key && !error && written_at <= limit) keys.push_back(name);
  }
  return keys;
}

}  // namespace wijktafel::files
