// Who is away, and who does their work meanwhile: on both databases.
#include <gmock/gmock.h>

#include "capabilities/accounts/absence_store.hpp"
#include "capabilities/accounts/actions/erase_account.hpp"
#include "capabilities/accounts/actions/set_absence.hpp"
#include "capabilities/accounts/tests/accounts_support.hpp"

namespace wijktafel::accounts {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Date day(const char* text) { return parse_date(text).value(); }

class Absences : public WithAccounts {
 protected:
  PersonId worker(std::string_view name) {
    const auto person = somebody(name, std::string(name) + "@voorbeeld.invalid");
    grant(person, "coordinator", "BU1");
    return person;
  }
  auto away(PersonId person, const char* from, const char* until, std::optional<PersonId> deputy = {}) {
    return database_->write([&](db::Transaction& tx) {
      return set_absence(
          tx, evening, {.person = person, .deputy = deputy, .first_day = day(from), .last_day = day(until)});
    });
  }
  std::vector<std::string> deputies(PersonId person, const char* date) {
    return database_->read([&](db::Transaction& tx) {
      std::vector<std::string> names;
      for (const auto& one : deputies_of(tx, person, day(date))) names.push_back(one.name);
      return names;
    });
  }
  std::vector<PersonId> stood_in_for(PersonId person, const char* date) {
    return database_->read([&](db::Transaction& tx) { return stands_in_for(tx, person, day(date)); });
  }
};
WIJKTAFEL_ON_BOTH_ENGINES(Absences);

TEST_P(Absences, ADeputyHasTheWorkFromTheFirstDayUpToAndIncludingTheLast) {
  const auto sanne = worker("Sanne");
  const auto omar = worker("Omar");
  ASSERT_TRUE(away(sanne, "2026-11-24", "2026-11-27", omar));
  EXPECT_THAT(deputies(sanne, "2026-11-23"), IsEmpty());
  EXPECT_THAT(deputies(sanne, "2026-11-24"), ElementsAre("Omar"));
  EXPECT_THAT(deputies(sanne, "2026-11-27"), ElementsAre("Omar"));
  EXPECT_THAT(deputies(sanne, "2026-11-28"), IsEmpty());
  EXPECT_THAT(stood_in_for(omar, "2026-11-25"), ElementsAre(sanne));
  EXPECT_THAT(stood_in_for(omar, "2026-11-28"), IsEmpty());
}

TEST_P(Absences, ADeputyWhoIsAwayHandsOnToTheirOwnDeputy) {
  const auto sanne = worker("Sanne");
  const auto omar = worker("Omar");
  const auto ed = worker("Ed");
  ASSERT_TRUE(away(sanne, "2026-11-24", "2026-12-04", omar));
  ASSERT_TRUE(away(omar, "2026-11-26", "2026-11-27", ed));
  EXPECT_THAT(deputies(sanne, "2026-11-26"), ElementsAre("Ed"));
  EXPECT_THAT(deputies(sanne, "2026-11-30"), ElementsAre("Omar"));
  EXPECT_THAT(stood_in_for(ed, "2026-11-26"), ElementsAre(omar, sanne));
}

TEST_P(Absences, TwoWhoStandInForEachOtherAndAreBothAwayLeaveNobody) {
  const auto sanne = worker("Sanne");
  const auto omar = worker("Omar");
  ASSERT_TRUE(away(sanne, "2026-11-24", "2026-11-27", omar));
  ASSERT_TRUE(away(omar, "2026-11-24", "2026-11-27", sanne));
  EXPECT_THAT(deputies(sanne, "2026-11-25"), IsEmpty());
}

TEST_P(Absences, WithoutADeputyNobodyStandsIn) {
  const auto sanne = worker("Sanne");
  ASSERT_TRUE(away(sanne, "2026-11-24", "2026-11-27"));
  EXPECT_THAT(deputies(sanne, "2026-11-25"), IsEmpty());
}

TEST_P(Absences, AreRefusedWithTheirReason) {
  const auto sanne = worker("Sanne");
  const auto stranger = somebody("Iemand", "iemand@voorbeeld.invalid");
  EXPECT_TRUE(std::holds_alternative<EndsBeforeItBegins>(away(sanne, "2026-11-27", "2026-11-24").error()));
  EXPECT_TRUE(std::holds_alternative<IsOverAlready>(away(sanne, "2026-11-02", "2026-11-06").error()));
  EXPECT_TRUE(
      std::holds_alternative<StandsInForThemselves>(away(sanne, "2026-11-24", "2026-11-27", sanne).error()));
  EXPECT_TRUE(
      std::holds_alternative<NoSuchDeputy>(away(sanne, "2026-11-24", "2026-11-27", stranger).error()));
  ASSERT_TRUE(away(sanne, "2026-11-24", "2026-11-27"));
  EXPECT_TRUE(std::holds_alternative<AwayThenAlready>(away(sanne, "2026-11-27", "2026-11-30").error()));
  EXPECT_TRUE(away(sanne, "2026-11-28", "2026-11-30").has_value());
}

TEST_P(Absences, CanBeTakenBackByWhoSetThem) {
  const auto sanne = worker("Sanne");
  const auto omar = worker("Omar");
  const auto absence = away(sanne, "2026-11-24", "2026-11-27", omar).value();
  database_->write([&](db::Transaction& tx) {
    EXPECT_FALSE(take_back_absence(tx, omar, absence));
    EXPECT_TRUE(take_back_absence(tx, sanne, absence));
  });
  EXPECT_THAT(deputies(sanne, "2026-11-25"), IsEmpty());
}

TEST_P(Absences, AreGoneThirtyDaysAfterTheyAreOver) {
  const auto sanne = worker("Sanne");
  ASSERT_TRUE(away(sanne, "2026-11-24", "2026-11-27"));
  database_->write([](db::Transaction& tx) { store::remove_absences_before(tx, day("2026-11-27")); });
  EXPECT_EQ(count("account_absence"), 1);
  database_->write([](db::Transaction& tx) { store::remove_absences_before(tx, day("2026-11-28")); });
  EXPECT_EQ(count("account_absence"), 0);
}

TEST_P(Absences, GoWithTheAccount) {
  const auto sanne = worker("Sanne");
  const auto omar = worker("Omar");
  ASSERT_TRUE(away(sanne, "2026-11-24", "2026-11-27", omar));
  ASSERT_TRUE(away(omar, "2026-12-24", "2026-12-27", sanne));
  database_->write([&](db::Transaction& tx) { ASSERT_TRUE(erase_account(tx, evening, omar)); });
  EXPECT_EQ(count("account_absence"), 1);
  EXPECT_THAT(deputies(sanne, "2026-11-25"), IsEmpty());
}

}  // namespace
}  // namespace wijktafel::accounts
