#include "app/secrets.hpp"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

namespace wijktafel::app {
namespace {

TEST(Secrets, StandInAFileOfTheirNameOrInTheEnvironment) {
  const auto folder = std::filesystem::temp_directory_path() / ("secrets-" + std::to_string(getpid()));
  std::filesystem::create_directory(folder);
  std::ofstream(folder / "gemeente-open311") << "from the file\nsecond line\n";
  setenv("WIJKTAFEL_SECRET_ELSEWHERE_KEY", "from the environment", 1);
  EXPECT_EQ(find_secret(folder.string(), "gemeente-open311"), "from the file");
  EXPECT_EQ(find_secret(folder.string(), "elsewhere-key"), "from the environment");
  EXPECT_EQ(find_secret("", "elsewhere-key"), "from the environment");
  EXPECT_EQ(find_secret(folder.string(), "unknown"), std::nullopt);
  unsetenv("WIJKTAFEL_SECRET_ELSEWHERE_KEY");
  std::filesystem::remove_all(folder);
}

TEST(Secrets, AreNeverReadFromAnotherFolder) {
  EXPECT_EQ(find_secret("/", "etc/hostname"), std::nullopt);
  EXPECT_EQ(find_secret("/etc/ssl", "../hostname"), std::nullopt);
  EXPECT_EQ(find_secret("/", ""), std::nullopt);
}

}  // namespace
}  // namespace wijktafel::app
