// The pages of organisations through the whole program.
#include <gmock/gmock.h>

#include "app/testing.hpp"
#include "capabilities/organisations/organisations.hpp"

namespace wijktafel::organisations {
namespace {

using testing::HasSubstr;
using testing::Not;

class OrganisationPages : public testing::Test {
 protected:
  OrganisationId add(std::string_view kind, std::string_view name) {
    return town_.database().write([&](db::Transaction& tx) { return create_organisation(tx, kind, name); });
  }
  app::testing::Browser administrator() {
    app::testing::Browser browser(town_);
    browser.enter(
        town_.person("Ada Beheer", {{.role = "administrator", .area = {}, .organisation = std::nullopt}}));
    return browser;
  }
  app::testing::Town town_;
  app::testing::Browser visitor_{town_};
};

TEST_F(OrganisationPages, ShowEverybodyWhoIsWhoByKindWithTheirContacts) {
  const auto linde = add("housing_corporation", "Woonstichting De Linde & Co");
  town_.person("Noor de Vries", {{.role = "member", .area = {}, .organisation = linde}},
               "noor@voorbeeld.example");
  const auto page = visitor_.get("/organisaties");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.content(), HasSubstr("Wie is wie"));
  EXPECT_THAT(page.content(), HasSubstr("Woningcorporatie"));
  EXPECT_THAT(page.content(), HasSubstr("Woonstichting De Linde &amp; Co"));
  EXPECT_THAT(page.content(), HasSubstr("Noor de Vries"));
  EXPECT_THAT(page.content(), Not(HasSubstr("noor@voorbeeld.example")));
  EXPECT_THAT(page.content(), Not(HasSubstr("/beheer/organisaties")));
}

TEST_F(OrganisationPages, ShowOneOrganisation) {
  add("police", "Politie Noord");
  const auto page = visitor_.get("/organisaties/politie-noord");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.content(), HasSubstr("Politie Noord"));
  EXPECT_EQ(visitor_.get("/organisaties/bestaat-niet").status, 404);
}

TEST_F(OrganisationPages, AreReachedFromTheMunicipalityAndFromTheAccountOfAnAdministrator) {
  EXPECT_THAT(visitor_.get("").content(), HasSubstr("href=\"/voorbeeldstad/organisaties\""));
  EXPECT_THAT(visitor_.get("/parkbuurt").content(), HasSubstr("href=\"/voorbeeldstad/organisaties\""));
  EXPECT_THAT(administrator().get("/mijn").content(),
              HasSubstr("href=\"/voorbeeldstad/beheer/organisaties\""));
  app::testing::Browser resident(town_);
  resident.enter(town_.person("Sem", {{.role = "resident", .area = {}, .organisation = std::nullopt}}));
  EXPECT_THAT(resident.get("/mijn").content(), Not(HasSubstr("/beheer/")));
}

TEST_F(OrganisationPages, OfManagingAreForAdministrators) {
  EXPECT_EQ(visitor_.get("/beheer/organisaties").status, 303);
  app::testing::Browser resident(town_);
  resident.enter(town_.person("Sem", {{.role = "resident", .area = {}, .organisation = std::nullopt}}));
  EXPECT_EQ(resident.get("/beheer/organisaties").status, 403);
  EXPECT_EQ(resident.post("/beheer/organisaties", {{"name", "Politie"}, {"kind", "police"}}).status, 403);
  EXPECT_EQ(administrator().get("/beheer/organisaties").status, 200);
}

TEST_F(OrganisationPages, AddAnOrganisation) {
  auto browser = administrator();
  EXPECT_EQ(browser.post("/beheer/organisaties", {{"name", " Politie  Noord "}, {"kind", "police"}}).status,
            303);
  EXPECT_THAT(visitor_.get("/organisaties").content(), HasSubstr("Politie"));
}

TEST_F(OrganisationPages, GiveTheFormBackWithWhatWasTypedAndEveryFault) {
  auto browser = administrator();
  const auto page = browser.post("/beheer/organisaties", {{"name", "Politie <Noord>"}, {"kind", "partij"}});
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.content(), HasSubstr("Politie &lt;Noord&gt;"));
  const auto empty = browser.post("/beheer/organisaties", {});
  EXPECT_EQ(empty.status, 422);
  EXPECT_THAT(empty.content(), HasSubstr("Vul de naam van de organisatie in"));
  EXPECT_THAT(empty.content(), HasSubstr("Kies wat voor organisatie het is"));
}

TEST_F(OrganisationPages, RefuseANameThatIsTaken) {
  add("police", "Politie");
  auto browser = administrator();
  const auto page = browser.post("/beheer/organisaties", {{"name", "POLITIE"}, {"kind", "other"}});
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.content(), HasSubstr("Politie staat al op de lijst"));
}

TEST_F(OrganisationPages, ChangeANameAndKeepTheAddress) {
  add("police", "Politie");
  auto browser = administrator();
  EXPECT_THAT(browser.get("/beheer/organisaties/politie").content(), HasSubstr("Politie wijzigen"));
  const auto changed =
      browser.post("/beheer/organisaties/politie", {{"name", "Politie Noord"}, {"kind", "police"}});
  EXPECT_EQ(changed.status, 303);
  EXPECT_THAT(visitor_.get("/organisaties/politie").content(), HasSubstr("Politie Noord"));
  EXPECT_EQ(browser.get("/beheer/organisaties/onbekend").status, 404);
  EXPECT_EQ(browser.post("/beheer/organisaties/onbekend", {{"name", "X"}, {"kind", "other"}}).status, 404);
}

TEST_F(OrganisationPages, TakeNoFormFromAnotherSite) {
  auto browser = administrator();
  EXPECT_EQ(
      browser.post("/beheer/organisaties", {{"name", "Politie"}, {"kind", "police"}}, "cross-site").status,
      403);
  EXPECT_THAT(visitor_.get("/organisaties").content(), Not(HasSubstr("/organisaties/politie")));
}

}  // namespace
}  // namespace wijktafel::organisations
