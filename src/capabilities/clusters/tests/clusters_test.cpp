// From signals that come in to a point on the agenda, with the whole program around it.
#include <future>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <thread>

#include "app/capabilities.hpp"
#include "app/testing.hpp"
#include "capabilities/clusters/actions/place_signal.hpp"
#include "capabilities/clusters/store.hpp"
#include "capabilities/clusters/web/views.hpp"
#include "capabilities/places/actions/import_areas.hpp"
#include "capabilities/signals/actions/refer_signal.hpp"
#include "capabilities/signals/actions/report_signal.hpp"
#include "capabilities/tables/actions/plan_meeting.hpp"
#include "capabilities/themes/themes.hpp"
#include "platform/db/testing_fixture.hpp"
#include "platform/html/example.hpp"
#include "platform/html/template_guard.hpp"

namespace wijktafel::clusters {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using namespace std::chrono_literals;

const std::string park = "BU00010101";
const std::string all = "/parkbuurt/bij-elkaar";

class Clusters : public ::testing::Test {
 protected:
  Clusters() {
    town.database().write([](db::Transaction& tx) {
      for (const std::string key : {"afval", "parkeren", "overlast"}) {
        themes::Theme theme;
        theme.key = key;
        theme.name = key == "afval" ? "Afval" : key == "parkeren" ? "Parkeren" : "Overlast";
        theme.is_confidential = key == "overlast";
        themes::save_theme(tx, theme);
      }
    });
    coordinator.enter(
        town.person("Ingrid", {{.role = "coordinator", .area = park, .organisation = std::nullopt}}));
    panel.enter(town.person("Petra", {{.role = "panel_member", .area = park, .organisation = std::nullopt}}));
  }

  ItemId tell(double east_degrees = 0, const std::string& theme = "afval", const std::string& mail = {}) {
    signals::ReportSignal report{.kind = signals::Kind::problem,
                                 .text = "Naast de container staat grofvuil",
                                 .place = geo::Point{4.505 + east_degrees, 52.005},
                                 .theme = theme};
    if (!mail.empty())
      report.reporter =
          signals::ReporterContact{.reach = signals::Reach::mail, .address = mail, .name = "Cor Kanarie"};
    const auto told = town.database().write([&](db::Transaction& tx) {
      return signals::report_signal(tx, town.clock().now(), identity::visitor(),
                                    *town.service().find_area(park), report);
    });
    town.clock().advance(1min);
    town.run_jobs();
    return told.value().item;
  }
  void tell_many(int count, const std::string& theme = "afval") {
    for (int i = 0; i < count; ++i) tell(0, theme);
  }
  ItemId plan_meeting() {
    return town.database()
        .write([&](db::Transaction& tx) {
          return tables::plan_meeting(tx, town.clock().now(), identity::system_actor(),
                                      {.area = *town.service().find_area(park),
                                       .title = "Wijktafel van 3 december",
                                       .begins_at = parse_instant("2026-12-03T19:30:00+01:00").value(),
                                       .place = "De Vlieger"});
        })
        .value();
  }
  std::vector<store::Cluster> clusters(std::string_view state) {
    return town.database().read(
        [&](db::Transaction& tx) { return store::list_clusters(tx, {park}, state, 10); });
  }
  std::int64_t told_to_followers() {
    return town.database().read([](db::Transaction& tx) {
      return tx.find("SELECT COUNT(*) FROM notification_told")->get<std::int64_t>(0);
    });
  }
  std::int64_t size_of(ClusterId id) {
    return town.database().read([&](db::Transaction& tx) { return store::count_spots(tx, id); });
  }
  std::string path(ClusterId id, const std::string& action = {}) {
    return all + "/" + std::to_string(raw(id)) + action;
  }

