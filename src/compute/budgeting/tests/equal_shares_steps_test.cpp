// Add1 with many steps: where plans stay nearly equal while some supporters have paid all they have, and with
// amounts so large that nobody could count every step.
#include <algorithm>
#include <gtest/gtest.h>
#include <numeric>
#include <random>

#include "compute/budgeting/completion.hpp"
#include "compute/budgeting/tests/plain_support.hpp"

namespace wijktafel::budgeting {
namespace {

constexpr Utility utilities[] = {Utility::cost, Utility::cardinality, Utility::points, Utility::borda};
const std::vector<Completion> add_one = {{.kind = Completion::Kind::add_one}};
#ifdef __SANITIZE_ADDRESS__
constexpr std::uint64_t elections = 8;
#else
constexpr std::uint64_t elections = 60;
#endif

// Three to six plans of about the same cost and five to nine voters, who agree enough to run out of money.
RandomElection nearly_equal(std::uint64_t number, Utility utility, Money dearest) {
  std::mt19937_64 numbers(number);  // its values are fixed by the standard
  const auto below = [&](std::uint64_t bound) { return numbers() % bound; };
  RandomElection made;
  made.type = utility == Utility::points  ? BallotType::cumulative
              : utility == Utility::borda ? BallotType::ordinal
                                          : BallotType::approval;
  const auto plans = 3 + below(4);
  for (std::uint64_t plan = 0; plan < plans; ++plan)
    made.costs.push_back(dearest -
                         static_cast<Money>(below(8) * below(static_cast<std::uint64_t>(dearest) / 50)));
  made.budget = dearest * static_cast<Money>(1 + below(plans - 1)) + dearest / 3;
  for (auto ballots = 5 + below(5); ballots > 0; --ballots) {
    std::vector<ProjectIndex> names(plans);
    std::iota(names.begin(), names.end(), ProjectIndex{0});
    std::ranges::shuffle(names, numbers);
    names.resize(1 + below(3));
    if (made.type != BallotType::ordinal) std::ranges::sort(names);
    std::vector<std::int64_t> points;
    for (std::size_t i = 0; i < names.size(); ++i) points.push_back(1 + static_cast<std::int64_t>(below(5)));
    made.ballots.push_back(std::move(names));
    made.points.push_back(std::move(points));
    made.weights.push_back(1 + static_cast<std::uint32_t>(below(2)));
  }
  return made;
}

template <class Act>
void for_each_election(Money dearest, Act&& act) {
  for (const auto utility : utilities)
    for (std::uint64_t number = 0; number < elections; ++number) {
      SCOPED_TRACE("election " + std::to_string(number) + " by utility " +
                   std::to_string(static_cast<int>(utility)));
      const auto election = nearly_equal(number, utility, dearest).election();
      const TieOrder ties(election, {});
      EqualSharesRecord record;
      const auto outcome = equal_shares(election, utility, add_one, ties, {}, &record).value();
      act(election, utility, outcome, record);
      if (::testing::Test::HasFailure()) return;
    }
}

// The plain version counts every step.
TEST(EqualSharesSteps, NearlyEqualPlansAreBoughtAsInThePlainVersion) {
  mpq_class steps = 0;
  std::uint64_t evaluations = 0;
  for_each_election(1500, [&](const Election& election, Utility utility, const Outcome& outcome,
                              const EqualSharesRecord& record) {
    std::vector<ProjectIndex> by_name(election.projects.size());
    std::iota(by_name.begin(), by_name.end(), ProjectIndex{0});
    std::ranges::sort(by_name, {}, [&](ProjectIndex plan) { return election.projects[plan].id; });
    EXPECT_EQ(outcome.selected, plain_equal_shares(election, utility, add_one, by_name).selected);
    steps += record.endowment - mpq_class(static_cast<long>(election.budget), election.voters);
    evaluations += record.evaluations;
  });
  // Otherwise the elections are too short to say anything.
  EXPECT_GT(steps, 4 * static_cast<long>(evaluations));
}

// Up to 10^16 steps: how many are counted may depend on plans and voters, hardly on the amounts. Every change
// of course takes at most about 120 evaluations (60 doublings and 60 halvings); more than 500 changes would
// be a surprise with nine voters and six plans.
TEST(EqualSharesSteps, HugeAmountsEnd) {
  std::uint64_t most = 0;
  for_each_election(1'000'000'000'000'000'000, [&](const Election& election, Utility, const Outcome& outcome,
                                                   const EqualSharesRecord& record) {
    EXPECT_LE(outcome.cost, election.budget);
    most = std::max(most, record.evaluations);
  });
  EXPECT_LT(most, 60'000U);
  RecordProperty("most_evaluations", std::to_string(most));
}

// Counted in work, not in seconds: the same on every machine.
TEST(EqualSharesSteps, ACountThatTakesTooMuchWorkIsRefused) {
  int refused = 0;
  for_each_election(1'000'000'000'000'000'000, [&](const Election& election, Utility utility,
                                                   const Outcome& outcome, const EqualSharesRecord& record) {
    const TieOrder ties(election, {});
    EXPECT_EQ(equal_shares(election, utility, add_one, ties, {}, nullptr, record.work).value().selected,
              outcome.selected);
    EXPECT_TRUE(equal_shares(election, utility, {}, ties, {}, nullptr, 0));
    if (record.evaluations < 40) return;
    EqualShares shares(election, utility, ties);
    const auto cut = equal_shares(election, shares, add_one, ties, {}, nullptr, record.work / 4);
    ASSERT_FALSE(cut);
    EXPECT_EQ(cut.error(), NoCount::too_long);
    // Beyond the limit are at most the evaluations between two looks at it: a step, a course and one more. In
    // each of their rounds every plan is put in order and valued twice at most.
    const auto rounds = election.projects.size() + 1;
    const auto of_round = 2 * (election.projects.size() + election.choices.size());
    EXPECT_LE(shares.work(),
              record.work / 4 + 3 * (election.projects.size() + election.ballots() + rounds * of_round));
    ++refused;
  });
  EXPECT_GT(refused, 0);
}

// What the long ways stand on. Equal outcomes at both ends would not be enough: between some of them another
// is bought.
TEST(EqualSharesSteps, BetweenTwoEndowmentsOfOneCourseTheSameIsBought) {
  constexpr int parts = 24;
  std::size_t of_one_course = 0;
  std::size_t there_and_back = 0;
  for (const auto utility : utilities)
    for (std::uint64_t number = 0; number < 20 * elections; ++number) {
      SCOPED_TRACE("election " + std::to_string(number));
      const auto election = random_election(number, utility).election();
      const TieOrder ties(election, {});
      EqualShares shares(election, utility, ties);
      const mpq_class part = shares.endowment() / parts;
      for (int first = 0; first < 3 * parts; first += 3) {
        const mpq_class from = part * first;
        const int length = 2 + first % 11;
        const bool is_one_course = shares.follows(shares.course(from), from + part * length);
        const auto selected = shares.run(from).selected;
        if (shares.run(from + part * length).selected != selected) {
          EXPECT_FALSE(is_one_course);
          continue;
        }
        bool stays = true;
        for (int between = 1; between < length; ++between)
          stays = stays && shares.run(from + part * between).selected == selected;
        if (is_one_course) {
          EXPECT_TRUE(stays) << "from " << from << " for " << length << " of " << part;
        }
        of_one_course += is_one_course ? 1 : 0;
        there_and_back += stays ? 0 : 1;
      }
    }
  EXPECT_GT(of_one_course, 100 * elections);
  // So rare that the few elections of a build with sanitizers have none.
  if (elections >= 60) {
    EXPECT_GT(there_and_back, 0U);
  }
}

}  // namespace
}  // namespace wijktafel::budgeting
