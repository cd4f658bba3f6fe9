#include "platform/web/form.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wijktafel::web {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

http::Form form_of(http::Pairs fields) { return {std::move(fields), {}}; }

std::vector<std::string> faults_of(const FormReader& reader) {
  std::vector<std::string> lines;
  for (const auto& fault : reader.faults()) lines.push_back(fault.field + ": " + fault.word_key);
  return lines;
}

TEST(FormReader, GivesTidiedText) {
  const auto form = form_of({{"tekst", "  een\r\ntwee\x07  "}});
  FormReader reader(form);
  EXPECT_EQ(reader.text("tekst"), "een\ntwee");
  EXPECT_EQ(reader.text("nergens"), "");
  EXPECT_TRUE(reader.ok());
}

TEST(FormReader, KeepsATextThatIsTooLong) {
  const auto form = form_of({{"tekst", "éénéén"}});
  FormReader reader(form);
  EXPECT_EQ(reader.text("tekst", {.most = 4}), "éénéén");
  ASSERT_EQ(reader.faults().size(), 1u);
  const auto& fault = reader.faults()[0];
  EXPECT_EQ(fault.word_key, "web.form.too_long");
  EXPECT_THAT(fault.arguments, ElementsAre(std::pair<std::string, i18n::Argument>("most", std::int64_t{4}),
                                           std::pair<std::string, i18n::Argument>("over", std::int64_t{2})));
}

TEST(FormReader, NamesEveryFaultAtOnce) {
  const auto form = form_of({{"tekst", "   "}, {"soort", "x"}, {"dag", "31-2-2026"}, {"aantal", "veel"}});
  FormReader reader(form);
  reader.text("tekst", {.missing_key = "t.missing"});
  reader.choice("soort", {"a", "b"}, "s.missing");
  reader.choice("plek", {"a", "b"}, "p.missing");
  reader.date("dag", "d.missing");
  reader.whole_number("aantal", 1, 5, "a.missing");
  reader.whole_number("ander", 1, 5, "o.missing");
  EXPECT_FALSE(reader.ok());
  EXPECT_THAT(faults_of(reader),
              ElementsAre("tekst: t.missing", "soort: web.form.not_a_choice", "plek: p.missing",
                          "dag: web.form.not_a_date", "aantal: web.form.not_a_number", "ander: o.missing"));
  EXPECT_EQ(reader.typed("dag"), "31-2-2026");
}

TEST(FormReader, WhatMayBeLeftOutIsNoFault) {
  const auto form = form_of({{"leeg", ""}});
  FormReader reader(form);
  EXPECT_EQ(reader.choice("leeg", {"a"}), std::nullopt);
  EXPECT_EQ(reader.date("leeg"), std::nullopt);
  EXPECT_EQ(reader.whole_number("nergens", 1, 5), std::nullopt);
  EXPECT_THAT(reader.choices("nergens", {"a"}), IsEmpty());
  EXPECT_TRUE(reader.ok());
}

TEST(FormReader, ReadsSeveralChoicesOnceEach) {
  const auto form = form_of({{"wie", "c"}, {"wie", "a"}, {"wie", "a"}, {"akkoord", "on"}});
  FormReader reader(form);
  EXPECT_THAT(reader.choices("wie", {"a", "b", "c"}), ElementsAre("a", "c"));
  EXPECT_TRUE(reader.ok());
  EXPECT_THAT(reader.choices("wie", {"a"}), ElementsAre("a"));
  EXPECT_THAT(faults_of(reader), ElementsAre("wie: web.form.not_a_choice"));
  EXPECT_TRUE(reader.checked("akkoord"));
  EXPECT_FALSE(reader.checked("niet"));
}

TEST(FormReader, ReadsADateAsTheBrowserAndAsPeopleWriteIt) {
  const Date expected{std::chrono::year{2026}, std::chrono::month{12}, std::chrono::day{3}};
  for (const auto* typed : {"2026-12-03", "3-12-2026", "03-12-2026", "3/12/2026", " 3.12.2026 "}) {
    const auto form = form_of({{"dag", typed}});
    EXPECT_EQ(FormReader(form).date("dag"), expected) << typed;
  }
  for (const auto* typed :
       {"3-12-26", "2026-13-03", "3 december", "3-12", "2026-12-03-1", "--", "29-2-2027", "003-12-2026"}) {
    const auto form = form_of({{"dag", typed}});
    FormReader reader(form);
    EXPECT_EQ(reader.date("dag"), std::nullopt) << typed;
    EXPECT_THAT(faults_of(reader), ElementsAre("dag: web.form.not_a_date")) << typed;
  }
}

TEST(FormReader, ReadsWholeNumbersWithinBounds) {
  const std::pair<const char*, std::int64_t> readable[] = {
      {"1", 1}, {" 12 ", 12}, {"1.500", 1500}, {"1.000.000", 1'000'000}, {"-3", -3}, {"007", 7}};
  for (const auto& [typed, expected] : readable) {
    const auto form = form_of({{"aantal", typed}});
    EXPECT_EQ(FormReader(form).whole_number("aantal", -10, 1'000'000), expected) << typed;
  }
  for (const auto* typed :
       {"1.5", "1,5", "15.00", ".500", "1.", "1e3", "--1", "-", "9999999999999999", "1 500", "1500.000"}) {
    const auto form = form_of({{"aantal", typed}});
    FormReader reader(form);
    EXPECT_EQ(reader.whole_number("aantal", 0, 1'000'000), std::nullopt) << typed;
    EXPECT_THAT(faults_of(reader), ElementsAre("aantal: web.form.not_a_number")) << typed;
  }
  const auto form = form_of({{"aantal", "6"}});
  FormReader reader(form);
  EXPECT_EQ(reader.whole_number("aantal", 1, 5), std::nullopt);
  EXPECT_THAT(faults_of(reader), ElementsAre("aantal: web.form.out_of_range"));
}

}  // namespace
}  // namespace wijktafel::web