  app::testing::Town town;
  app::testing::Browser coordinator{town};
  app::testing::Browser panel{town};
};

TEST_F(Clusters, FiveSignalsInOnePlaceBecomeOneDraftThatGrows) {
  tell_many(4);
  EXPECT_TRUE(clusters("draft").empty());
  tell();
  ASSERT_EQ(clusters("draft").size(), 1u);
  const auto id = clusters("draft").front().id;
  EXPECT_EQ(size_of(id), 5);
  tell();
  ASSERT_EQ(clusters("draft").size(), 1u);
  EXPECT_EQ(size_of(id), 6);
}

TEST_F(Clusters, AnotherThemeAnotherPlaceAndAnotherTimeDoNotCount) {
  tell_many(4);
  tell(0, "parkeren");
  tell(0.004);  // some 270 metres
  town.clock().advance(24h * 50);
  tell();
  EXPECT_TRUE(clusters("draft").empty());
}

TEST_F(Clusters, AThemeThatIsConfidentialNeverMakesADraft) {
  tell_many(8, "overlast");
  EXPECT_TRUE(clusters("draft").empty());
}

TEST_F(Clusters, ASignalThatBecomesConfidentialIsTakenOutAndTheDraftLapses) {
  tell_many(4);
  const auto last = tell();
  town.show_to(last, items::Visibility::confidential);
  town.database().write([&](db::Transaction& tx) {
    jobs::enqueue(tx, "signals.changed", {{"item", raw(last)}}, town.clock().now());
  });
  town.run_jobs();
  EXPECT_TRUE(clusters("draft").empty());
  EXPECT_EQ(clusters("lapsed").size(), 1u);
  tell();
  EXPECT_EQ(clusters("draft").size(), 1u);
}

TEST_F(Clusters, TheCoordinatorSeesTheEvidenceAndWhyItIsThere) {
  tell_many(5);
  EXPECT_THAT(coordinator.get("/parkbuurt/signalen/werk").content(),
              HasSubstr("Op 1 plek liggen signalen dicht bij elkaar"));
  EXPECT_THAT(coordinator.get(all).content(), HasSubstr("5 signalen over Afval dicht bij elkaar"));
  const auto page = coordinator.get(path(clusters("draft").front().id));
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.content(), HasSubstr("hoogstens 150 meter uit elkaar"));
  EXPECT_THAT(page.content(), HasSubstr("Plan eerst een overleg"));
  EXPECT_THAT(page.content(), HasSubstr("<svg"));
}

TEST_F(Clusters, WhoSaysMeTooCountsInTheEvidenceAlsoWhenTheThemeIsChosenLater) {
  tell_many(4);
  const auto last = tell(0, "");
  town.database().write([&](db::Transaction& tx) {
    for (const auto* who : {"een", "twee", "twee"}) {
      const auto call = web::job_call(town.service(), i18n::Language::nl, town.clock().now());
      EXPECT_TRUE(signals::support(call, tx, last, who).has_value());
    }
  });
  town.run_jobs();
  town.database().write([&](db::Transaction& tx) {
    EXPECT_EQ(signals::supporters_of(tx, last), 2);
    items::Change change;
    change.themes = std::vector<std::string>{"afval"};
    EXPECT_TRUE(items::change(tx, town.clock().now(), identity::system_actor(), last, change,
                              {.what = "signals.looked_at"})
                    .has_value());
    jobs::enqueue(tx, "signals.changed", {{"item", raw(last)}}, town.clock().now());
  });
  town.run_jobs();
  ASSERT_EQ(clusters("draft").size(), 1u);
  plan_meeting();
  const auto id = clusters("draft").front().id;
  EXPECT_EQ(coordinator.post(path(id, "/agenda"), {{"title", "Grofvuil"}}).status, 303);
  const auto put = *clusters("confirmed").front().agenda_item;
  const auto point = town.database().read([&](db::Transaction& tx) { return items::find(tx, put); });
  EXPECT_THAT(point->text, HasSubstr("Samen is het 7 keer gezegd"));
}

