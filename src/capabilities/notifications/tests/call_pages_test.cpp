// The list of people to call, through the whole program: who sees it, that a look is written down, and that a
// tick takes away what was told.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/testing.hpp"
#include "capabilities/notifications/notifications.hpp"
#include "capabilities/notifications/store.hpp"
#include "capabilities/notifications/tell.hpp"
#include "capabilities/notifications/web/call_views.hpp"
#include "platform/html/example.hpp"
#include "platform/html/template_guard.hpp"

namespace wijktafel::notifications {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

const std::string area = "BU00010101";  // Parkbuurt
const std::string number = "0612345678";

identity::Grant coordinator_of(std::string where) {
  return {.role = "coordinator", .area = std::move(where), .organisation = std::nullopt};
}

class CallPages : public ::testing::Test {
 protected:
  CallPages() {
    ingrid_.enter(town_.person("Ingrid", {coordinator_of(area)}));
    other_.enter(town_.person("Omar", {coordinator_of("BU00010102")}));
    resident_.enter(town_.person("Cor"));
  }
  items::ItemId followed(const std::string& title) {
    return town_.database().write([&](db::Transaction& tx) {
      items::NewItem made;
      made.kind = "signal";
      made.area = area;
      made.lineage = town_.service().find_area(area)->lineage;
      made.title = title;
      made.status = "received";
      const auto id = items::create(tx, town_.clock().now(), identity::system_actor(), made,
                                    {.what = "signals.reported"});
      subscribe(tx, town_.clock().now(), id, {.channel = Channel::phone, .address = number, .name = "Truus"});
      return id;
    });
  }
  void news(items::ItemId id, const std::string& text) {
    town_.database().write([&](db::Transaction& tx) {
      items::record(tx, town_.clock().now(), identity::system_actor(), id,
                    {.what = "goals.goal_closed_reached", .personal_text = text, .is_milestone = true});
    });
    town_.run_jobs();
  }
  std::int64_t one(const std::string& sql) {
    return town_.database().read([&](db::Transaction& tx) { return tx.find(sql)->get<std::int64_t>(0); });
  }
  std::string first_follower() { return std::to_string(one("SELECT MIN(id) FROM notification_follower")); }

  app::testing::Town town_;
  app::testing::Browser ingrid_{town_}, other_{town_}, resident_{town_}, visitor_{town_};
};

TEST_F(CallPages, TheListNamesWhoWaitsAndForWhatWithoutNameOrNumber) {
  EXPECT_THAT(ingrid_.get("/parkbuurt/bellen").content(), HasSubstr("U hoeft nu niemand te bellen."));
  const auto id = followed("Het pad is donker");
  news(id, "De lampen branden.");
  news(id, "Er komt een lamp bij.");

  const auto page = std::string(ingrid_.get("/parkbuurt/bellen").content());
  EXPECT_THAT(page, AllOf(HasSubstr("Het pad is donker"), Not(HasSubstr("Truus")), Not(HasSubstr(number))));
  EXPECT_EQ(page.find("Laat naam en nummer zien"), page.rfind("Laat naam en nummer zien"))
      << "one person, one line";
  EXPECT_THAT(ingrid_.get("/parkbuurt/signalen/werk").content(), HasSubstr("1 persoon wil gebeld worden"));
  EXPECT_EQ(one("SELECT COUNT(*) FROM notification_look"), 0);
}

TEST_F(CallPages, WhoShowsTheNumberIsWrittenDown) {
  news(followed("Het pad is donker"), "De lampen <branden>.");

  const auto page = ingrid_.post("/parkbuurt/bellen/" + first_follower());
  EXPECT_THAT(page.content(),
              AllOf(HasSubstr(number), HasSubstr("Truus"), HasSubstr("De lampen &lt;branden&gt;.")));
  EXPECT_THAT(page.header("Cache-Control"), HasSubstr("no-store"));
  EXPECT_EQ(one("SELECT COUNT(*) FROM notification_look"), 1);
}

TEST_F(CallPages, ATickTakesAwayWhatWasToldAndLeavesWhatCameLater) {
  const auto id = followed("Het pad is donker");
  news(id, "De lampen branden.");
  const auto last = std::to_string(one("SELECT MAX(id) FROM notification_call"));
  news(id, "Er komt een lamp bij.");

  const auto done = "/parkbuurt/bellen/" + first_follower() + "/gebeld";
  EXPECT_EQ(ingrid_.post(done, {{"last", last}}).status, 303);
  EXPECT_EQ(one("SELECT COUNT(*) FROM notification_call WHERE called_at IS NULL"), 1);
  EXPECT_EQ(ingrid_.post(done, {{"last", "999999"}}).status, 303);
  EXPECT_THAT(ingrid_.get("/parkbuurt/bellen").content(), HasSubstr("U hoeft nu niemand te bellen."));
  EXPECT_EQ(ingrid_.post("/parkbuurt/bellen/" + first_follower()).status, 303) << "nothing left to tell";
  EXPECT_EQ(ingrid_.post(done, {{"last", "x"}}).status, 303);
}

TEST_F(CallPages, AreForTheCoordinatorOfTheArea) {
  news(followed("Het pad is donker"), "De lampen branden.");
  const auto one_of_them = "/parkbuurt/bellen/" + first_follower();
  EXPECT_EQ(visitor_.get("/parkbuurt/bellen").status, 303);
  EXPECT_EQ(resident_.get("/parkbuurt/bellen").status, 403);
  EXPECT_EQ(other_.get("/parkbuurt/bellen").status, 403);
  EXPECT_EQ(other_.post(one_of_them).status, 403);
  // Asked through the area that this coordinator does serve.
  EXPECT_EQ(other_.post("/havenbuurt/bellen/" + first_follower()).status, 303);
  EXPECT_EQ(one("SELECT COUNT(*) FROM notification_look"), 0);
}

template <class View>
void shows_its_example(const std::string& name) {
  static const i18n::Words words = i18n::Words::embedded();
  static const html::Templates templates(words);
  EXPECT_EQ(html::faults_of<View>(templates, name), "") << name;
  const auto json = html::find_example(name);
  ASSERT_TRUE(json) << name;
  for (const auto language : i18n::languages)
    EXPECT_THAT(templates.render(language, name, html::load_example<View>(*json)).markup(),
                Not(HasSubstr("⟦")));
}

TEST(CallTemplates, ShowTheirExamples) {
  shows_its_example<CallListView>("notifications/call_list");
  shows_its_example<CallView>("notifications/call");
  shows_its_example<CallsWaitingView>("notifications/calls_waiting");
}

}  // namespace
}  // namespace wijktafel::notifications
