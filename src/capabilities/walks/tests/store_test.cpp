// What is kept of a walk is found as it was kept, on both databases.
#include "capabilities/walks/store.hpp"

#include "capabilities/walks/actions/add_point.hpp"
#include "platform/db/testing_at_once.hpp"
#include "platform/db/testing_fixture.hpp"

namespace wijktafel::walks {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view area = "BU00010101";

class WalkStore : public db::testing::OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped()) return;
    std::vector<db::Migration> all;
    for (const auto& [level, name] : {std::pair(2, "items"), std::pair(6, "walks")})
      for (auto& one :
           db::embedded_migrations(level, std::string("capabilities/") + name + "/migrations", name))
        all.push_back(std::move(one));
    database_ = fresh(std::move(all));
  }
  ItemId walk(db::Transaction& tx, Instant begins_at, const std::string& status) {
    const auto id = items::create(tx, begins_at - 1h, identity::system_actor(),
                                  {.kind = "walk",
                                   .area = std::string(area),
                                   .lineage = {std::string(area)},
                                   .title = "Wijkschouw",
                                   .status = status},
                                  {.what = "walks.walk_planned"});
    store::insert_walk(tx, {.item = id,
                            .area = std::string(area),
                            .begins_at = begins_at,
                            .meeting_place = "Bij de school",
                            .others = "3 bewoners"});
    return id;
  }
  const Instant noon_ = at(parse_date("2026-11-20").value(), 12);
  std::unique_ptr<db::Database> database_;
};
WIJKTAFEL_ON_BOTH_ENGINES(WalkStore);

TEST_P(WalkStore, FindsWhatComesAndWhatWasAndTheLastOneThatIsDone) {
  database_->write([&](db::Transaction& tx) {
    const auto first = walk(tx, noon_ - 48h, "done");
    const auto cancelled = walk(tx, noon_ - 24h, "cancelled");
    const auto coming = walk(tx, noon_ + 24h, "planned");
    ASSERT_EQ(store::coming_walks(tx, area, 10).size(), 1U);
    EXPECT_EQ(store::coming_walks(tx, area, 10).front().item, coming);
    const auto past = store::past_walks(tx, area, std::nullopt, 10);
    ASSERT_EQ(past.size(), 2U);
    EXPECT_EQ(past.front().item, cancelled);
    EXPECT_EQ(store::past_walks(tx, area, past.front(), 10).front().item, first);
    EXPECT_EQ(store::last_done_before(tx, area, noon_)->item, first);
    EXPECT_FALSE(store::last_done_before(tx, area, noon_ - 48h));
    EXPECT_EQ(store::find_walk(tx, coming)->others, "3 bewoners");
  });
}

TEST_P(WalkStore, KeepsTheRouteInOrderAndWhoWalksAlong) {
  database_->write([&](db::Transaction& tx) {
    const auto id = walk(tx, noon_, "planned");
    store::replace_stops(tx, id, {{"De school", geo::Point{4.47, 51.99}}, {"Het park"}});
    const auto stops = store::stops_of(tx, id);
    ASSERT_EQ(stops.size(), 2U);
    EXPECT_EQ(stops[0].place, (geo::Point{4.47, 51.99}));
    EXPECT_FALSE(stops[1].place);
    store::replace_participants(
        tx, id,
        {{.person = PersonId{7}, .organisation = OrganisationId{2}}, {.organisation = OrganisationId{3}}});
    const auto participants = store::participants_of(tx, id);
    ASSERT_EQ(participants.size(), 2U);
    EXPECT_EQ(participants[0].person, PersonId{7});
    EXPECT_FALSE(participants[1].person);
  });
}

TEST_P(WalkStore, GivesThePhotosOfAFormToItsPoint) {
  database_->write([&](db::Transaction& tx) {
    const auto id = walk(tx, noon_, "walking");
    const Photo photo{.file_key = "a", .thumbnail_key = "b", .width = 4, .height = 3};
    store::insert_photo(tx, noon_, id, "form-1", photo);
    store::insert_photo(tx, noon_, id, "form-2", photo);
    const auto point = store::insert_point(
        tx, {.walk = id, .number = 1, .sending = "form-1", .text = "De stoep", .created_at = noon_});
    store::give_photos_to(tx, id, "form-1", point, true);
    ASSERT_EQ(store::photos_of_point(tx, point).size(), 1U);
    EXPECT_TRUE(store::photos_of_point(tx, point).front().is_shown);
    EXPECT_TRUE(store::photos_sent(tx, id, "form-1").empty());
    EXPECT_EQ(store::photos_left_before(tx, noon_ + 1h, 10).size(), 1U);
    EXPECT_EQ(store::photos_of_walk(tx, id).size(), 1U);
    EXPECT_EQ(store::find_point_sent(tx, id, "form-1")->id, point);
    EXPECT_EQ(store::last_number(tx, id), 1);
    store::set_led_to(tx, point, ItemId{5}, std::nullopt);
    EXPECT_EQ(store::points_about(tx, ItemId{5}).size(), 1U);
    store::erase_point_text(tx, point);
    EXPECT_EQ(store::find_point(tx, id, 1)->text, "");
    EXPECT_TRUE(store::is_file_used(tx, "b"));
    EXPECT_FALSE(store::is_file_used(tx, "c"));
  });
}

// Two telephones without much connection send at the same moment.
TEST_P(WalkStore, PointsThatComeAtOnceAreNumberedOneByOneAndTheSameFormIsOnePoint) {
  const auto id = database_->write([&](db::Transaction& tx) { return walk(tx, noon_, "walking"); });
  const auto add = [&](const std::string& sending) {
    return [this, id, sending](db::Transaction& tx) {
      return add_point(tx, noon_, identity::system_actor(), true, id,
                       {.sending = sending, .kind = "problem", .text = "De stoep ligt scheef."});
    };
  };
  EXPECT_EQ(db::testing::at_once(*database_, add("een"), add("twee")), 2);
  EXPECT_EQ(db::testing::at_once(*database_, add("drie"), add("drie")), 2);
  EXPECT_EQ(database_->read([&](db::Transaction& tx) { return store::last_number(tx, id); }), 3);
}

}  // namespace
}  // namespace wijktafel::walks