TEST_F(Clusters, OnTheAgendaEachReporterIsInvitedOnceAndNobodyIsNamed) {
  const auto meeting = plan_meeting();
  tell_many(4);
  const auto last = tell(0, "afval", "kanarie@voorbeeld.invalid");
  const auto id = clusters("draft").front().id;
  const auto before = told_to_followers();
  EXPECT_THAT(coordinator.get(path(id)).content(), HasSubstr("De Vlieger"));
  EXPECT_EQ(coordinator.post(path(id, "/agenda"), {{"title", "Grofvuil bij de containers"}}).status, 303);
  town.run_jobs();
  const auto confirmed = clusters("confirmed");
  ASSERT_EQ(confirmed.size(), 1u);
  EXPECT_EQ(confirmed.front().meeting, meeting);
  const auto point = town.database().read(
      [&](db::Transaction& tx) { return items::find(tx, *confirmed.front().agenda_item); });
  ASSERT_TRUE(point);
  EXPECT_EQ(point->title, "Grofvuil bij de containers");
  EXPECT_THAT(point->text, HasSubstr("5 signalen over Afval"));
  EXPECT_EQ(town.database().read([&](db::Transaction& tx) { return items::find(tx, last)->status; }),
            "on_the_table");
  EXPECT_EQ(told_to_followers(), before + 1);
  const auto told = coordinator.get("/parkbuurt/signalen/" + std::to_string(raw(last)));
  EXPECT_THAT(told.content(), HasSubstr("samen met 4 andere op de agenda van"));
  EXPECT_THAT(told.content(), HasSubstr("3 december, 19.30 uur, De Vlieger"));

  tell();  // joins, and is invited; those who were are not again
  EXPECT_EQ(size_of(id), 6);
  EXPECT_EQ(told_to_followers(), before + 1);
  for (const auto& page : {coordinator.get(path(id)),
                           coordinator.get("/parkbuurt/agendapunten/" + std::to_string(raw(point->id)))}) {
    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(page.content(), Not(HasSubstr("kanarie")));
    EXPECT_THAT(page.content(), Not(HasSubstr("Kanarie")));
  }
}

TEST_F(Clusters, WhatIsDismissedSaysWhyAndOnlyNewSignalsMakeAnother) {
  tell_many(5);
  const auto id = clusters("draft").front().id;
  EXPECT_EQ(coordinator.post(path(id, "/niet"), {{"reason", ""}}).status, 422);
  EXPECT_EQ(coordinator.post(path(id, "/niet"), {{"reason", "Staat al in de planning"}}).status, 303);
  EXPECT_THAT(coordinator.get(path(id)).content(), HasSubstr("Staat al in de planning"));
  EXPECT_EQ(coordinator.post(path(id, "/niet"), {{"reason", "Nog eens"}}).status, 409);
  tell_many(4);
  EXPECT_TRUE(clusters("draft").empty());
  tell();
  ASSERT_EQ(clusters("draft").size(), 1u);
  EXPECT_EQ(size_of(clusters("draft").front().id), 5);
}

TEST_F(Clusters, WhoSitsOnThePanelReadsAndDoesNotDecide) {
  tell_many(5);
  const auto id = clusters("draft").front().id;
  const auto page = panel.get(path(id));
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.content(), Not(HasSubstr("<textarea")));
  EXPECT_EQ(panel.post(path(id, "/niet"), {{"reason", "Nee"}}).status, 403);
}

TEST_F(Clusters, TwoDraftsThatGrowTogetherBecomeOne) {
  for (int i = 0; i < 5; ++i) tell(-0.0015);
  for (int i = 0; i < 5; ++i) tell(0.0015);
  ASSERT_EQ(clusters("draft").size(), 2u);
  tell();  // a hundred metres from both
  ASSERT_EQ(clusters("draft").size(), 1u);
  EXPECT_EQ(size_of(clusters("draft").front().id), 11);
  EXPECT_EQ(clusters("merged").size(), 1u);
}

// --- the store, on both engines ---

using ClusterStore = db::testing::OnBothEngines;
WIJKTAFEL_ON_BOTH_ENGINES(ClusterStore);

TEST_P(ClusterStore, TwoThatArePlacedAtTheSameMomentMakeOneDraft) {
  auto database = fresh(app::all_migrations(app::all_capabilities()));
  const auto now = parse_instant("2026-11-02T10:00:00+01:00").value();
  const web::AreaRef area{
      .key = park, .name = "Parkbuurt", .path = "/voorbeeldstad/parkbuurt", .lineage = {park}, .crumbs = {}};
  std::vector<ItemId> told;
  database->write([&](db::Transaction& tx) {
    ASSERT_TRUE(places::import_areas(
        tx,
        {.municipality_code = "GM0001",
         .municipality_name = "Voorbeeldstad",
         .vintage = 2022,
         .source = "verzonnen",
         .geojson =
             R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"statcode":"BU00010101",)"
             R"("statnaam":"Parkbuurt","wkNaam":"Wijk 01 Zuid"},"geometry":{"type":"Polygon","coordinates":)"
             R"([[[4.50,52.00],[4.51,52.00],[4.51,52.01],[4.50,52.01],[4.50,52.00]]]}}]})"}));
    for (int i = 0; i < 6; ++i)
      told.push_back(signals::report_signal(tx, now, identity::visitor(), area,
                                            {.kind = signals::Kind::problem,
                                             .text = "Naast de container staat grofvuil",
                                             .place = geo::Point{4.505, 52.005},
                                             .theme = "afval"})
                         .value()
                         .item);
    for (int i = 0; i < 4; ++i) place_signal(tx, now, told[i]);
  });
  const auto place = [&](ItemId item) {
    database->write([&](db::Transaction& tx) {
      place_signal(tx, now, item);
      std::this_thread::sleep_for(200ms);  // so that the other has begun
    });
  };
  auto other = std::async(std::launch::async, [&] { place(told[4]); });
  place(told[5]);
  other.get();
  const auto drafts =
      database->read([](db::Transaction& tx) { return store::list_clusters(tx, {park}, "draft", 10); });
  ASSERT_EQ(drafts.size(), 1u);
  EXPECT_EQ(database->read([&](db::Transaction& tx) { return store::count_spots(tx, drafts[0].id); }), 6);
}

