#include "platform/web/page_cache.hpp"

#include <atomic>
#include <future>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <thread>

#include "base/result.hpp"

namespace wijktafel::web {
namespace {

constexpr Instant noon{std::chrono::hours(12)};
constexpr Instant midnight{std::chrono::hours(24)};

class PageCacheTest : public testing::Test {
 protected:
  Rendered rendered(std::string body, std::string area = {}) {
    ++renders;
    return {http::html_response(std::move(body)), true, std::move(area), midnight};
  }
  std::string ask(const std::string& key = "p", const std::string& area = "BU1", Instant now = noon) {
    const auto answer = cache.find_or_render(
        key, area, now, [&] { return rendered("pagina " + std::to_string(renders + 1)); });
    return answer.page ? *answer.page->content(Encoding::none) : answer.response.body;
  }
  std::map<std::string, std::uint64_t, std::less<>> versions;
  double seconds = 0;
  std::atomic<int> renders = 0;
  PageCache cache{[this](std::string_view area) { return versions[std::string(area)]; }, 40'000,
                  [this] { return seconds; }};
};

TEST_F(PageCacheTest, RendersOnceUntilTheAreaChanges) {
  EXPECT_EQ(ask(), "pagina 1");
  EXPECT_EQ(ask(), "pagina 1");
  ++versions["BU2"];
  EXPECT_EQ(ask(), "pagina 1");
  ++versions["BU1"];
  EXPECT_EQ(ask(), "pagina 2");
  EXPECT_EQ(cache.counts().hits, 2u);
  EXPECT_EQ(cache.counts().misses, 2u);
}

TEST_F(PageCacheTest, RendersAgainWhenTimeAloneChangesThePage) {
  EXPECT_EQ(ask(), "pagina 1");
  EXPECT_EQ(ask("p", "BU1", midnight - std::chrono::milliseconds(1)), "pagina 1");
  EXPECT_EQ(ask("p", "BU1", midnight), "pagina 2");
}

TEST_F(PageCacheTest, AWriteDuringTheRenderMakesThePageStale) {
  cache.find_or_render("p", "BU1", noon, [&] {
    ++versions["BU1"];
    return rendered("gelezen voor de wijziging");
  });
  EXPECT_EQ(ask(), "pagina 2");
}

TEST_F(PageCacheTest, UnderAStormOfWritesRendersFourTimesASecond) {
  ask();
  const auto storm = [&](int requests, double step) {
    const int before = renders;
    for (int i = 0; i < requests; ++i) {
      ++versions["BU1"];
      seconds += step;
      ask();
    }
    return renders - before;
  };
  EXPECT_LE(storm(1000, 0.01), 4 + 10 * 4);  // ten seconds, after a rest
  EXPECT_GE(renders, 30);
  seconds += 5;
  ++versions["BU1"];
  const int before = renders;
  ask();
  EXPECT_EQ(renders, before + 1);
}

TEST_F(PageCacheTest, WhatIsReadyIsTheLastOneWhileNoRenderIsAllowed) {
  const auto ready = [&] {
    const auto page = cache.find_ready("p", noon);
    return page ? *page->content(Encoding::none) : std::string("none");
  };
  EXPECT_EQ(ready(), "none");
  std::string last;
  for (int write = 0; write < 4; ++write) {
    ++versions["BU1"];
    EXPECT_EQ(ready(), "none") << "somebody may render it";
    last = ask();
    EXPECT_EQ(ready(), last);
  }
  ++versions["BU1"];
  EXPECT_EQ(ready(), last);
  EXPECT_EQ(ask(), last);
  seconds += 0.25;
  EXPECT_EQ(ready(), "none");
  EXPECT_NE(ask(), last);
}

TEST_F(PageCacheTest, AHandlerMayNameAnotherArea) {
  const auto render = [&] { return rendered("stad", "GM1"); };
  cache.find_or_render("p", "BU1", noon, render);
  cache.find_or_render("p", "BU1", noon, render);  // the first time it was not known whose version to read
  EXPECT_EQ(renders, 2);
  cache.find_or_render("p", "BU1", noon, render);
  ++versions["BU1"];
  cache.find_or_render("p", "BU1", noon, render);
  EXPECT_EQ(renders, 2);
  ++versions["GM1"];
  cache.find_or_render("p", "BU1", noon, render);
  EXPECT_EQ(renders, 3);
}

TEST_F(PageCacheTest, WhatMayNotBeKeptIsNot) {
  const auto render = [&] {
    ++renders;
    return Rendered{http::html_response("voor u alleen"), false, {}, midnight};
  };
  EXPECT_EQ(cache.find_or_render("p", "BU1", noon, render).page, nullptr);
  EXPECT_EQ(cache.find_or_render("p", "BU1", noon, render).response.body, "voor u alleen");
  EXPECT_EQ(renders, 2);
  EXPECT_EQ(cache.counts().pages, 0u);
}

TEST_F(PageCacheTest, ForgetsTheLeastRecentlyUsed) {
  const auto large = [&] { return rendered(std::string(8'000, 'x')); };  // 13 kB with its compressed forms
  for (const auto* key : {"a", "b", "c", "a", "d"}) cache.find_or_render(key, "BU1", noon, large);
  EXPECT_EQ(renders, 4);
  EXPECT_EQ(cache.counts().pages, 3u);
  EXPECT_LE(cache.counts().bytes, 40'000u);
  cache.find_or_render("a", "BU1", noon, large);
  EXPECT_EQ(renders, 4);
  cache.find_or_render("b", "BU1", noon, large);
  EXPECT_EQ(renders, 5);
}

TEST_F(PageCacheTest, APageLargerThanTheCacheIsSentAndForgotten) {
  const auto answer =
      cache.find_or_render("p", "BU1", noon, [&] { return rendered(std::string(100'000, 'x')); });
  ASSERT_NE(answer.page, nullptr);
  EXPECT_EQ(answer.page->content(Encoding::none)->size(), 100'000u);
  EXPECT_EQ(cache.counts().pages, 0u);
  EXPECT_EQ(cache.counts().bytes, 0u);
}

TEST_F(PageCacheTest, OneRendersWhileOthersWait) {
  std::promise<void> begun, may_go_on;
  std::jthread first([&] {
    cache.find_or_render("p", "BU1", noon, [&] {
      begun.set_value();
      may_go_on.get_future().wait();
      return rendered("samen");
    });
  });
  begun.get_future().wait();
  std::vector<std::future<std::string>> others;
  for (int i = 0; i < 4; ++i) others.push_back(std::async(std::launch::async, [&] { return ask(); }));
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  EXPECT_EQ(renders, 0);
  may_go_on.set_value();
  for (auto& other : others) EXPECT_EQ(other.get(), "samen");
  EXPECT_EQ(renders, 1);
}

TEST_F(PageCacheTest, AFailureIsNotKeptAndNobodyWaitsForIt) {
  EXPECT_THROW(cache.find_or_render("p", "BU1", noon, []() -> Rendered { throw Failure("stuk"); }), Failure);
  EXPECT_EQ(ask(), "pagina 1");
}

TEST(KeptPage, HasOneTagForItsContentWhateverTheEncoding) {
  const KeptPage page(http::html_response(std::string(5'000, 'x')));
  const KeptPage same(http::html_response(std::string(5'000, 'x')));
  const KeptPage other(http::html_response(std::string(5'001, 'x')));
  EXPECT_EQ(page.etag(), same.etag());
  EXPECT_NE(page.etag(), other.etag());
  EXPECT_LT(page.content(Encoding::gzip)->size(), 200u);
  EXPECT_EQ(page.content(Encoding::brotli), page.content(Encoding::brotli));
}

}  // namespace
}  // namespace wijktafel::web
