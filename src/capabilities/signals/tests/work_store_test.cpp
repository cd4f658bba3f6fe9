// The lists of work, on both engines.
#include "capabilities/signals/work_store.hpp"

#include <gmock/gmock.h>

#include "capabilities/signals/due_store.hpp"
#include "capabilities/signals/tests/signals_support.hpp"
#include "platform/db/testing_fixture.hpp"

namespace wijktafel::signals {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::Neighbourhood;

using WorkStore = db::testing::OnBothEngines;
WIJKTAFEL_ON_BOTH_ENGINES(WorkStore);

Date day(std::string_view text) { return parse_date(text).value(); }

std::vector<ItemId> found(Neighbourhood& here, const std::vector<std::string>& lists,
                          const store::WorkFilter& filter, std::optional<store::WorkKey> after = std::nullopt,
                          int most = 10) {
  std::vector<ItemId> items;
  const auto rows = here.database().read(
      [&](db::Transaction& tx) { return store::work_in(tx, lists, filter, after, most); });
  for (const auto& row : rows) items.push_back(row.item);
  return items;
}

// Three signals in one list of an organisation, with what a filter looks at.
class Listed {
 public:
  explicit Listed(db::Engine engine) : here(engine) {
    first = put(here.report(), "2026-01-20",
                {.status = Status::received, .theme = "licht", .words = "pad is donker"});
    second = put(here.report(), "2026-01-13",
                 {.status = Status::planned,
                  .domains = items::safety | items::physical,
                  .priority = Priority::high,
                  .holder = OrganisationId{7},
                  .team = organisations::TeamId{3},
                  .contact = PersonId{9},
                  .channel = Channel::phone,
                  .words = "100% rommel_in de straat"});
    third = put(here.report(), "2026-01-13",
                {.visibility = items::Visibility::confidential, .status = Status::waiting});
  }
  ItemId put(ItemId item, std::string_view date, store::WorkRow row) {
    row.item = item;
    row.next_date = day(date);
    here.database().write(
        [&](db::Transaction& tx) { store::put_work(tx, {"organisation:7", "team:3"}, row); });
    return item;
  }
  std::vector<ItemId> ask(const store::WorkFilter& filter) { return found(here, {"organisation:7"}, filter); }

  Neighbourhood here;
  ItemId first{}, second{}, third{};
};

TEST_P(WorkStore, puts_what_is_due_longest_on_top_and_goes_on_behind_a_row) {
  Listed listed(GetParam());
  const store::WorkFilter all{.visible = {items::Visibility::everyone, items::Visibility::confidential}};
  EXPECT_THAT(listed.ask(all), ElementsAre(listed.second, listed.third, listed.first));
  const store::WorkKey key{day("2026-01-13"), listed.second};
  EXPECT_THAT(found(listed.here, {"organisation:7"}, all, key), ElementsAre(listed.third, listed.first));
  EXPECT_THAT(found(listed.here, {"organisation:7"}, all, std::nullopt, 1), ElementsAre(listed.second));
  // What stands in two lists is there once.
  EXPECT_THAT(found(listed.here, {"organisation:7", "team:3"}, all),
              ElementsAre(listed.second, listed.third, listed.first));
  EXPECT_THAT(found(listed.here, {"team:4"}, all), IsEmpty());
  EXPECT_THAT(found(listed.here, {}, all), IsEmpty());
}

TEST_P(WorkStore, shows_only_what_may_be_seen) {
  Listed listed(GetParam());
  EXPECT_THAT(listed.ask({}), ElementsAre(listed.second, listed.first));
  EXPECT_THAT(listed.ask({.visible = {items::Visibility::confidential}}), ElementsAre(listed.third));
}

TEST_P(WorkStore, filters_by_everything_that_is_asked) {
  Listed listed(GetParam());
  EXPECT_THAT(listed.ask({.status = Status::planned}), ElementsAre(listed.second));
  EXPECT_THAT(listed.ask({.theme = "licht"}), ElementsAre(listed.first));
  EXPECT_THAT(listed.ask({.theme = ""}), ElementsAre(listed.second));
  EXPECT_THAT(listed.ask({.domains = items::safety}), ElementsAre(listed.second));
  EXPECT_THAT(listed.ask({.priority = Priority::high}), ElementsAre(listed.second));
  EXPECT_THAT(listed.ask({.holder = std::optional(OrganisationId{7})}), ElementsAre(listed.second));
  EXPECT_THAT(listed.ask({.holder = std::optional<OrganisationId>()}), ElementsAre(listed.first));
  EXPECT_THAT(listed.ask({.team = organisations::TeamId{3}}), ElementsAre(listed.second));
  EXPECT_THAT(listed.ask({.contact = std::optional(PersonId{9})}), ElementsAre(listed.second));
  EXPECT_THAT(listed.ask({.contact = std::optional<PersonId>()}), ElementsAre(listed.first));
  EXPECT_THAT(listed.ask({.channel = Channel::phone}), ElementsAre(listed.second));
  EXPECT_THAT(listed.ask({.from = day("2026-01-14")}), ElementsAre(listed.first));
  EXPECT_THAT(listed.ask({.until = day("2026-01-14")}), ElementsAre(listed.second));
  EXPECT_THAT(listed.ask({.status = Status::planned, .theme = "licht"}), IsEmpty());
}

TEST_P(WorkStore, finds_words_of_the_title_as_they_are_typed) {
  Listed listed(GetParam());
  EXPECT_THAT(listed.ask({.words = {"donker", "pad"}}), ElementsAre(listed.first));
  EXPECT_THAT(listed.ask({.words = {"donker", "straat"}}), IsEmpty());
  // The signs of LIKE are letters like any other.
  EXPECT_THAT(listed.ask({.words = {"0%"}}), ElementsAre(listed.second));
  EXPECT_THAT(listed.ask({.words = {"l_in"}}), ElementsAre(listed.second));
  EXPECT_THAT(listed.ask({.words = {"d_nker"}}), IsEmpty());
  EXPECT_THAT(listed.ask({.words = {"'; DROP TABLE signal_work; --"}}), IsEmpty());
}

TEST_P(WorkStore, counts_what_is_late_and_no_further_than_asked) {
  Listed listed(GetParam());
  const auto count = [&](int most) {
    return listed.here.database().read([&](db::Transaction& tx) {
      return store::count_work(tx, {"organisation:7", "team:3"}, {}, day("2026-01-14"), most);
    });
  };
  EXPECT_EQ(count(10).all, 2);
  EXPECT_EQ(count(10).late, 1);
  EXPECT_EQ(count(1).all, 1);
}

TEST_P(WorkStore, gives_the_newest_that_everybody_may_see_since_a_moment) {
  Listed listed(GetParam());
  const auto newest = [&](Instant since, int most) {
    return listed.here.database().read(
        [&](db::Transaction& tx) { return store::newest_on_list(tx, "organisation:7", since, most); });
  };
  const auto told = testing::morning();
  EXPECT_THAT(newest(told, 10), ElementsAre(listed.second, listed.first));
  EXPECT_THAT(newest(told, 1), ElementsAre(listed.second));
  EXPECT_THAT(newest(told + std::chrono::milliseconds(1), 10), IsEmpty());
}

}  // namespace
}  // namespace wijktafel::signals
