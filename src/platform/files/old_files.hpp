// What stands in a file store for a while already, for who knows whether anything still refers to it.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace wijktafel::files {

// The keys that begin with these two digits of files that were put there, last, at least `age` ago by the
// clock of the machine, which is the clock of its files.
std::vector<std::string> old_keys(const std::filesystem::path& store, std::string_view two_digits,
                                  std::chrono::hours age);
// Whether this one still is: somebody may have put the same content there once more.
bool is_old(const std::filesystem::path& store, std::string_view key, std::chrono::hours age);

}  // namespace wijktafel::files
