// What is kept is found as it was kept, on both databases.
#include "capabilities/tables/store.hpp"

#include <algorithm>

#include "capabilities/tables/tests/tables_support.hpp"
#include "platform/db/testing_fixture.hpp"

namespace wijktafel::tables {
namespace {

using namespace std::chrono_literals;
using items::Visibility;
using testing::begins_at;
using testing::park;

class TableStore : public db::testing::OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (!IsSkipped()) database_ = fresh(testing::migrations());
  }
  // An item alone, without what an action would add.
  ItemId item(db::Transaction& tx, const std::string& kind, const std::string& status = "planned",
              Visibility visibility = Visibility::everyone) {
    return items::create(tx, testing::planned_at, testing::coordinator(),
                         {.kind = kind,
                          .area = park().key,
                          .lineage = park().lineage,
                          .title = kind,
                          .visibility = visibility,
                          .status = status},
                         {.what = "tables.meeting_planned"});
  }
  ItemId meeting(db::Transaction& tx, Instant at, const std::string& status = "planned",
                 Visibility visibility = Visibility::everyone) {
    const auto id = item(tx, "meeting", status, visibility);
    store::insert_meeting(tx, {.item = id, .area = park().key, .begins_at = at, .place = "De Vlieger"});
    return id;
  }
  static std::vector<ItemId> ids(const std::vector<Meeting>& meetings) {
    std::vector<ItemId> found;
    for (const auto& one : meetings) found.push_back(one.item);
    return found;
  }
  std::unique_ptr<db::Database> database_;
};
WIJKTAFEL_ON_BOTH_ENGINES(TableStore);

TEST_P(TableStore, KeepsOneTableForAnAreaAndItsLatestRules) {
  database_->write([](db::Transaction& tx) {
    store::put_body(tx, {.area = "BU1", .name = "Tafel", .state = "being_formed"});
    store::put_body(tx, {.area = "BU1",
                         .name = "Wijktafel",
                         .state = "active",
                         .decides_by = "vote",
                         .voters = "het panel",
                         .quorum = 4});
    store::put_body(tx, {.area = "BU2", .name = "Andere tafel"});
  });
  database_->read([](db::Transaction& tx) {
    const auto body = store::find_body(tx, "BU1").value();
    EXPECT_EQ(body.name, "Wijktafel");
    EXPECT_EQ(body.state, "active");
    EXPECT_EQ(body.decides_by, "vote");
    EXPECT_EQ(body.voters, "het panel");
    EXPECT_EQ(body.quorum, 4);
    EXPECT_FALSE(store::find_body(tx, "BU3"));
    ASSERT_EQ(store::bodies(tx).size(), 2u);
    EXPECT_EQ(store::bodies(tx).front().name, "Andere tafel");
  });
}

TEST_P(TableStore, FindsAMeetingAsItWasKeptAndAsItWasChanged) {
  database_->write([this](db::Transaction& tx) {
    const auto id = item(tx, "meeting");
    store::insert_meeting(tx, {.item = id,
                               .area = park().key,
                               .begins_at = begins_at,
                               .place = "De Vlieger",
                               .online_link = "https://overleg.example",
                               .is_public = false});
    auto kept = store::find_meeting(tx, id).value();
    EXPECT_EQ(kept.begins_at, begins_at);
    EXPECT_EQ(kept.online_link, "https://overleg.example");
    EXPECT_FALSE(kept.is_public);
    EXPECT_EQ(kept.minutes_state, "none");
    kept.begins_at += 24h;
    kept.minutes = "Wij spraken over licht.";
    kept.minutes_state = "draft";
    store::update_meeting(tx, kept);
    const auto changed = store::find_meeting(tx, id).value();
    EXPECT_EQ(changed.begins_at, begins_at + 24h);
    EXPECT_EQ(changed.minutes, "Wij spraken over licht.");
    EXPECT_EQ(changed.minutes_state, "draft");
  });
}

TEST_P(TableStore, TellsComingMeetingsFromPastOnes) {
  database_->write([this](db::Transaction& tx) {
    const auto later = meeting(tx, begins_at + 48h);
    const auto soon = meeting(tx, begins_at + 1h);
    const auto off = meeting(tx, begins_at + 2h, "cancelled");
    const auto closed_early = meeting(tx, begins_at + 1h, "held");
    const auto hidden = meeting(tx, begins_at + 3h, "planned", Visibility::table);
    const auto long_ago = meeting(tx, begins_at - 100h);

    EXPECT_EQ(ids(store::coming_meetings(tx, park().key, begins_at, Visibility::everyone, 9)),
              (std::vector{soon, off, later}));
    EXPECT_EQ(ids(store::coming_meetings(tx, park().key, begins_at, Visibility::table, 9)),
              (std::vector{soon, off, hidden, later}));
    EXPECT_EQ(ids(store::coming_meetings(tx, park().key, begins_at, Visibility::everyone, 1)),
              std::vector{soon});
    EXPECT_TRUE(store::coming_meetings(tx, "BU9", begins_at, Visibility::table, 9).empty());
    EXPECT_EQ(ids(store::past_meetings(tx, park().key, begins_at, Visibility::everyone, std::nullopt, 9)),
              (std::vector{closed_early, long_ago}));
  });
}

