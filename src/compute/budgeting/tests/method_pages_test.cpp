// The street of docs/methods, worked out by hand in greedy.md, equal-shares.md, phragmen.md and optimum.md.
#include <algorithm>
#include <gtest/gtest.h>

#include "base/tests/shared_folder.hpp"
#include "compute/budgeting/explained_count.hpp"
#include "compute/budgeting/pabulib.hpp"
#include "compute/budgeting/rule_text.hpp"
#include "compute/budgeting/tests/random_elections_support.hpp"
#include "compute/budgeting/voter_report.hpp"

namespace wijktafel::budgeting {
namespace {

using Names = std::vector<std::string>;

Election street() {
  return read_pabulib(wijktafel::text_of(
                          std::filesystem::path(WIJKTAFEL_SOURCE_DIR "/docs/methods/examples/street.pb")))
      .value();
}

Counted counted(const Election& election, RuleName name, const char* completion = "none", bool asks = false) {
  return explained_count(election, {.name = name,
                                    .utility = Utility::cost,
                                    .completions = completions(completion).value(),
                                    .ties = {},
                                    .asks_majority = asks})
      .value();
}

TEST(MethodPages, EachRuleBuysWhatItsPageSays) {
  const auto election = street();
  const auto bought = [&](RuleName name, const char* completion = "none") {
    return names_of(election, counted(election, name, completion).outcome);
  };
  EXPECT_EQ(bought(RuleName::greedy), (Names{"speeltuin", "banken", "feest"}));
  EXPECT_EQ(bought(RuleName::equal_shares), (Names{"speeltuin", "bomen"}));
  EXPECT_EQ(bought(RuleName::equal_shares, "add1"), (Names{"speeltuin", "bomen", "feest"}));
  EXPECT_EQ(bought(RuleName::phragmen), (Names{"feest", "banken", "bomen"}));
  auto best = bought(RuleName::optimum);
  std::ranges::sort(best);
  EXPECT_EQ(best, (Names{"banken", "feest", "speeltuin"}));
  EXPECT_EQ(counted(election, RuleName::equal_shares, "add1").endowment, 120);
  const auto asked = counted(election, RuleName::equal_shares, "greedy:cost", true);
  EXPECT_EQ(asked.outcome.majority.value(),
            (Majority{.prefer_shares = 4, .prefer_greedy = 5, .indifferent = 1}));
  EXPECT_EQ(voter_report(election, Utility::cost, asked.outcome.selected).all.with_something, 8U);
}

TEST(MethodPages, EqualSharesExplainsTheBenches) {
  const auto election = street();
  Explainer explainer(counted(election, RuleName::equal_shares));
  const auto benches = explainer.explain(1).not_bought.value();
  EXPECT_EQ(benches.why, WhyNot::too_little_money);
  EXPECT_EQ(benches.there, 50);
  EXPECT_EQ(benches.lacking, 250);
  EXPECT_EQ(benches.price.enough.value().value, 50);
  EXPECT_EQ(benches.supporters.enough.value().value, 1);
  EXPECT_TRUE(benches.supporters.enough.value().is_certain);
  EXPECT_EQ(benches.supporters.enough.value().displaced, (std::vector<ProjectIndex>{0}));
  const auto frame = explainer.explain(0).bought.value();
  ASSERT_EQ(frame.payers.size(), 1U);
  EXPECT_EQ(frame.payers[0].voters, 6U);
  EXPECT_EQ(frame.payers[0].together, 540);
  EXPECT_NEAR(frame.effective_votes.value(), 6, 1e-9);
}

TEST(MethodPages, PhragmenBuysAtTheMomentsThatItsPageSays) {
  const auto election = street();
  const auto outcome = counted(election, RuleName::phragmen).outcome;
  const auto ledger = phragmen_ledger(election, Support(election, Utility::cardinality), outcome.selected);
  ASSERT_EQ(ledger.purchases.size(), 3U);
  EXPECT_NEAR(ledger.purchases[0].rate, 30, 1e-9);
  EXPECT_NEAR(ledger.purchases[1].rate, 60, 1e-9);
  EXPECT_NEAR(ledger.purchases[2].rate, 105, 1e-9);
}

}  // namespace
}  // namespace wijktafel::budgeting
