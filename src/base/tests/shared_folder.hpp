// Data that lies beside the project, not in it: WIJKTAFEL_SHARED says where, otherwise ../shared beside the
// sources. Tests that need it are skipped with a word when it is not there:
//   const auto folder = shared_folder("data/pabulib");
//   if (!folder) GTEST_SKIP() << "no elections in ../shared/data/pabulib";
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>

namespace wijktafel {

inline std::optional<std::filesystem::path> shared_folder(const std::string& part) {
  const char* shared = std::getenv("WIJKTAFEL_SHARED");
  auto folder = std::filesystem::path(shared != nullptr ? shared : WIJKTAFEL_SOURCE_DIR "/../shared") / part;
  if (!std::filesystem::exists(folder)) return std::nullopt;
  return folder;
}

inline std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace wijktafel
