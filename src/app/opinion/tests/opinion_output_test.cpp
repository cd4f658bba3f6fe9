// What leaves the program: JSON and the map.
#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

#include "app/opinion/map.hpp"
#include "app/opinion/opinion_json.hpp"
#include "compute/opinion/tests/town_support.hpp"

namespace wijktafel::app {
namespace {

namespace json = boost::json;
using testing::HasSubstr;
using testing::Not;

// A conversation with three people who think otherwise, too few to be shown.
OpinionInput small_group() {
  auto made = opinion::town({40, 40, 3}, 60, "small");
  for (auto& person : made.people) person = "resident-" + person;
  OpinionInput input;
  input.votes = made.votes();
  input.moderation.resize(60);
  input.places.assign(60, opinion::no_statement);
  return input;
}

TEST(OpinionJson, NothingShowsTheSmallGroupApart) {
  const auto input = small_group();
  const auto analysis = opinion::analyse(input.votes, input.moderation, {});
  ASSERT_EQ(analysis.joined, 1U);
  const auto text = groups_json(input, analysis, {});
  const auto object = json::parse(text).as_object();
  EXPECT_EQ(object.at("groups").as_array().size(), 2U);
  std::set<std::string> letters;
  for (const auto& person : object.at("coordinates").as_array())
    letters.insert(std::string(person.at("group").as_string()));
  EXPECT_EQ(letters, (std::set<std::string>{"A", "B"}));
  // Everybody minus the groups leaves nobody over.
  for (std::size_t s = 0; s < 60; ++s) {
    std::int64_t seen = 0;
    for (const auto& group : object.at("groups").as_array())
      seen += group.at("agree_disagree_seen").at(s).at(2).as_int64();
    EXPECT_EQ(seen, object.at("statement_list").at(s).at("seen").as_int64());
  }
  EXPECT_EQ(text, groups_json(input, opinion::analyse(input.votes, input.moderation, {}), {}));
}

TEST(OpinionMap, NamesNobodyAndTellsGroupsApartWithoutColour) {
  const auto input = small_group();
  const auto analysis = opinion::analyse(input.votes, input.moderation, {});
  const auto map = opinion_map(analysis, TerminalWords(i18n::Language::nl));
  EXPECT_THAT(map, Not(HasSubstr("resident")));
  EXPECT_THAT(map, HasSubstr("<title id=\"map-title\">Kaart van meningen</title>"));
  EXPECT_THAT(map, HasSubstr("Groep A: 43 mensen"));
  EXPECT_THAT(map, HasSubstr("<circle"));
  EXPECT_THAT(map, HasSubstr("<rect x="));
}

TEST(OpinionMap, WithoutGroupsSaysSo) {
  auto made = opinion::town({100}, 40, "a", false);
  OpinionInput input;
  input.votes = made.votes();
  const auto analysis = opinion::analyse(input.votes, {}, {});
  ASSERT_TRUE(analysis.groups.empty());
  EXPECT_THAT(opinion_map(analysis, TerminalWords(i18n::Language::en)), HasSubstr("no groups worth naming"));
  EXPECT_THAT(opinion_map(opinion::Analysis(), TerminalWords(i18n::Language::en)), HasSubstr("0 people"));
}

}  // namespace
}  // namespace wijktafel::app
