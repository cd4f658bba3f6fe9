#include <cstdlib>
#include <filesystem>
#include <gtest/gtest.h>

#include "app/terminal/files.hpp"
#include "app/terminal/language.hpp"
#include "app/terminal/numbers.hpp"
#include "app/terminal/readable.hpp"
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

TEST(Terminal, ALongTextGoesOnBelowAndLosesNothing) {
  Table table({{"Nr", Table::Align::right}, {"Tekst", Table::Align::left, 10, true}, {"Eens"}});
  table.add({"1", "De fietsen moeten van de stoep af", "75"});
  table.add({"2", "Wijkvergaderingen één-twee", "8"});
  EXPECT_EQ(table.text(),
            "Nr  Tekst       Eens\n"
            "--  ----------  ----\n"
            " 1  De fietsen  75\n"
            "    moeten van\n"
            "    de stoep\n"
            "    af\n"
            " 2  Wijkvergad  8\n"
            "    eringen\n"
            "    één-twee\n");
}

TEST(Terminal, NumbersHaveTheSignOfTheLanguage) {
  EXPECT_EQ(decimal_text(i18n::Language::nl, 0.699, 2), "0,70");
  EXPECT_EQ(decimal_text(i18n::Language::en, -12.345, 1), "-12.3");
  EXPECT_EQ(decimal_text(i18n::Language::nl, -0.001, 2), "0,00");
  EXPECT_EQ(share_text(i18n::Language::nl, 0.125), "12,5 %");
}

TEST(Terminal, WhatAFileSaysCannotSteerTheTerminal) {
  EXPECT_EQ(readable("Bankje, 5 €\n\tzin"), "Bankje, 5 €\n\tzin");
  EXPECT_EQ(readable("\x1b[31mrood\x07\x7f"), "\uFFFD[31mrood\uFFFD\uFFFD");
  EXPECT_EQ(readable("a\u009B2Jb\u00A0"), "a\uFFFD2Jb\u00A0");
  EXPECT_EQ(readable("\xff\xe2\x82"), "\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(readable(std::string_view("a\0b", 3)), "a\uFFFDb");
  EXPECT_EQ(readable_line("een\ntwee\tdrie"), "een twee drie");
  Table table({{"Plan"}});
  table.add({"\x1b[2J\nx"});
  EXPECT_EQ(table.text(), "Plan\n------\n\uFFFD[2J x\n");
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
