#include "capabilities/walks/tests/walks_support.hpp"

#include "base/digest.hpp"

namespace wijktafel::walks::testing {
namespace {

identity::Grant role(std::string name) {
  return {.role = std::move(name), .area = "BU00010101", .organisation = std::nullopt};
}
identity::Grant member(OrganisationId organisation) {
  return {.role = "member", .area = {}, .organisation = organisation};
}
std::string text_of(auto id) { return std::to_string(raw(id)); }

}  // namespace

WalkTest::WalkTest() {
  town_.database().write([&](db::Transaction& tx) {
    municipality_ = organisations::create_organisation(tx, "municipality", "Gemeente Voorbeeldstad");
    corporation_ = organisations::create_organisation(tx, "housing_corporation", "Woonstichting Zuid");
  });
  ingrid_id_ = town_.person("Ingrid", {role("coordinator")}, "ingrid@voorbeeld.nl");
  bram_id_ = town_.person("Bram", {member(municipality_)}, "bram@voorbeeld.nl");
  karel_id_ = town_.person("Karel", {member(corporation_)}, "karel@voorbeeld.nl");
  cor_id_ = town_.person("Cor", {role("panel_member")}, "cor@voorbeeld.nl");
  on_the_day("2026-11-22");
}

http::Pairs WalkTest::plan(std::string date) const {
  return {{"date", std::move(date)},
          {"time", "19:00"},
          {"meeting_place", "Bij de school"},
          {"theme", "safety"},
          {"people", text_of(bram_id_)},
          {"people", text_of(cor_id_)},
          {"others", "3 bewoners"}};
}

std::string WalkTest::location(const http::Response& response) {
  const auto url = std::string(response.header("Location"));
  return url.substr(std::string("/voorbeeldstad").size());
}

std::string WalkTest::planned(const http::Pairs& form) {
  const auto response = ingrid_.post("/parkbuurt/schouwen/nieuw", form);
  EXPECT_EQ(response.status, 303) << response.content();
  return location(response);
}

void WalkTest::on_the_day(std::string_view iso) {
  town_.clock().set(at(parse_date(iso).value(), 19, 5));
  ingrid_.enter(ingrid_id_);
  bram_.enter(bram_id_);
  karel_.enter(karel_id_);
  cor_.enter(cor_id_);
}

http::Pairs WalkTest::point(const std::string& next, const std::string& text) const {
  return {{"sending", random_token()},          {"kind", "shortfall"}, {"text", text},
          {"place_words", "bij de glasbak"},    {"next", next},        {"promiser", text_of(municipality_)},
          {"promise", "De stoep recht leggen"}, {"due", "2026-12-10"}};
}

std::string WalkTest::see(Browser& browser, const std::string& path) {
  const auto page = browser.get(path);
  EXPECT_EQ(page.status, 200) << path;
  return page.content();
}

std::string WalkTest::begun() {
  const auto walk = planned(plan());
  on_the_day();
  EXPECT_EQ(ingrid_.post(walk + "/begin").status, 303);
  return walk;
}

std::vector<items::Item> WalkTest::all(const std::string& kind) {
  return town_.database().read(
      [&](db::Transaction& tx) { return items::list(tx, {.area = "BU00010101", .kinds = {kind}}); });
}

}  // namespace wijktafel::walks::testing
