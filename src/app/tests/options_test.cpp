#include "app/options.hpp"

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

namespace wijktafel::app {
namespace {

class OptionsTest : public testing::Test {
 protected:
  OptionsTest() {
    std::ofstream(file) << "[serve]\ndatabase = [\"sqlite:uit-het-bestand.sqlite\"]\ndrain = 7\n";
  }
  ~OptionsTest() override {
    ::unsetenv("WIJKTAFEL_CONFIG");
    std::filesystem::remove(file);
  }
  const std::string file = testing::TempDir() + "wijktafel_options_test.toml";
};

TEST_F(OptionsTest, AreReadFromAFileNamedOnTheCommandLine) {
  const std::array arguments{"wijktafel", "--config", file.c_str(), "serve", "--listen", "[::1]:9"};
  const auto command = std::get<ServeCommand>(std::get<Command>(read_command_line(6, arguments.data())));
  EXPECT_EQ(command.storage.databases, std::vector<std::string>{"sqlite:uit-het-bestand.sqlite"});
  EXPECT_EQ(command.drain_seconds, 7);
  EXPECT_EQ(command.host, "::1");
  EXPECT_EQ(command.port, 9);
}

TEST_F(OptionsTest, AreReadFromAFileNamedInTheEnvironment) {
  ::setenv("WIJKTAFEL_CONFIG", file.c_str(), 1);
  const std::array arguments{"wijktafel", "serve"};
  const auto command = std::get<ServeCommand>(std::get<Command>(read_command_line(2, arguments.data())));
  EXPECT_EQ(command.drain_seconds, 7);
}

TEST_F(OptionsTest, OfAFileThatIsNotThereAreAMistake) {
  ::setenv("WIJKTAFEL_CONFIG", "/er/is/niets.toml", 1);
  const std::array arguments{"wijktafel", "serve", "--database", "sqlite:x.sqlite"};
  EXPECT_EQ(std::get<int>(read_command_line(4, arguments.data())), 2);
}

}  // namespace
}  // namespace wijktafel::app
