// From signals that come in and change to the figures that everybody reads.
#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <thread>

#include "app/capabilities.hpp"
#include "app/testing.hpp"
#include "capabilities/signals/actions/report_signal.hpp"
#include "capabilities/signals/signal_change.hpp"
#include "capabilities/statistics/actions/count_signal.hpp"
#include "capabilities/statistics/store.hpp"
#include "capabilities/statistics/web/views.hpp"
#include "capabilities/themes/themes.hpp"
#include "platform/db/testing_fixture.hpp"
#include "platform/html/example.hpp"
#include "platform/html/template_guard.hpp"

namespace wijktafel::statistics {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using namespace std::chrono_literals;

const std::string park = "BU00010101";
const Period november{"2026-11", "2026-11"};

class FiguresTest : public ::testing::Test {
 protected:
  FiguresTest() {
    town.database().write([](db::Transaction& tx) {
      themes::Theme theme;
      theme.key = "afval";
      theme.name = "Afval";
      themes::save_theme(tx, theme);
    });
  }
  ItemId tell(const std::string& text = "Naast de container staat grofvuil") {
    const auto told = town.database().write([&](db::Transaction& tx) {
      return signals::report_signal(
          tx, town.clock().now(), identity::visitor(), *town.service().find_area(park),
          {.kind = signals::Kind::problem,
           .text = text,
           .place = geo::Point{4.505, 52.005},
           .theme = "afval",
           .reporter = signals::ReporterContact{.reach = signals::Reach::mail,
                                                .address = "kanarie@voorbeeld.invalid",
                                                .name = "Cor Kanarie"}});
    });
    town.clock().advance(1min);
    town.run_jobs();
    return told.value().item;
  }
  void close(ItemId id, int days_later = 0) {
    town.clock().advance(24h * days_later);
    town.database().write([&](db::Transaction& tx) {
      EXPECT_TRUE(signals::change_status(tx, town.clock().now(), identity::system_actor(),
                                         *signals::find_whole(tx, id),
                                         {.to = signals::Status::will_not_be_done,
                                          .entry = {.what = "signals.answered_will_not_be_done"}})
                      .has_value());
    });
    town.run_jobs();
  }
  void make_confidential(ItemId id) {
    town.show_to(id, items::Visibility::confidential);
    town.database().write([&](db::Transaction& tx) { count_signal(tx, id); });
  }
  // As an import does: no event says that it came.
  ItemId keep_past() {
    return town.database().write([&](db::Transaction& tx) {
      return signals::keep_past(
          tx, *town.service().find_area(park),
          {.signal = {.text = "Uit het oude systeem", .theme = "afval"}, .reported_at = town.clock().now()},
          local_date(town.clock().now()));
    });
  }
  store::Figure figure(std::string_view area, std::string_view dimension) {
    const auto found = town.database().read(
        [&](db::Transaction& tx) { return store::figures(tx, area, dimension, november); });
    return found.empty() ? store::Figure{} : found.front();
  }
  app::testing::Town town;
  app::testing::Browser visitor{town};
};

TEST_F(FiguresTest, CountsWhatIsToldAndClosedInTheAreaAndAboveIt) {
  const auto id = tell();
  tell();
  close(id, 3);
  for (const std::string area : {"BU00010101", "GM0001"}) {
    EXPECT_EQ(figure(area, "all").opened, 2) << area;
    EXPECT_EQ(figure(area, "all").closed, 1) << area;
    EXPECT_EQ(figure(area, "theme").value, "afval");
    EXPECT_EQ(figure(area, "all").days, (Days{{3, 1}}));
  }
  EXPECT_EQ(figure("BU00010102", "all").opened, 0);
}

TEST_F(FiguresTest, WhatIsReopenedIsTakenBack) {
  const auto id = tell();
  close(id);
  town.database().write([&](db::Transaction& tx) {
    EXPECT_TRUE(
        signals::change_status(tx, town.clock().now(), identity::system_actor(), *signals::find_whole(tx, id),
                               {.to = signals::Status::reopened, .entry = {.what = "signals.reopened"}})
            .has_value());
  });
  town.run_jobs();
  EXPECT_EQ(figure(park, "all").opened, 1);
  EXPECT_EQ(figure(park, "all").closed, 0);
  EXPECT_TRUE(figure(park, "all").days.empty());
}

TEST_F(FiguresTest, WhatCameInWithoutAnEventIsCountedWhenAsked) {
  tell();
  town.clock().advance(2h);
  town.run_jobs();  // what was there before has been counted
  keep_past();
  town.clock().advance(2h);
  town.run_jobs();
  EXPECT_EQ(figure(park, "all").opened, 1);
  town.database().write([](db::Transaction& tx) { count_again(tx); });
  town.clock().advance(2h);
  town.run_jobs();
  EXPECT_EQ(figure(park, "all").opened, 2);
}

TEST_F(FiguresTest, ConfidentialSignalsAreOneNumberFromFiveAndInNoTable) {
  for (int i = 0; i < 4; ++i) make_confidential(tell());
  EXPECT_EQ(figure(park, "all").opened, 0);
  EXPECT_EQ(figure(park, "theme").opened, 0);
  EXPECT_THAT(visitor.get("/parkbuurt/cijfers").content(), Not(HasSubstr("vertrouwelijk verteld")));
  make_confidential(tell());
  EXPECT_THAT(visitor.get("/parkbuurt/cijfers").content(), HasSubstr("5 signalen vertrouwelijk verteld"));
  EXPECT_THAT(visitor.get("/parkbuurt/cijfers/signalen.csv").content(), Not(HasSubstr("grofvuil")));
}

TEST_F(FiguresTest, ThePageShowsMediansWithTheirNumberAndAMapFromFive) {
  for (int i = 0; i < 4; ++i) close(tell());
  EXPECT_THAT(visitor.get("/parkbuurt/cijfers").content(), HasSubstr("te weinig om te zeggen"));
  EXPECT_THAT(visitor.get("/parkbuurt/cijfers").content(), HasSubstr("Er is geen plek met genoeg signalen"));
  close(tell());
  for (const std::string page :
       {"/parkbuurt/cijfers", "/cijfers", "/parkbuurt/cijfers?van=2026-11&tot=2026-11"}) {
    const auto shown = visitor.get(page);
    EXPECT_EQ(shown.status, 200);
    EXPECT_THAT(shown.content(), HasSubstr("0 dagen (5 signalen)")) << page;
    EXPECT_THAT(shown.content(), HasSubstr("heat")) << page;
    EXPECT_THAT(shown.content(), HasSubstr("Afval"));
    EXPECT_THAT(shown.content(), Not(HasSubstr("anarie")));
  }
  EXPECT_THAT(visitor.get("/parkbuurt/cijfers?van=2025-01&tot=2025-12").content(),
              HasSubstr("nog niets verteld"));
}

TEST_F(FiguresTest, DownloadsHoldThePublicSignalsAndNothingOfWhoToldThem) {
  tell("=HYPERLINK naast de container");
  const auto csv = visitor.get("/parkbuurt/cijfers/signalen.csv");
  EXPECT_EQ(csv.header("Content-Type"), "text/csv; charset=utf-8");
  EXPECT_THAT(csv.content(), HasSubstr("'=HYPERLINK"));
  EXPECT_THAT(csv.content(), Not(HasSubstr("anarie")));
  EXPECT_THAT(visitor.get("/cijfers.csv").content(), HasSubstr("theme,afval,Afval,2026-01,2026-12,1,0,"));
  const auto map = visitor.get("/cijfers/signalen.geojson");
  EXPECT_EQ(boost::json::parse(map.content()).at("features").as_array().size(), 1u);
  EXPECT_THAT(map.content(), Not(HasSubstr("anarie")));
}

// The counting comes a moment later; no file holds it in between.
TEST_F(FiguresTest, WhatBecomesConfidentialIsInNoFileAtOnce) {
  const auto id = tell("Ruzie op nummer twaalf");
  for (const auto* file : {"/cijfers/signalen.csv", "/cijfers/signalen.geojson"})
    EXPECT_THAT(visitor.get(file).content(), HasSubstr("twaalf")) << file;
  town.show_to(id, items::Visibility::confidential);
  for (const auto* file : {"/cijfers/signalen.csv", "/cijfers/signalen.geojson"})
    EXPECT_THAT(visitor.get(file).content(), Not(HasSubstr("twaalf"))) << file;
}

TEST_F(FiguresTest, WhatWasThereBeforeIsCountedToo) {
  tell();
  tell();
  town.database().write([&](db::Transaction& tx) {
    for (const std::string table :
         {"statistics_signal", "statistics_month", "statistics_days", "statistics_square"})
      tx.execute("DELETE FROM " + table);
    tx.execute("DELETE FROM statistics_progress");
    const auto municipality = town.service().find_area_by_slug("").value();
    EXPECT_TRUE(catch_up(tx, municipality, 1));
    EXPECT_TRUE(catch_up(tx, municipality, 1));
    EXPECT_FALSE(catch_up(tx, municipality, 1));
  });
  EXPECT_EQ(figure(park, "all").opened, 2);
}

using FigureStore = db::testing::OnBothEngines;
WIJKTAFEL_ON_BOTH_ENGINES(FigureStore);

// Two programs on one database: each has an event of the same signal, which is in no figure any more.
TEST_P(FigureStore, WhatTwoProgramsTakeBackAtOnceIsTakenBackOnce) {
  auto database = fresh(app::all_migrations(app::all_capabilities()));
  store::Counted counted{.kind = "public", .area = park, .theme = "afval", .channel = "web"};
  database->write([&](db::Transaction& tx) {
    counted.opened_at = parse_instant("2026-11-02T10:00:00+01:00").value();
    counted.item = items::create(
        tx, counted.opened_at, identity::system_actor(),
        {.kind = "signal", .area = park, .lineage = {park}, .title = "Vol", .status = "received"},
        {.what = "signals.reported"});
    store::save_counted(tx, counted);
    store::Changes changes;
    changes.add(counted, {park}, +2);  // this one and another
    changes.write(tx);
  });
  const auto take_back = [&] {
    database->write([&](db::Transaction& tx) {
      const auto before = store::find_counted(tx, counted.item);
      std::this_thread::sleep_for(100ms);  // so that the other has begun
      if (!before) return;
      store::Changes changes;
      changes.add(*before, {park}, -1);
      store::remove_counted(tx, counted.item);
      changes.write(tx);
    });
  };
  std::thread other(take_back);
  take_back();
  other.join();
  const auto left =
      database->read([](db::Transaction& tx) { return store::figures(tx, park, "all", november); });
  ASSERT_EQ(left.size(), 1u);
  EXPECT_EQ(left[0].opened, 1);
}

TEST_P(FigureStore, AddsUpAndTakesBack) {
  auto database = fresh(app::all_migrations(app::all_capabilities()));
  database->write([](db::Transaction& tx) {
    const auto now = parse_instant("2026-11-02T10:00:00+01:00").value();
    const auto item = items::create(
        tx, now, identity::system_actor(),
        {.kind = "signal", .area = park, .lineage = {park}, .title = "Vol", .status = "received"},
        {.what = "signals.reported"});
    const store::Counted counted{.item = item,
                                 .kind = "public",
                                 .area = park,
                                 .theme = "afval",
                                 .channel = "web",
                                 .opened_at = now,
                                 .closed_at = now + 24h * 2,
                                 .square_x = 1,
                                 .square_y = 2};
    store::save_counted(tx, counted);
    EXPECT_EQ(store::find_counted(tx, item), counted);
    store::Changes changes;
    changes.add(counted, {park}, +1);
    changes.write(tx);
    changes.add(counted, {park}, +1);
    changes.write(tx);
    const auto figures = store::figures(tx, park, "theme", november);
    ASSERT_EQ(figures.size(), 1u);
    EXPECT_EQ(figures[0].opened, 2);
    EXPECT_EQ(figures[0].days, (Days{{2, 2}}));
    EXPECT_EQ(store::squares(tx, park, november).at(0).number, 2);
    changes.add(counted, {park}, -1);
    changes.add(counted, {park}, -1);
    changes.write(tx);
    EXPECT_TRUE(store::figures(tx, park, "theme", november).empty());
    EXPECT_TRUE(store::squares(tx, park, november).empty());
    EXPECT_EQ(store::public_signals(tx, park, now, now + 1ms, 10).size(), 1u);
    EXPECT_EQ(store::public_signals(tx, park, now + 1ms, now + 1h, 10).size(), 0u);
  });
}

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

TEST(FigureTemplates, KnowTheirViewsAndShowTheirExamplesInBothLanguages) {
  expect_sound<FiguresView>("statistics/figures");
  expect_sound<FiguresLinkView>("statistics/figures_link");
}

}  // namespace
}  // namespace wijktafel::statistics
