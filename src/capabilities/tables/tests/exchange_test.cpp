// A story of meetings, told in order of time through the same actions as a click.
#include <gmock/gmock.h>

#include "app/import_file.hpp"
#include "app/testing.hpp"
#include "capabilities/tables/store.hpp"

namespace wijktafel::tables {
namespace {

using app::testing::Town;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

const std::string people = R"("organisations": [{"key": "politie", "kind": "police", "name": "Politie"}],
  "people": [{"key": "ingrid", "name": "Ingrid", "roles": [{"role": "coordinator", "area": "BU00010101"}]},
             {"key": "ria", "name": "Ria", "roles": [{"role": "panel_member", "area": "BU00010101"}]},
             {"key": "joris", "name": "Joris", "roles": [{"role": "member", "organisation": "politie"}]},
             {"key": "cor", "name": "Cor"}],
  "tables": [{"area": "BU00010101", "name": "Wijktafel Parkbuurt", "decides_by": "vote", "voters": "het wijkpanel", "quorum": 3}])";

// `more`: further members of the meeting, `decision`: of its decision.
std::string story(const std::string& more = {}, const std::string& decision = {}) {
  return "{" + people +
         R"(, "meetings": [{"key": "M-1", "area": "BU00010101", "title": "Wijktafel van 29 januari",
    "planned_at": "2026-01-09", "planned_by": "ingrid", "begins_at": "2026-01-29T19:30:00+01:00", "place": "De Vlieger", "held": true,
    "agenda": [{"key": "A-1", "title": "Licht"}, {"key": "A-2", "title": "Groen", "added_at": "2026-01-12"}, {"key": "A-3", "title": "Rondvraag"}],
    "attendance": ["ria", "joris", "cor"], "other_residents": 11, "discussion": {"A-1": "Het is donker."}, "minutes": "Wij spraken over licht.",
    "minutes_state": "adopted", "decisions": [{"key": "D-1", "agenda": "A-1", "text": "De lampen worden gemaakt.", "taken_by": "vote",
    "votes": {"for": 3, "against": 1})" +
         decision + "}]" + more + "}]}";
}

// What is wrong with it; "" when it is imported.
std::string fault_of(Town& town, const std::string& json) {
  try {
    app::import_text(town.municipality(), town.clock(), json);
  } catch (const Failure& failure) {
    return failure.what();
  }
  return "";
}

ItemId named(db::Transaction& tx, const std::string& key) { return items::find_by_key(tx, key).value(); }

class TablesStory : public ::testing::Test {
 protected:
  template <class F>
  auto read(F&& ask) {
    return town_->database().read(std::forward<F>(ask));
  }
  items::Item item(const std::string& key) {
    return read([&](db::Transaction& tx) { return items::find(tx, named(tx, key)).value(); });
  }
  // Only read from here on, so one town is enough for all tests.
  static void SetUpTestSuite() {
    town_ = std::make_unique<Town>(app::testing::TownOptions{.story = story()});
  }
  static void TearDownTestSuite() { town_.reset(); }
  static inline std::unique_ptr<Town> town_;
};

TEST_F(TablesStory, KeepsTheTableAndItsRules) {
  const auto body = read([](db::Transaction& tx) { return store::find_body(tx, "BU00010101").value(); });
  EXPECT_EQ(body.name, "Wijktafel Parkbuurt");
  EXPECT_EQ(body.quorum, 3);
}

TEST_F(TablesStory, HoldsTheMeetingAtItsOwnTime) {
  EXPECT_EQ(item("M-1").status, "held");
  const auto history = read([&](db::Transaction& tx) {
    std::vector<std::string> entries;
    for (const auto& row :
         tx.query("SELECT what, recorded_at FROM item_history WHERE item = $1 ORDER BY sequence",
                  named(tx, "M-1")))
      entries.push_back(row.get<std::string>(0) + " " + iso_instant(row.get<Instant>(1)));
    return entries;
  });
  EXPECT_THAT(
      history,
      ElementsAre("tables.meeting_planned 2026-01-09T08:00:00Z",
                  "tables.agenda_reordered 2026-01-12T08:00:00Z", "tables.meeting_begun 2026-01-29T18:30:00Z",
                  "tables.attendance_recorded 2026-01-29T18:40:00Z",
                  "tables.meeting_held 2026-01-29T20:30:00Z", "tables.minutes_drafted 2026-02-05T20:30:00Z",
                  "tables.minutes_adopted 2026-02-05T20:30:00Z"));
}

TEST_F(TablesStory, ActsAsThePersonWhoPlannedIt) {
  read([&](db::Transaction& tx) {
    EXPECT_EQ(tx.find("SELECT by_role FROM item_history WHERE item = $1 AND sequence = 1", named(tx, "M-1"))
                  ->get<std::string>(0),
              "coordinator");
  });
}

TEST_F(TablesStory, KeepsTheAgendaInTheOrderOfTheFile) {
  const auto titles = read([&](db::Transaction& tx) {
    std::vector<std::string> found;
    for (const auto& point : store::agenda_of(tx, named(tx, "M-1")))
      found.push_back(items::find(tx, point.item)->title);
    return found;
  });
  EXPECT_THAT(titles, ElementsAre("Licht", "Groen", "Rondvraag"));
  EXPECT_EQ(
      read([&](db::Transaction& tx) { return store::find_agenda_item(tx, named(tx, "A-1"))->discussion; }),
      "Het is donker.");
}

TEST_F(TablesStory, NamesThePanelAndOrganisationsAndCountsResidents) {
  read([&](db::Transaction& tx) {
    EXPECT_EQ(store::attendance_of(tx, named(tx, "M-1")).size(), 2u);
    EXPECT_EQ(store::other_residents(tx, named(tx, "M-1")), 12);
  });
}

TEST_F(TablesStory, TakesItsDecisionsDuringTheMeeting) {
  const auto decision = item("D-1");
  EXPECT_EQ(decision.created_at, parse_instant("2026-01-29T20:30:00+01:00"));
  read([&](db::Transaction& tx) {
    EXPECT_EQ(store::find_decision(tx, decision.id)->votes.in_favour, 3);
    EXPECT_EQ(items::gaps_of(tx, decision.id).size(), 1u);
    EXPECT_TRUE(items::verify(tx).empty());
  });
}

TEST(TablesStoryFaults, NameTheRecordAndWhatIsWrongBeforeAnythingHappens) {
  Town town;
  EXPECT_THAT(fault_of(town, "{" + people + R"(, "meetings": [{"key": "M-9"}]})"),
              AllOf(HasSubstr("meetings M-9"), HasSubstr("area is missing")));
  EXPECT_THAT(fault_of(town, story(R"(, "is_public": "ja")")), HasSubstr("is_public must be true or false"));
  EXPECT_THAT(fault_of(town, story("", R"(, "kind": "afspraak")")),
              AllOf(HasSubstr("D-1"), HasSubstr("kind is \"afspraak\"")));
  EXPECT_THAT(fault_of(town, story("", R"(, "answer_before": "morgen")")),
              HasSubstr("answer_before is \"morgen\""));
  EXPECT_THAT(fault_of(town, R"({"tables": [{"area": "BU9", "name": "X"}]})"),
              HasSubstr("there is no area BU9"));
  EXPECT_THAT(fault_of(town, R"({"tables": [{"area": "BU00010101", "name": "X", "quorum": -1}]})"),
              HasSubstr("quorum must be a whole number"));
  EXPECT_THAT(fault_of(town, R"({"tables": {}})"), HasSubstr("a list is expected"));
}

TEST(TablesStoryFaults, NameTheStepThatWasRefused) {
  Town town;
  Town other;
  EXPECT_THAT(
      fault_of(town, story("", R"(, "kind": "municipal")")),
      AllOf(HasSubstr("meetings M-1: decision D-1"), HasSubstr("Fill in under what the municipality")));
  EXPECT_THAT(fault_of(other, story("", R"(, "leads_to": "G-404")")),
              AllOf(HasSubstr("meetings M-1: decision D-1"), HasSubstr("there is no G-404 yet")));
}

}  // namespace
}  // namespace wijktafel::tables
