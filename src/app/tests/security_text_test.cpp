#include "app/security_text.hpp"

#include <gtest/gtest.h>

#include "base/result.hpp"
#include "base/text.hpp"

namespace wijktafel::app {
namespace {

constexpr std::string_view path = "/.well-known/security.txt";
const Instant now = *parse_instant("2026-11-23T02:30:00Z");

std::string field(const http::Response& response, std::string_view name) {
  for (const auto line : split(response.content(), '\n'))
    if (line.starts_with(name) && line.substr(name.size()).starts_with(": "))
      return std::string(line.substr(name.size() + 2));
  return {};
}

TEST(SecurityText, SaysWhomToTellAndUntilWhenThatIsTrue) {
  const SecurityText text("veilig@voorbeeld.nl", "https://wijktafel.voorbeeld.nl");
  const auto response = text.answer(path, now);
  ASSERT_TRUE(response);
  EXPECT_EQ(response->status, 200);
  EXPECT_EQ(response->header("Content-Type"), "text/plain; charset=utf-8");
  EXPECT_EQ(field(*response, "Contact"), "mailto:veilig@voorbeeld.nl");
  EXPECT_EQ(field(*response, "Preferred-Languages"), "nl, en");
  EXPECT_EQ(field(*response, "Canonical"), "https://wijktafel.voorbeeld.nl/.well-known/security.txt");
}

TEST(SecurityText, ExpiresInTheFutureAndWithinAYearWheneverItIsAsked) {
  const SecurityText text("https://voorbeeld.nl/lek", "https://tafel.nl");
  for (int day = 0; day < 800; day += 7) {
    const Instant asked = now + std::chrono::days(day);
    const auto expires = parse_instant(field(*text.answer(path, asked), "Expires"));
    ASSERT_TRUE(expires);
    EXPECT_GT(*expires, asked + std::chrono::days(30));
    EXPECT_LT(*expires, asked + std::chrono::days(365));
  }
}

TEST(SecurityText, IsNotThereWithoutAContactAndOnNoOtherPath) {
  EXPECT_FALSE(SecurityText("", "https://tafel.nl").answer(path, now));
  EXPECT_FALSE(SecurityText("tel:+31101234567", "https://tafel.nl").answer("/security.txt", now));
}

TEST(SecurityText, TakesNoContactThatNobodyCanUseOrThatWritesALineOfItsOwn) {
  for (const auto* contact : {"niemand", "http://voorbeeld.nl", "mailto:", "https://", "javascript:alert(1)",
                              "https://voorbeeld.nl\nPolicy: https://kwaad.nl", "mailto:a b@voorbeeld.nl"})
    EXPECT_THROW(SecurityText(contact, "https://tafel.nl"), Failure) << contact;
}

}  // namespace
}  // namespace wijktafel::app
