// The front page behind the real edge, with the borders and a few invented addresses.
#include <boost/json.hpp>
#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <spdlog/spdlog.h>

#include "capabilities/places/actions/import_addresses.hpp"
#include "capabilities/places/tests/places_support.hpp"
#include "design/edge_pages.hpp"
#include "platform/http/target.hpp"
#include "platform/web/edge.hpp"

namespace wijktafel::places {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

identity::Permissions declared_permissions() {
  identity::Permissions all;
  for (const auto& permission : capability().permissions) all.grant(permission.name, permission.roles);
  return all;
}

class HomePage : public testing::Test {
 protected:
  HomePage()
      : service_(new web::Service{
            .database = *database_,
            .clock = clock_,
            .words = words_,
            .templates = templates_,
            .files = files_,
            .jobs = jobs_,
            .permissions = permissions_,
            .base_url = "http://tafel.nl",
            .municipality_path = "/lansingerland",
            .mail_folder = {},
            .kinds = {},
            .tabs = {},
            .slots = {},
            .asset_version = "1",
            .find_area_by_slug = [this](std::string_view slug) { return directory_.find_by_slug(slug); },
            .find_area = [this](std::string_view key) { return directory_.find(key); },
            .find_actor = [](std::string_view) { return identity::visitor(); }}),
        edge_(*service_, capability().routes, design::edge_pages()) {
    spdlog::set_level(spdlog::level::off);  // the log is not what is tested here
  }
  ~HomePage() override { std::filesystem::remove_all(folder_); }

  void with_addresses() {
    const auto imported = database_->write([](db::Transaction& tx) {
      return import_addresses(tx,
                              "postcode;huisnummer;straat;gebied\n2651AB;12;Oranjelaan;BU16212131\n"
                              "2651CD;1;Parklaan;BU16212121\n2651CD;2;Parklaan;BU16212131\n");
    });
    ASSERT_TRUE(imported);
  }

  http::Response get(const std::string& target, const std::string& language = {}) {
    const auto parsed = http::parse_target(target);
    http::Request request;
    request.target = target;
    request.path = parsed->path;
    request.query = http::parse_query(parsed->query);
    request.headers.emplace_back("Host", "tafel.nl");
    if (!language.empty()) request.cookies.emplace_back("taal", language);
    return edge_.handle(request);
  }
  static std::string location(const http::Response& response) {
    const auto found = http::find(response.headers, "Location");
    return found ? std::string(*found) : std::string();
  }

