// Against the program's own HTTP server.
#include "platform/fetch/fetch.hpp"

#include <gmock/gmock.h>
#include <thread>

#include "platform/http/server.hpp"

namespace wijktafel::fetch {
namespace {

using namespace std::chrono_literals;

class Fetch : public ::testing::Test {
 protected:
  Fetch()
      : server_(
            {.port = 0, .workers = 2}, [this](http::Request& request) { return answer(request); },
            [](http::Method, std::string_view) { return std::size_t{1} << 20; }),
        thread_([this] { server_.run(); }) {}
  ~Fetch() override {
    server_.stop();
    thread_.join();
  }
  std::string at(std::string_view path) const {
    return "http://127.0.0.1:" + std::to_string(server_.port()) + std::string(path);
  }
  http::Response answer(http::Request& request) {
    seen_ = request;
    if (request.path == "/slow") std::this_thread::sleep_for(3s);
    if (request.path == "/large") return http::text_response(std::string(2000, 'x'));
    if (request.path == "/round") return http::see_other("/round");
    if (request.path == "/moved") return http::moved("/there");
    return http::text_response("said", request.path == "/none" ? 404 : 200);
  }

  http::Request seen_;
  http::Server server_;
  std::thread thread_;
};

TEST_F(Fetch, GivesStatusAndBodyAlsoOfARefusal) {
  const auto found = fetch({.url = at("/there?a=1")});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->status, 200);
  EXPECT_EQ(found->body, "said");
  EXPECT_EQ(fetch({.url = at("/none")})->status, 404);
}

TEST_F(Fetch, PostsAFormAndItsHeadersAsTheyAre) {
  ASSERT_TRUE(fetch({.url = at("/form"),
                     .headers = {{"Idempotency-Key", "k-1"}},
                     .form = {{"attribute[A]", "één & twee\n=drie"}, {"empty", ""}}}));
  EXPECT_EQ(seen_.method, http::Method::post);
  EXPECT_EQ(seen_.body, "attribute%5BA%5D=%C3%A9%C3%A9n%20%26%20twee%0A%3Ddrie&empty=");
  EXPECT_EQ(seen_.header("Content-Type"), "application/x-www-form-urlencoded; charset=utf-8");
  EXPECT_EQ(seen_.header("Idempotency-Key"), "k-1");
}

TEST_F(Fetch, FollowsRedirectsOfAGetUntilItIsEnough) {
  EXPECT_EQ(fetch({.url = at("/moved")})->body, "said");
  EXPECT_FALSE(fetch({.url = at("/round")}));
  EXPECT_EQ(fetch({.url = at("/moved"), .form = {{"a", "b"}}})->status, 308);
}

TEST_F(Fetch, TakesNoMoreThanItWasAllowedAndWaitsNoLonger) {
  const auto large = fetch({.url = at("/large"), .most_bytes = 1000});
  ASSERT_FALSE(large);
  EXPECT_EQ(large.error().why, "the answer is too large");
  EXPECT_FALSE(fetch({.url = at("/slow"), .patience = 1s}));
}

TEST_F(Fetch, SaysThatNobodyIsThereWithoutTheAddress) {
  const auto found = fetch({.url = "http://127.0.0.1:1/secret"});
  ASSERT_FALSE(found);
  EXPECT_THAT(found.error().why, ::testing::Not(::testing::HasSubstr("secret")));
}

TEST_F(Fetch, TakesNoHeaderWithALineEnd) {
  EXPECT_THROW((void)fetch({.url = at("/"), .headers = {{"A", "b\r\nC: d"}}}), Failure);
}

TEST(FetchAddress, IsHttpWithAHostAndNothingHidden) {
  EXPECT_TRUE(is_address("https://open311.voorbeeld.nl/v2"));
  EXPECT_TRUE(is_address("http://127.0.0.1:8081/open311"));
  for (const auto* wrong :
       {"", "open311.voorbeeld.nl", "ftp://voorbeeld.nl", "file:///etc/passwd",
        "https://user:key@voorbeeld.nl/", "https://", "https://voorbeeld.nl/#a", "https://voorbeeld.nl/ x"})
    EXPECT_FALSE(is_address(wrong)) << wrong;
  EXPECT_FALSE(is_address("https://voorbeeld.nl/" + std::string(600, 'a')));
}

}  // namespace
}  // namespace wijktafel::fetch
