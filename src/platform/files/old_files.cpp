#include "platform/files/old_files.hpp"

#include <algorithm>

#include "base/result.hpp"

namespace wijktafel::files {
namespace {

bool is_old(const std::filesystem::directory_entry& file, std::chrono::hours age) {
  std::error_code error;
  const auto written_at = file.last_write_time(error);
  return !error && written_at <= std::filesystem::file_time_type::clock::now() - age;
}

}  // namespace

std::vector<std::string> old_keys(const std::filesystem::path& store, std::string_view two_digits,
                                  std::chrono::hours age) {
  WIJKTAFEL_ASSERT(two_digits.size() == 2, "files stand in folders of two digits");
  constexpr std::size_t key_length = 64;
  std::vector<std::string> keys;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(store / two_digits, error)) {
    const std::string name = entry.path().filename().string();
    const bool is_key = name.size() == key_length && name.starts_with(two_digits);
    if (is_key && is_old(entry, age)) keys.push_back(name);
  }
  return keys;
}

bool is_old(const std::filesystem::path& store, std::string_view key, std::chrono::hours age) {
  std::error_code error;
  return is_old(std::filesystem::directory_entry(store / key.substr(0, 2) / key, error), age);
}

}  // namespace wijktafel::files
