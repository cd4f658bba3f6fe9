// What was promised and is due, on both databases.
#include "capabilities/goals/store.hpp"

#include <gmock/gmock.h>

#include "app/capabilities.hpp"
#include "platform/db/testing_fixture.hpp"

namespace wijktafel::goals {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::string park = "BU00010101";
const Instant now = parse_instant("2026-11-02T10:00:00+01:00").value();

Date day(const char* text) { return parse_date(text).value(); }

class GoalStore : public db::testing::OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (!IsSkipped()) database_ = fresh(app::all_migrations(app::all_capabilities()));
  }
  struct About {
    bool is_intention = false;
    bool is_promised = true;
    items::Visibility visibility = items::Visibility::everyone;
  };
  ItemId put(OrganisationId promiser, const char* due, About about) {
    return database_->write([&](db::Transaction& tx) {
      const auto id = items::create(tx, now, identity::system_actor(),
                                    {.kind = "commitment",
                                     .area = park,
                                     .lineage = {park, "GM0001"},
                                     .title = "Vegen",
                                     .visibility = about.visibility,
                                     .status = "agreed"},
                                    {.what = "goals.commitment_made"});
      store::Commitment commitment;
      commitment.item = id;
      commitment.promiser = promiser;
      commitment.is_intention = about.is_intention;
      commitment.first_due = commitment.due = day(due);
      store::insert_commitment(tx, commitment);
      store::set_can_be_late(tx, id, about.is_promised);
      return id;
    });
  }
  std::vector<ItemId> due_of(OrganisationId promiser, const char* until, int most = 10) {
    return database_->read(
        [&](db::Transaction& tx) { return store::due_of_organisation(tx, promiser, day(until), most); });
  }
  std::vector<ItemId> due_in(const char* until) {
    return database_->read(
        [&](db::Transaction& tx) { return store::due_in_area(tx, "GM0001", day(until), 10); });
  }
  std::unique_ptr<db::Database> database_;
};
WIJKTAFEL_ON_BOTH_ENGINES(GoalStore);

TEST_P(GoalStore, FindsWhatIsPromisedForADayOrBefore) {
  const OrganisationId sweepers{1}, others{2};
  const auto later = put(sweepers, "2026-11-09", {});
  const auto first = put(sweepers, "2026-11-03", {});
  const auto of_others = put(others, "2026-11-03", {});
  put(sweepers, "2026-11-03", {.is_intention = true});
  put(sweepers, "2026-11-03", {.is_promised = false});
  put(sweepers, "2026-11-03", {.visibility = items::Visibility::confidential});
  EXPECT_THAT(due_of(sweepers, "2026-11-09"), ElementsAre(first, later));
  EXPECT_THAT(due_of(sweepers, "2026-11-08"), ElementsAre(first));
  EXPECT_THAT(due_of(sweepers, "2026-11-09", 1), ElementsAre(first));
  EXPECT_THAT(due_of(sweepers, "2026-11-02"), IsEmpty());
  EXPECT_THAT(due_in("2026-11-03"), ElementsAre(first, of_others));
}

}  // namespace
}  // namespace wijktafel::goals