TEST_P(ClusterStore, FindsWhatLiesAroundAndLeavesOutWhatWasDismissed) {
  auto database = fresh(app::all_migrations(app::all_capabilities()));
  database->write([](db::Transaction& tx) {
    const auto now = parse_instant("2026-11-02T10:00:00+01:00").value();
    std::vector<ItemId> told;
    for (int i = 0; i < 3; ++i) {
      const auto item = items::create(
          tx, now, identity::system_actor(),
          {.kind = "signal", .area = park, .lineage = {park}, .title = "Vol", .status = "received"},
          {.what = "signals.reported"});
      store::save_spot(tx, {.spot = {.item = item, .x_m = 1000.0 + i * 300, .y_m = 1000, .reported_at = now},
                            .area = park,
                            .theme = "afval"});
      told.push_back(item);
    }
    const auto row = store::find_spot(tx, told[0]).value();
    EXPECT_EQ(store::spots_around(tx, row, 1, 7, 10).size(), 2u);  // the third lies two squares on
    EXPECT_EQ(store::spots_around(tx, row, 2, 7, 10).size(), 3u);
    EXPECT_EQ(store::spots_around(tx, row, 2, 7, 2).size(), 2u);
    auto cluster = store::Cluster{.area = park, .theme = "afval", .made_at = now};
    cluster.id = store::insert_cluster(tx, cluster);
    store::set_cluster(tx, told[1], cluster.id);
    EXPECT_EQ(store::count_spots(tx, cluster.id), 1);
    EXPECT_EQ(store::not_invited(tx, cluster.id, 10).size(), 1u);
    store::set_invited(tx, told[1], now);
    EXPECT_TRUE(store::not_invited(tx, cluster.id, 10).empty());
    cluster.state = "dismissed";
    cluster.reason = "Staat in de planning";
    store::update_cluster(tx, cluster);
    EXPECT_EQ(store::find_locked(tx, cluster.id)->reason, "Staat in de planning");
    EXPECT_EQ(store::spots_around(tx, row, 2, 7, 10).size(), 2u);
    store::remove_spot(tx, told[2]);
    EXPECT_FALSE(store::find_spot(tx, told[2]));
  });
}

// --- templates ---

const html::Templates& templates() {
  static const i18n::Words words = i18n::Words::embedded();
  static const html::Templates everything(words);
  return everything;
}

template <class View>
void expect_sound(const std::string& name) {
  EXPECT_EQ(html::faults_of<View>(templates(), name), "");
  const auto json = html::find_example(name);
  ASSERT_TRUE(json.has_value()) << name;
  const auto view = html::load_example<View>(*json);
  for (const auto language : i18n::languages) {
    const auto markup = templates().render(language, name, view).markup();
    EXPECT_NE(markup.find("</"), std::string::npos) << name;
    EXPECT_EQ(markup.find("[["), std::string::npos) << name;
    EXPECT_EQ(markup.find("⟦"), std::string::npos) << name;
  }
}

TEST(ClusterTemplates, KnowTheirViewsAndShowTheirExamplesInBothLanguages) {
  expect_sound<ClusterView>("clusters/cluster_page");
  expect_sound<ClusterListView>("clusters/cluster_list");
  expect_sound<WaitingView>("clusters/waiting");
}

}  // namespace
}  // namespace wijktafel::clusters
