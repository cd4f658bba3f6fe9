#include "platform/web/assets.hpp"

#include <gtest/gtest.h>

#include "platform/embedded/embedded.hpp"

namespace wijktafel::web {
namespace {

class AssetsTest : public testing::Test {
 protected:
  http::Response ask(std::string path, std::string_view accept = {},
                     http::Method method = http::Method::get) const {
    http::Request request;
    request.method = method;
    request.path = std::move(path);
    request.headers = {{"Accept-Encoding", std::string(accept)}};
    return assets.answer(request);
  }
  std::string current(std::string_view name) const {
    return "/assets/" + assets.version() + "/" + std::string(name);
  }
  const std::vector<embedded::File> files{{"assets/app.css", "plain"},
                                          {"assets/app.css.br", "brotli"},
                                          {"assets/app.css.gz", "gzip"},
                                          {"assets/fonts/a.woff2", "font"},
                                          {"capabilities/x/words/nl.toml", "geheim"}};
  Assets assets{files};
};

TEST_F(AssetsTest, AreKeptForEverUnderTheirVersion) {
  const auto response = ask(current("app.css"));
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.content(), "plain");
  EXPECT_EQ(response.header("Content-Type"), "text/css; charset=utf-8");
  EXPECT_EQ(response.header("Cache-Control"), "public, max-age=31536000, immutable");
}

TEST_F(AssetsTest, OfAnotherVersionAreKeptShortly) {
  EXPECT_EQ(ask("/assets/0123456789/app.css").header("Cache-Control"), "public, max-age=60");
}

TEST_F(AssetsTest, ComeInTheEncodingThatTheBrowserTakes) {
  EXPECT_EQ(ask(current("app.css"), "gzip, br").content(), "brotli");
  EXPECT_EQ(ask(current("app.css"), "gzip, br").header("Content-Encoding"), "br");
  EXPECT_EQ(ask(current("app.css"), "gzip").content(), "gzip");
  EXPECT_EQ(ask(current("app.css")).header("Vary"), "Accept-Encoding");
  EXPECT_EQ(ask(current("fonts/a.woff2"), "gzip, br").content(), "font");
  EXPECT_EQ(ask(current("fonts/a.woff2")).header("Content-Type"), "font/woff2");
}

TEST_F(AssetsTest, AreOnlyWhatIsBelowAssets) {
  for (const auto* name : {"app.css.br", "fonts", "../capabilities/x/words/nl.toml", "", "nergens.js"})
    EXPECT_EQ(ask(current(name)).status, 404) << name;
  EXPECT_EQ(ask("/assets/app.css").status, 404);
  EXPECT_EQ(ask(current("app.css"), "", http::Method::post).status, 405);
}

TEST_F(AssetsTest, HaveAVersionThatChangesWithAnyOfThem) {
  auto changed = files;
  changed[3].content = "other font";
  EXPECT_NE(Assets(changed).version(), assets.version());
  EXPECT_EQ(Assets(files).version(), assets.version());
}

}  // namespace
}  // namespace wijktafel::web
