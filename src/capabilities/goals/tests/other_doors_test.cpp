// A promise that is made elsewhere goes by the same rules as on the pages of goals.
#include <gtest/gtest.h>

#include "capabilities/goals/tests/goals_support.hpp"

namespace wijktafel::goals {
namespace {

using testing::day;

class OtherDoors : public ::testing::Test {
 protected:
  template <class F>
  auto as(identity::PersonId person, F&& act) {
    return table.write([&](db::Transaction& tx) {
      auto call = web::job_call(table.town().service(), i18n::Language::nl, table.now());
      call.actor = table.actor(tx, person);
      return act(call, tx);
    });
  }
  ItemId offered_by(identity::PersonId person) {
    return as(person, [&](const web::Call& call, db::Transaction& tx) {
      return offer(call, tx, table.area(),
                   {.title = "De stoep recht leggen",
                    .measure = "Een foto erna",
                    .promiser = table.corporation,
                    .due = day("2026-12-10")})
          .value();
    });
  }

  testing::Table table;
};

TEST_F(OtherDoors, APromiseForAnotherIsOfferedAndItsOwnOrganisationAccepts) {
  const auto id = offered_by(table.ingrid);
  EXPECT_EQ(table.status(id), "offered");
  const auto by_another = as(table.wies, [&](const auto& call, auto& tx) { return accept(call, tx, id); });
  ASSERT_FALSE(by_another);
  EXPECT_EQ(by_another.error().status, 403);
  EXPECT_EQ(by_another.error().word_key, "goals.refusal.not_of_this_organisation");
  EXPECT_TRUE(as(table.karel, [&](const auto& call, auto& tx) { return accept(call, tx, id); }));
  EXPECT_EQ(table.status(id), "agreed");
}

TEST_F(OtherDoors, WhoPromisesForTheirOwnOrganisationSaysYesByDoingSo) {
  const auto id = offered_by(table.karel);
  EXPECT_EQ(table.status(id), "agreed");
  EXPECT_TRUE(as(table.karel, [&](const auto& call, auto& tx) {
    return report_done(call, tx, id, "De stoep ligt recht.", "Foto bij de schouw");
  }));
  EXPECT_EQ(table.status(id), "reported_done");
  const auto found = table.write(
      [&](db::Transaction& tx) { return find_commitments(tx, {id, ItemId{999'999}}, table.today()); });
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().promiser, table.corporation);
}

TEST_F(OtherDoors, ADayThatHasPassedIsRefusedBesideItsField) {
  const auto made = as(table.ingrid, [&](const web::Call& call, db::Transaction& tx) {
    return offer(call, tx, table.area(),
                 {.title = "Te laat",
                  .measure = "Een foto erna",
                  .promiser = table.corporation,
                  .due = day("2026-11-21")});
  });
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().field, "due");
}

}  // namespace
}  // namespace wijktafel::goals
