#include "app/options.hpp"

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wijktafel::app {
namespace {

using testing::HasSubstr;
using testing::Not;

class OptionsTest : public testing::Test {
 protected:
  OptionsTest() {
    std::ofstream(file) << "[serve]\ndatabase = [\"sqlite:uit-het-bestand.sqlite\"]\ndrain = 7\n";
  }
  ~OptionsTest() override {
    for (const auto* name : {"WIJKTAFEL_CONFIG", "WIJKTAFEL_DATABASE_FILE", "WIJKTAFEL_MAIL_FILE"})
      ::unsetenv(name);
    std::filesystem::remove(file);
  }
  // What is said when this is refused; "" when it is not.
  static std::string complaint_about(const std::vector<const char*>& arguments) {
    testing::internal::CaptureStderr();
    const auto read = read_command_line(static_cast<int>(arguments.size()), arguments.data());
    auto said = testing::internal::GetCapturedStderr();
    EXPECT_EQ(std::holds_alternative<int>(read), !said.empty());
    return said;
  }
  static std::string written(const std::string& name, std::string_view text) {
    auto path = testing::TempDir() + "wijktafel_options_" + name;
    std::ofstream(path) << text;
    return path;
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

TEST_F(OptionsTest, WithSecretsAreReadFromFilesNamedInTheEnvironment) {
  const auto databases = written("databases", "postgresql://a:geheim@een/x\n\n  postgresql://b@twee/y \n");
  const auto mail = written("mail", "smtp://wijk:geheim@mail:587\n");
  ::setenv("WIJKTAFEL_DATABASE_FILE", databases.c_str(), 1);
  ::setenv("WIJKTAFEL_MAIL_FILE", mail.c_str(), 1);
  const std::array arguments{"wijktafel", "serve"};
  const auto command = std::get<ServeCommand>(std::get<Command>(read_command_line(2, arguments.data())));
  EXPECT_EQ(command.storage.databases,
            (std::vector<std::string>{"postgresql://a:geheim@een/x", "postgresql://b@twee/y"}));
  EXPECT_EQ(command.storage.mail, "smtp://wijk:geheim@mail:587");
}

TEST_F(OptionsTest, WithSecretsAreReadFromFilesOfEverySubcommand) {
  const auto databases = written("databases", "sqlite:hier.sqlite");
  const std::array arguments{"wijktafel", "migrate", "--database-file", databases.c_str()};
  const auto command = std::get<MigrateCommand>(std::get<Command>(read_command_line(4, arguments.data())));
  EXPECT_EQ(command.storage.databases, std::vector<std::string>{"sqlite:hier.sqlite"});
}

TEST_F(OptionsTest, OfADatabaseAreGivenInOneWay) {
  const auto databases = written("databases", "sqlite:hier.sqlite");
  const auto nothing = written("nothing", "\n \n");
  EXPECT_EQ(complaint_about({"wijktafel", "migrate", "--database-file", databases.c_str()}), "");
  EXPECT_THAT(complaint_about({"wijktafel", "migrate"}), HasSubstr("--database-file is required"));
  EXPECT_THAT(complaint_about({"wijktafel", "migrate", "--database-file", nothing.c_str()}),
              HasSubstr("nothing stands in"));
  EXPECT_THAT(complaint_about({"wijktafel", "migrate", "--database-file", "/er/is/niets"}),
              HasSubstr("cannot be read"));
  EXPECT_THAT(complaint_about({"wijktafel", "migrate", "--database", "sqlite:x.sqlite", "--database-file",
                               databases.c_str()}),
              HasSubstr("excludes"));
}

TEST_F(OptionsTest, AreNotRepeatedWhenTheyHoldAnAddress) {
  for (const auto& arguments : std::vector<std::vector<const char*>>{
           {"wijktafel", "migrate", "postgresql://a:geheim@host/x"},
           {"wijktafel", "migrate", "--databse=postgresql://a:geheim@host/x"},
           {"wijktafel", "migrate", "--database-file", "postgresql://a:geheim@host/x"}}) {
    const auto said = complaint_about(arguments);
    EXPECT_THAT(said, Not(HasSubstr("geheim")));
    EXPECT_THAT(said, HasSubstr("(an address)"));
  }
}

}  // namespace
}  // namespace wijktafel::app
