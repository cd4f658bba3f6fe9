// What services ask comes in with a file.
#include <gmock/gmock.h>

#include "app/testing.hpp"
#include "base/result.hpp"
#include "capabilities/open311/store.hpp"

namespace wijktafel::open311 {
namespace {

using ::testing::HasSubstr;

std::string story_of(const std::string& question) {
  return R"({"themes": [{"key": "licht", "name": "Licht", "domains": ["physical"]}], "service_questions": [)" +
         question + "]}";
}

std::string refusal_of(const std::string& question) {
  return app::testing::refusal_of_story(story_of(question));
}

TEST(ServiceQuestions, ComeInOncePerCodeWithTheirChoicesInOrder) {
  const std::string first = R"({"service": "licht", "code": "stand", "question": "Hoe?"})";
  const std::string second =
      R"({"service": "licht", "code": "stand", "datatype": "singlevaluelist", "required": true,
    "question": "Wat is er?", "how": "Kies er één", "choices": {"uit": "Uit", "knippert": "Knippert"}})";
  app::testing::Town town({.story = story_of(first + "," + second)});
  const auto asked =
      town.database().read([](db::Transaction& tx) { return store::attributes_of(tx, "licht"); });
  ASSERT_EQ(asked.size(), 1u);
  EXPECT_EQ(asked[0].description, "Wat is er?");
  EXPECT_TRUE(asked[0].is_required);
  ASSERT_EQ(asked[0].choices.size(), 2u);
  EXPECT_EQ(asked[0].choices[1].name, "Knippert");
}

TEST(ServiceQuestions, SayWithTheirCodeWhatIsWrong) {
  EXPECT_THAT(refusal_of(R"({"service": "geur", "code": "a", "question": "?"})"),
              HasSubstr("service_questions geur/a: there is no such service"));
  EXPECT_THAT(refusal_of(R"({"service": "licht", "code": "a b", "question": "?"})"),
              HasSubstr("make a code"));
  EXPECT_THAT(refusal_of(R"({"service": "licht", "code": "a"})"), HasSubstr("there is no \"question\""));
  EXPECT_THAT(refusal_of(R"({"service": "licht", "code": "a", "question": "?", "datatype": "smell"})"),
              HasSubstr("\"smell\" is no datatype"));
  EXPECT_THAT(
      refusal_of(R"({"service": "licht", "code": "a", "question": "?", "datatype": "multivaluelist"})"),
      HasSubstr("a list has no \"choices\""));
}

}  // namespace
}  // namespace wijktafel::open311
