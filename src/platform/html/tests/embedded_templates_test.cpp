// Guard over all templates of the program: they load, in both languages.
#include <gtest/gtest.h>

#include "platform/embedded/embedded.hpp"
#include "platform/html/example.hpp"
#include "platform/html/templates.hpp"

namespace wijktafel::html {
namespace {

TEST(EmbeddedTemplates, AllLoad) {
  const auto words = i18n::Words::embedded();
  EXPECT_NO_THROW({ const Templates templates(words); });
}

TEST(EmbeddedTemplates, AreTheSameFromDisk) {
  const auto words = i18n::Words::embedded();
  const Templates embedded(words);
  const Templates from_disk(words, WIJKTAFEL_SOURCE_DIR "/src");
  EXPECT_EQ(embedded.names(), from_disk.names());
}

TEST(EmbeddedTemplates, EveryExampleIsFoundByTheNameOfItsTemplate) {
  const auto words = i18n::Words::embedded();
  std::size_t found = 0;
  for (const auto& name : Templates(words).names()) found += find_example(name).has_value();
  std::size_t examples = 0;
  for (const auto& file : embedded::files()) examples += file.name.ends_with(".example.json");
  EXPECT_EQ(found, examples);
  EXPECT_FALSE(find_example("design/no_such_template"));
}

}  // namespace
}  // namespace wijktafel::html
