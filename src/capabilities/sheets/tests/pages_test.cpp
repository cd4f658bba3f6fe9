// A sheet and what comes back on its strip, through the whole program.
#include <gmock/gmock.h>

#include "app/testing.hpp"
#include "base/digest.hpp"
#include "capabilities/accounts/accounts.hpp"
#include "capabilities/items/items.hpp"
#include "capabilities/sheets/web/help_mail.hpp"
#include "capabilities/signals/signals.hpp"

namespace wijktafel::sheets {
namespace {

using app::testing::Browser;
using app::testing::Town;
using ::testing::HasSubstr;
using ::testing::Not;

identity::Grant role(std::string name) {
  return {.role = std::move(name), .area = "BU00010101", .organisation = std::nullopt};
}

// Parkbuurt on 22 November 2026 at noon.
class SheetPages : public ::testing::Test {
 protected:
  SheetPages() { ingrid_.enter(town_.person("Ingrid", {role("coordinator")})); }

  items::ItemId told(const std::string& text) {
    return town_.database().write([&](db::Transaction& tx) {
      const auto call = web::job_call(town_.service(), i18n::Language::nl, town_.clock().now());
      return signals::tell(call, tx, *town_.service().find_area("BU00010101"),
                           {.text = text, .domains = items::physical})
          ->item;
    });
  }
  items::ItemId done(const std::string& text) {
    const auto id = told(text);
    town_.database().write([&](db::Transaction& tx) {
      const auto call = web::job_call(town_.service(), i18n::Language::nl, town_.clock().now());
      (void)signals::take_news(call, tx, id, {.status = "done", .text = "Het is klaar."});
    });
    return id;
  }
  std::string status(items::ItemId id) {
    return town_.database().read([&](db::Transaction& tx) { return items::find(tx, id)->status; });
  }
  static http::Pairs strip(items::ItemId id, const std::string& tick, const std::string& phone = {}) {
    return {
        {"sending", random_token()}, {"number", std::to_string(raw(id))}, {"ticked", tick}, {"phone", phone}};
  }
  std::string see(Browser& browser, const std::string& path) {
    const auto page = browser.get(path);
    EXPECT_EQ(page.status, 200) << path;
    return page.content();
  }