  std::filesystem::path folder_ = std::filesystem::path(testing::TempDir()) / "places_home_page";
  std::unique_ptr<db::Database> database_ = with_lansingerland();
  FixedClock clock_{*parse_instant("2026-11-22T12:00:00Z")};
  i18n::Words words_ = i18n::Words::embedded();
  html::Templates templates_{words_};
  files::FileStore files_{folder_};
  jobs::JobKinds jobs_;
  identity::Permissions permissions_ = declared_permissions();
  Directory directory_{*database_, "/lansingerland"};
  std::unique_ptr<web::Service> service_;
  web::Edge edge_;
};

TEST_F(HomePage, ShowsEveryNeighbourhoodOnTheMapAndInTheListAndNamesTheSource) {
  const auto page = get("/lansingerland").content();
  EXPECT_THAT(page, HasSubstr("<h1>Zoek uw buurt</h1>"));
  EXPECT_THAT(page, HasSubstr(R"(<a href="/lansingerland/oranjebuurt-berkel" tabindex="-1")"));
  EXPECT_THAT(page, HasSubstr(R"(<li><a href="/lansingerland/oranjebuurt-berkel">Oranjebuurt</a></li>)"));
  EXPECT_THAT(page, HasSubstr(R"(<h3><a href="/lansingerland/berkel">Berkel</a></h3>)"));
  EXPECT_THAT(page, HasSubstr("Grenzen: CBS, Kadaster, 2022, CC BY 4.0"));
}

TEST_F(HomePage, AsksForAnAddressOnlyWhereAddressesAreKnown) {
  EXPECT_THAT(get("/lansingerland").content(), Not(HasSubstr("name=\"postcode\"")));
  with_addresses();
  EXPECT_THAT(get("/lansingerland").content(), HasSubstr("name=\"postcode\""));
}

TEST_F(HomePage, AnAddressLeadsToItsNeighbourhood) {
  with_addresses();
  for (const auto* typed :
       {"postcode=2651AB&huisnummer=12", "postcode=2651ab+12+a&huisnummer=", "postcode=2651%20AB"}) {
    const auto response = get("/lansingerland/zoek-buurt?" + std::string(typed));
    EXPECT_EQ(response.status, 303) << typed;
    EXPECT_EQ(location(response), "/lansingerland/oranjebuurt-berkel") << typed;
  }
}

TEST_F(HomePage, WhatIsMissingIsAskedForAndNothingTypedIsLost) {
  with_addresses();
  const auto empty = get("/lansingerland/zoek-buurt?postcode=&huisnummer=12").content();
  EXPECT_THAT(empty, AllOf(HasSubstr("Vul uw postcode in."), HasSubstr(R"(value="12")")));
  EXPECT_THAT(get("/lansingerland/zoek-buurt?postcode=Oranjelaan").content(),
              AllOf(HasSubstr("vier cijfers en twee letters"), HasSubstr(R"(value="Oranjelaan")")));
  EXPECT_THAT(get("/lansingerland/zoek-buurt?postcode=2651CD").content(),
              HasSubstr("Vul ook uw huisnummer in."));
}

TEST_F(HomePage, AnUnknownAddressIsAnsweredWithASentence) {
  with_addresses();
  EXPECT_THAT(get("/lansingerland/zoek-buurt?postcode=1012AB&huisnummer=1").content(),
              HasSubstr("We kennen dit adres niet"));
}

TEST_F(HomePage, WhatIsTypedIsNeverMarkup) {
  with_addresses();
  EXPECT_THAT(get("/lansingerland/zoek-buurt?postcode=%22%3E%3Cscript%3E").content(),
              Not(HasSubstr("\"><script>")));
}

TEST_F(HomePage, APositionLeadsToItsNeighbourhoodOrIsAnsweredWithASentence) {
  const auto centre =
      database_->read([](db::Transaction& tx) { return find_area(tx, "BU16212131")->centre; });
  const auto found = get("/lansingerland/hier?breedte=" + std::to_string(centre.latitude) +
                         "&lengte=" + std::to_string(centre.longitude));
  EXPECT_EQ(location(found), "/lansingerland/oranjebuurt-berkel");
  EXPECT_THAT(get("/lansingerland/hier?breedte=52.155174&lengte=5.387206").content(),
              HasSubstr("Deze plek ligt niet in Lansingerland"));
  for (const auto* odd : {"", "breedte=noord&lengte=oost", "breedte=nan&lengte=inf", "breedte=52.1"})
    EXPECT_EQ(get("/lansingerland/hier?" + std::string(odd)).status, 200) << odd;
}

TEST_F(HomePage, SpeaksEnglish) {
  EXPECT_THAT(get("/lansingerland", "en").content(), HasSubstr("<h1>Find your neighbourhood</h1>"));
}

class ImportSections : public HomePage {
 protected:
  void import(const std::string& section, const std::string& json) {
    for (const auto& exchange : capability().exchanges)
      if (exchange.section == section)
        database_->write(
            [&](db::Transaction& tx) { exchange.import(tx, *service_, boost::json::parse(json)); });
  }
  std::string refused(const std::string& section, const std::string& json) {
    try {
      import(section, json);
    } catch (const Failure& failure) {
      return failure.what();
    }
    return {};
  }
};

TEST_F(ImportSections, BordersMayBeNamedOrStandInTheFile) {
  const std::string head =
      R"({"municipality":{"code":"GM1621","name":"Lansingerland"},"vintage":2023,"source":"CBS",)";
  EXPECT_EQ(refused("areas", head + R"("borders":"lansingerland_buurten_2022"})"), "");
  EXPECT_THAT(refused("areas", head + R"("borders":"../../words/nl"})"), HasSubstr("no borders named"));
  EXPECT_THAT(refused("areas", head + R"("borders":{"type":"FeatureCollection","features":[]}})"),
              HasSubstr("There are no areas in the file."));
}

TEST_F(ImportSections, AddressesMayBeObjectsOrLinesAndFaultsAreNamed) {
  import("addresses",
         R"([{"postcode":"2651AB","house_number":12,"street":"Laan \"A\"; B","area":"BU16212131"}])");
  EXPECT_EQ(location(get("/lansingerland/zoek-buurt?postcode=2651AB")), "/lansingerland/oranjebuurt-berkel");
  EXPECT_THAT(refused("addresses", R"("postcode;huisnummer;gebied\n2651AB;12;nergens")"),
              HasSubstr("Line 2: The area \"nergens\" is not known."));
}

TEST_F(ImportSections, SettingsAreCheckedAgainstWhatIsDeclared) {
  const web::Setting days{"signals.answer_days", web::Setting::Type::whole_number, "5"};
  service_->settings = {days};
  import("settings",
         R"([{"area":"GM1621","name":"signals.answer_days","value":8,"valid_from":"2020-01-01"}])");
  database_->read([&](db::Transaction& tx) {
    EXPECT_EQ(whole_number(tx, "BU16212131", days, *parse_date("2026-11-22")), 8);
  });
  EXPECT_THAT(
      refused("settings", R"({"area":"GM1621","name":"signals.colour","value":8,"valid_from":"2020-01-01"})"),
      HasSubstr("The setting \"signals.colour\" does not exist."));
  EXPECT_THAT(refused("settings",
                      R"({"area":"GM1621","name":"signals.answer_days","value":8,"valid_from":"straks"})"),
              HasSubstr("is no date"));
}

}  // namespace
}  // namespace wijktafel::places