TEST_P(TableStore, PagesPastMeetingsWithoutLosingOneThatBeganAtTheSameMoment) {
  database_->write([this](db::Transaction& tx) {
    std::vector<ItemId> all;
    for (int i = 0; i < 5; ++i) all.push_back(meeting(tx, begins_at - 10h, "held"));
    std::vector<ItemId> seen;
    std::optional<Meeting> before;
    for (auto page = store::past_meetings(tx, park().key, begins_at, Visibility::everyone, before, 2);
         !page.empty();
         page = store::past_meetings(tx, park().key, begins_at, Visibility::everyone, before, 2)) {
      for (const auto& one : page) seen.push_back(one.item);
      before = page.back();
    }
    std::ranges::reverse(seen);
    EXPECT_EQ(seen, all);
  });
}

TEST_P(TableStore, KeepsTheOrderOfAnAgenda) {
  database_->write([this](db::Transaction& tx) {
    const auto of = meeting(tx, begins_at);
    const auto subject = item(tx, "signal");
    const auto first = item(tx, "agenda_item"), second = item(tx, "agenda_item");
    store::insert_agenda_item(
        tx, {.item = first, .meeting = of, .position = 0, .subject = subject, .discussion = {}});
    store::insert_agenda_item(
        tx, {.item = second, .meeting = of, .position = 0, .subject = std::nullopt, .discussion = {}});
    auto agenda = store::agenda_of(tx, of);
    ASSERT_EQ(agenda.size(), 2u);
    EXPECT_EQ(store::count_agenda_items(tx, of), 2);
    EXPECT_EQ(agenda[0].item, first);
    EXPECT_EQ(agenda[0].subject, subject);
    EXPECT_EQ(agenda[1].subject, std::nullopt);
    store::swap_positions(tx, agenda[0], agenda[1]);
    EXPECT_EQ(store::agenda_of(tx, of)[0].item, second);
    store::set_discussion(tx, first, "Het is er donker.");
    EXPECT_EQ(store::find_agenda_item(tx, first)->discussion, "Het is er donker.");
    ASSERT_EQ(store::agenda_items_about(tx, subject).size(), 1u);
    EXPECT_EQ(store::agenda_items_about(tx, subject).front().item, first);
  });
}

TEST_P(TableStore, KeepsWhoWasThereAndHowManyOthers) {
  database_->write([this](db::Transaction& tx) {
    const auto of = meeting(tx, begins_at);
    EXPECT_EQ(store::other_residents(tx, of), 0);
    store::replace_attendance(
        tx, of, {{PersonId{1}, OrganisationId{5}, false}, {PersonId{2}, std::nullopt, true}}, 12);
    store::replace_attendance(tx, of, {{PersonId{2}, std::nullopt, true}}, 14);
    const auto people = store::attendance_of(tx, of);
    ASSERT_EQ(people.size(), 1u);
    EXPECT_EQ(people[0].person, PersonId{2});
    EXPECT_EQ(people[0].organisation, std::nullopt);
    EXPECT_TRUE(people[0].is_voter);
    EXPECT_EQ(store::other_residents(tx, of), 14);
  });
}

TEST_P(TableStore, KeepsADecisionWithHowItWasTaken) {
  database_->write([this](db::Transaction& tx) {
    const auto of = meeting(tx, begins_at);
    const auto point = item(tx, "agenda_item");
    store::insert_agenda_item(
        tx, {.item = point, .meeting = of, .position = 0, .subject = std::nullopt, .discussion = {}});
    const auto id = item(tx, "decision", "advice");
    store::insert_decision(tx, {.item = id,
                                .meeting = of,
                                .agenda_item = point,
                                .kind = "advice",
                                .taken_by = "vote",
                                .votes = {7, 1, 2, 3},
                                .voters = "het panel",
                                .quorum = 5,
                                .advice_to = "de raad",
                                .answer_before = parse_date("2027-02-01"),
                                .regulation = {}});
    const auto kept = store::find_decision(tx, id).value();
    EXPECT_EQ(kept.votes.in_favour, 7);
    EXPECT_EQ(kept.votes.against, 1);
    EXPECT_EQ(kept.votes.abstain, 2);
    EXPECT_EQ(kept.votes.recused, 3);
    EXPECT_EQ(kept.voters, "het panel");
    EXPECT_EQ(kept.quorum, 5);
    EXPECT_EQ(kept.advice_to, "de raad");
    EXPECT_EQ(kept.answer_before, parse_date("2027-02-01"));
    ASSERT_EQ(store::decisions_of(tx, of).size(), 1u);
    EXPECT_EQ(store::decisions_of(tx, of).front().agenda_item, point);
  });
}

TEST_P(TableStore, KeepsTheStandingLongestLateFirst) {
  database_->write([this](db::Transaction& tx) {
    const auto of = meeting(tx, begins_at);
    store::put_standing(tx, of, ItemId{900}, 3);
    store::put_standing(tx, of, ItemId{901}, 30);
    store::put_standing(tx, of, ItemId{900}, 4);
    EXPECT_EQ(store::standing_of(tx, of),
              (std::vector<std::pair<ItemId, int>>{{ItemId{901}, 30}, {ItemId{900}, 4}}));
  });
}

}  // namespace
}  // namespace wijktafel::tables