  Town town_;
  Browser visitor_{town_}, ingrid_{town_};
  const std::string sheet_ = "/parkbuurt/portiekblad/2026-11";
};

TEST_F(SheetPages, EverybodyReadsWhatWasReportedAndWhatBecameOfIt) {
  told("De heg hangt over de stoep.");
  done("Het pad is donker.");
  const auto page = see(visitor_, sheet_);
  EXPECT_THAT(page, HasSubstr("Portiekblad Parkbuurt, november 2026"));
  EXPECT_THAT(page, HasSubstr("Deze maand zijn 2 signalen gemeld."));
  EXPECT_THAT(page, HasSubstr("1 signaal is afgerond, waarvan 1 opgelost."));
  EXPECT_THAT(page, HasSubstr("De heg hangt over de stoep."));
  const auto month_before = see(visitor_, "/parkbuurt/portiekblad/2026-10");
  EXPECT_THAT(month_before, HasSubstr("Deze maand is er niets gemeld."));
}

TEST_F(SheetPages, ThereIsNoSheetOfAMonthThatHasNotBegunOrIsNone) {
  for (const auto* month : {"2026-12", "2026-13", "november", "1999-01"})
    EXPECT_EQ(visitor_.get("/parkbuurt/portiekblad/" + std::string(month)).status, 404) << month;
  EXPECT_EQ(visitor_.get("/parkbuurt/portiekblad").status, 303);
}

TEST_F(SheetPages, AnEarlierSheetIsNamedWhileThereWasSomethingToTell) {
  told("De heg hangt over de stoep.");
  EXPECT_THAT(see(visitor_, sheet_), Not(HasSubstr("Een maand eerder")));
  town_.clock().advance(std::chrono::days(30));
  EXPECT_THAT(see(visitor_, "/parkbuurt/portiekblad/2026-12"), HasSubstr("Een maand eerder"));
}

TEST_F(SheetPages, WhatIsMoreThanFitsIsCountedAndLongTitlesAreCut) {
  for (int i = 0; i < 9; ++i)
    done("Een heel lang verhaal over iets wat er aan de hand is in straat nummer " + std::to_string(i));
  const auto page = see(visitor_, sheet_);
  EXPECT_THAT(page, HasSubstr("En nog 4, te lezen op het adres hieronder."));
  EXPECT_THAT(page, HasSubstr("…"));
}

TEST_F(SheetPages, WhatIsReferredStandsOnNoSheet) {
  const auto id = done("Zorg over de buurvrouw.");
  ASSERT_EQ(ingrid_
                .post("/parkbuurt/signalen/" + std::to_string(raw(id)) + "/doorverwijzen",
                      {{"care", "social_team"}})
                .status,
            303);
  const auto page = see(visitor_, sheet_);
  EXPECT_THAT(page, Not(HasSubstr("buurvrouw")));
  EXPECT_THAT(page, HasSubstr("Deze maand is er niets gemeld."));
  EXPECT_EQ(ingrid_.post(sheet_ + "/strook", strip(id, "me_too")).status, 422);
}

TEST_F(SheetPages, NotSolvedOpensWhatWasDone) {
  const auto id = done("Het pad is donker.");
  EXPECT_EQ(ingrid_.post(sheet_ + "/strook", strip(id, "not_solved")).status, 303);
  EXPECT_EQ(status(id), "reopened");
  // Who told it did not say so.
  EXPECT_THAT(see(visitor_, "/parkbuurt/signalen/" + std::to_string(raw(id))),
              HasSubstr("Heropend: een bewoner vindt het nog niet opgelost."));
}

TEST_F(SheetPages, MeTooAddsSupportOnceForEachStrip) {
  const auto id = told("De heg hangt over de stoep.");
  const auto one = strip(id, "me_too");
  EXPECT_EQ(ingrid_.post(sheet_ + "/strook", one).status, 303);
  EXPECT_EQ(ingrid_.post(sheet_ + "/strook", one).status, 303);
  EXPECT_EQ(ingrid_.post(sheet_ + "/strook", strip(id, "me_too")).status, 303);
  const auto supporters = town_.database().read([&](db::Transaction& tx) {
    return tx.find("SELECT COUNT(*) FROM signal_support WHERE item = $1", id)->get<std::int64_t>(0);
  });
  EXPECT_EQ(supporters, 2);
}

TEST_F(SheetPages, WhoWantsToHelpIsSeenByTheCoordinatorAloneUntilSomebodyCalled) {
  const auto id = told("De heg hangt over de stoep.");
  EXPECT_EQ(ingrid_.post(sheet_ + "/strook", strip(id, "help", "06 12 34 56 78")).status, 303);
  EXPECT_THAT(see(ingrid_, "/parkbuurt/portiekblad/hulp"), HasSubstr("06 12 34 56 78"));
  const auto signal = "/parkbuurt/signalen/" + std::to_string(raw(id));
  for (const auto& path : {signal, sheet_}) {
    EXPECT_THAT(see(visitor_, path), Not(HasSubstr("06 12")));
    EXPECT_THAT(see(ingrid_, path), Not(HasSubstr("06 12")));
  }
  EXPECT_EQ(ingrid_.post("/parkbuurt/portiekblad/hulp/1").status, 303);
  EXPECT_THAT(see(ingrid_, "/parkbuurt/portiekblad/hulp"), Not(HasSubstr("06 12")));
  EXPECT_EQ(ingrid_.post("/parkbuurt/portiekblad/hulp/1").status, 404);
}

TEST_F(SheetPages, WhoWantsToHelpIsMailedToWhoCallsBackAndToWhoHasTheSignalWithoutTheNumber) {
  const auto id = told("De heg hangt over de stoep.");
  town_.database().write([&](db::Transaction& tx) {
    const auto now = town_.clock().now();
    (void)accounts::create_person(tx, now, "Zoe", "zoe@voorbeeld.example");
    accounts::grant_role(tx, now, accounts::create_person(tx, now, "Ria", "ria@voorbeeld.example"),
                         role("coordinator"));
    const auto bram = accounts::create_person(tx, now, "Bram", "bram@voorbeeld.example");
    tx.execute("UPDATE item SET contact = $2 WHERE id = $1", id, bram);
  });
  town_.run_jobs();
  const auto before = town_.mails().size();
  const auto one = strip(id, "help", "06 12 34 56 78");
  ASSERT_EQ(ingrid_.post(sheet_ + "/strook", one).status, 303);
  ASSERT_EQ(ingrid_.post(sheet_ + "/strook", one).status, 303);
  const auto asked = [&](db::Transaction& tx) {
    return tx.find("SELECT COUNT(*) FROM job WHERE kind = $1", "sheets.mail_help")->get<std::int64_t>(0);
  };
  EXPECT_EQ(town_.database().read(asked), 1);
  town_.database().write(
      [&](db::Transaction& tx) { queue_help_mails(town_.service(), tx, town_.clock().now(), id, 1); });
  const auto mails = town_.mails();
  ASSERT_EQ(mails.size(), before + 2);
  for (auto i = before; i < mails.size(); ++i) {
    EXPECT_THAT(mails[i].text, HasSubstr("De heg hangt over de stoep."));
    EXPECT_THAT(mails[i].text, Not(HasSubstr("06 12")));
    const bool calls_back = mails[i].to_address == "ria@voorbeeld.example";
    EXPECT_EQ(mails[i].text.contains("/parkbuurt/portiekblad/hulp"), calls_back);
    EXPECT_EQ(mails[i].text.contains("/parkbuurt/signalen/"), !calls_back);
  }
}

TEST_F(SheetPages, APhoneNumberIsForgottenAfterItsTerm) {
  const auto id = told("De heg hangt over de stoep.");
  ASSERT_EQ(ingrid_.post(sheet_ + "/strook", strip(id, "help", "06 12 34 56 78")).status, 303);
  town_.clock().advance(std::chrono::days(61));
  town_.run_jobs();
  const auto phone = town_.database().read(
      [&](db::Transaction& tx) { return tx.find("SELECT phone FROM sheet_help")->get<std::string>(0); });
  EXPECT_EQ(phone, "");
}

TEST_F(SheetPages, AStripThatCannotBeIsRefusedWithEverySentenceAndWhatWasTyped) {
  const auto open = told("De heg hangt over de stoep.");
  const auto nothing = ingrid_.post(sheet_ + "/strook", {{"number", ""}, {"phone", "bel mij"}});
  EXPECT_EQ(nothing.status, 422);
  for (const auto* says : {"Vul het nummer van het signaal in", "Kruis aan wat er op de strook staat",
                           "Vul een telefoonnummer in", "bel mij"})
    EXPECT_THAT(nothing.content(), HasSubstr(says));
  const auto unknown = ingrid_.post(sheet_ + "/strook", strip(items::ItemId{999'999}, "me_too"));
  EXPECT_EQ(unknown.status, 422);
  // One that is not for everybody is refused as one that is not there.
  const auto hidden = told("Ruzie op nummer twaalf.");
  town_.show_to(hidden, items::Visibility::confidential);
  for (const auto* tick : {"me_too", "help", "not_solved"}) {
    const auto refused = ingrid_.post(sheet_ + "/strook", strip(hidden, tick));
    EXPECT_EQ(refused.status, 422) << tick;
    EXPECT_THAT(refused.content(), Not(HasSubstr("is nog open"))) << tick;
  }
  EXPECT_THAT(ingrid_.post(sheet_ + "/strook", strip(open, "not_solved")).content(),
              HasSubstr("is nog open"));
}

}  // namespace
}  // namespace wijktafel::sheets
