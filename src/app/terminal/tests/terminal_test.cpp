#include <cstdlib>
#include <filesystem>
#include <gtest/gtest.h>

#include "app/terminal/files.hpp"
#include "app/terminal/language.hpp"
#include "app/terminal/table.hpp"
#include "base/result.hpp"

namespace wijktafel::app {
namespace {

TEST(Terminal, ATableCountsLettersAndPutsNumbersRight) {
  Table table({{"Plan"}, {"Kosten", Table::Align::right}, {"Naam", Table::Align::left, 6}});
  table.add({"12", "1.500", "Bankje bij de school"});
  table.add({"é", "7", "Boom"});
  EXPECT_EQ(table.text(),
            "Plan  Kosten  Naam\n"
            "----  ------  ------\n"
            "12     1.500  Bankj…\n"
            "é          7  Boom\n");
}

TEST(Terminal, AFileIsWrittenWholeAndReadBack) {
  const auto path = std::filesystem::path(testing::TempDir()) / "wijktafel_terminal_test.txt";
  for (const std::string& text : {std::string(), std::string("een regel\n"), std::string(200'000, 'x')}) {
    write_file(path.string(), text);
    EXPECT_EQ(file_text(path.string()), text);
  }
  EXPECT_FALSE(std::filesystem::exists(path.string() + ".new"));
  std::filesystem::remove(path);
}

TEST(Terminal, WhatCannotBeReadIsNamed) {
  try {
    file_text("/does/not/exist.pb");
    FAIL() << "nothing was thrown";
  } catch (const Failure& failure) {
    EXPECT_NE(std::string(failure.what()).find("/does/not/exist.pb"), std::string::npos);
  }
  EXPECT_THROW(file_text("/tmp"), Failure);
  EXPECT_THROW(write_file("/does/not/exist.txt", "x"), Failure);
}

TEST(Terminal, TheLanguageIsAskedForOrThatOfTheEnvironment) {
  EXPECT_EQ(terminal_language("nl"), i18n::Language::nl);
  EXPECT_EQ(terminal_language("en"), i18n::Language::en);
  setenv("LC_ALL", "nl_NL.UTF-8", 1);
  EXPECT_EQ(terminal_language(""), i18n::Language::nl);
  EXPECT_EQ(terminal_language("en"), i18n::Language::en);
  setenv("LC_ALL", "C.UTF-8", 1);
  EXPECT_EQ(terminal_language(""), i18n::Language::en);
  unsetenv("LC_ALL");
}

}  // namespace
}  // namespace wijktafel::app
