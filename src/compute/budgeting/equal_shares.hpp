// The Method of Equal Shares: the budget is divided equally over all voters, and a plan is bought when its
// supporters can pay it from their shares; first the plan for which a supporter pays least for each unit of
// utility. Source: Peters, Pierczynski and Skowron, "Proportional Participatory Budgeting with Additive
// Utilities", NeurIPS 2021 (arXiv 2008.13276). docs/methods/equal-shares.md.
//
// Exact: prices are found in doubles with a bound on their error and as fractions where that leaves a doubt
// (equal_shares_purses.hpp). A plan never becomes cheaper for its supporters while others are bought, so each
// round looks only at plans whose last price is not above the best one so far.
#pragma once

#include <cstdint>
#include <gmpxx.h>
#include <limits>
#include <span>
#include <vector>

#include "compute/budgeting/election.hpp"
#include "compute/budgeting/equal_shares_index.hpp"
#include "compute/budgeting/equal_shares_purses.hpp"
#include "compute/budgeting/limits.hpp"
#include "compute/budgeting/outcome.hpp"
#include "compute/budgeting/ties.hpp"

namespace wijktafel::budgeting {

// How an outcome came about, for who wants to explain it. Money is in 1/money_scale of the currency.
struct EqualSharesRecord {
  static constexpr std::uint32_t never = std::numeric_limits<std::uint32_t>::max();

  struct Round {
    ProjectIndex project = 0;
    // What a supporter with enough money pays for one share: a share is their points or rank, or 1 with cost
    // and cardinality. A ballot pays price times its share in every round that it takes part in, until the
    // one of `exhausted_in`, where it pays all it has left.
    mpq_class price;
    double rounded_price = 0;
    mpq_class rho;  // price per unit of utility: the least of its round
  };
  struct Dropped {
    ProjectIndex project = 0;
    std::uint32_t before_round = 0;  // place in rounds; rounds.size(): after the last
    mpq_class money;                 // what its supporters had left then
    bool by_limit = false;           // a maximum for its group, not the money of its supporters
  };

  mpq_class endowment;                      // of each voter, after completions
  std::vector<Round> rounds;                // without free plans
  std::vector<Dropped> dropped;             // every plan with support that was not bought
  std::vector<std::uint32_t> exhausted_in;  // per ballot: the round in which it paid its last money, or never
  std::uint64_t evaluations = 0;            // how many times the election was counted to find the endowment
  std::uint64_t work = 0;                   // of all those together
};

// Which comparisons decided an outcome: for every round and every plan that its supporters could still pay,
// which of them would pay all they have. As long as these and the plans bought stay the same, all prices and
// purses are sums of the endowment and numbers that do not change. A comparison of two such sums that holds
// at two endowments holds between them.
struct Course {
  std::vector<std::uint32_t> marks;
  std::vector<ProjectIndex> selected;
  bool is_certain = true;  // otherwise no other endowment has this course
};

// An election laid out for Equal Shares, to count it many times: with other endowments.
// Not thread-safe; election and ties must outlive it.
//   const TieOrder ties(election, rule.ties);
//   EqualShares shares(election, Utility::cost, ties);
//   const auto outcome = shares.run(shares.endowment());
class EqualShares {
 public:
  EqualShares(const Election& election, Utility utility, const TieOrder& ties, Limits limits = {});

  // What if one thing were otherwise, without laying out the election again. Another cost, more than 0, of a
  // plan that costs something; another number of voters for a ballot that names `project` alone.
  void set_cost(ProjectIndex project, Money cost) { costs_[project] = cost; }
  void set_weight(BallotIndex ballot, ProjectIndex project, std::uint32_t weight);

  // The budget divided by the voters; 0 without voters.
  mpq_class endowment() const;
  // Somebody can pay for it: it has utility for a voter, and is allowed.
  bool is_supported(ProjectIndex project) const;

  Outcome run(const mpq_class& endowment, EqualSharesRecord* record = nullptr);
  // Slower than run(), because it looks at every plan in every round.
  Course course(const mpq_class& endowment);
  // Whether the course at this endowment is the same. Then every endowment between the two buys the same
  // plans in the same order.
  bool follows(const Course& course, const mpq_class& endowment);

  // How many times an election was counted, in whole or in part: runs, courses and what asked for more.
  std::uint64_t evaluations() const { return evaluations_; }
  // What all that took: the plans that were put in order and the supporters that were looked at. The same on
  // every machine, unlike seconds.
  std::uint64_t work() const { return work_; }
  // Whether every endowment from the last (of run, or of this when it said yes) up to this one certainly buys
  // the same plans in the same order. False also when that is not known. About as much work as run().
  bool stays_until(const mpq_class& endowment);

 private:
  static constexpr auto gone = std::numeric_limits<std::uint32_t>::max();  // in order_

  struct Candidate {
    ProjectIndex project = 0;
    double bound = 0;  // rho is at least this
    double low = 0;    // between these, as valued in this round
    double high = 0;
    Valuation value;
  };

  struct Step {
    ProjectIndex project = 0;
    double high = 0;  // rho was at most this
    bool is_unhindered = false;
  };

  void add_up_shares(ProjectIndex project);
  void begin(const mpq_class& endowment, Outcome& outcome);
  bool value(Candidate& candidate);
  std::uint64_t supporters_of(ProjectIndex project) const;
  void sort_by_bound();
  std::vector<ProjectIndex> best_of_round();
  bool go(const mpq_class& endowment, Course& made, const Course* like);
  void add_to(Course& course);
  bool is_first(const Step& step);
  bool never_comes_before(ProjectIndex other, ProjectIndex project) const;
  Candidate& candidate_of(ProjectIndex project);
  int compare(Candidate& left, Candidate& right);
  void buy(ProjectIndex project, Outcome& outcome, EqualSharesRecord* record);
  void drop_over_limit(EqualSharesRecord* record);
  void drop_unaffordable(EqualSharesRecord& record);
  EqualSharesRecord::Dropped dropped(ProjectIndex project, const EqualSharesRecord& record, bool by_limit);
  Money factor(ProjectIndex project) const { return utility_ == Utility::cost ? costs_[project] : 1; }

  const Election* election_;
  const TieOrder* ties_;
  Utility utility_;
  Limits limits_;
  ShareIndex index_;
  Purses purses_;
  std::vector<Money> costs_;
  std::vector<std::vector<std::uint32_t>> caps_of_;  // per plan; empty without caps
  std::vector<double> total_shares_;                 // per plan
  std::vector<mpz_class> whole_shares_;              // the same

  std::vector<Candidate> candidates_;  // of a run
  std::vector<std::uint32_t> order_;   // places in candidates_, by bound
  std::vector<Money> left_in_cap_;
  std::vector<Step> trail_;  // of the last endowment
  std::uint64_t evaluations_ = 0;
  std::uint64_t work_ = 0;
};

}  // namespace wijktafel::budgeting
