// Why each plan was bought or not, in numbers that a table or a page can say: who paid, what was lacking, how
// many supporters more or which price would have been enough. docs/methods/budgeting.md explains the words.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "compute/budgeting/election.hpp"
#include "compute/budgeting/enough_guess.hpp"
#include "compute/budgeting/ledger.hpp"
#include "compute/budgeting/limits.hpp"
#include "compute/budgeting/outcome.hpp"
#include "compute/budgeting/would_win.hpp"

namespace wijktafel::budgeting {

// Voters who paid the same. What groups paid `together` is rounded so that it adds up to the cost exactly.
struct PayerGroup {
  std::uint64_t voters = 0;
  double each = 0;  // in Money
  Money together = 0;
};
// Supporters by a column of the file.
struct SupporterGroup {
  std::string column;
  std::string value;
  std::uint64_t voters = 0;      // in this group, supporters or not
  std::uint64_t supporters = 0;  // of this plan
  Money paid = 0;                // by them; adds up to the cost in each column; 0 when nobody paid
};

struct Bought {
  std::size_t place = 0;       // from 1, in the order of buying
  bool by_completion = false;  // from the money that the rule left
  // Only where voters pay: Equal Shares and Phragmén.
  std::optional<double> largest_payment;  // in Money
  std::optional<double> effective_votes;  // cost / largest payment
  std::vector<PayerGroup> payers;         // who pays most first; nobody twice
};

enum class WhyNot {
  no_support,        // on no ballot, or with no utility
  not_allowed,       // too little support for the threshold of the election, or a limit of its category
  too_little_money,  // of its supporters: Equal Shares
  too_dear,          // dearer than what was left at its turn
  lost_tie,          // equally good as one that was bought, and last by the rule for ties
  stopped,           // the rule had stopped before its turn: Phragmén, or a city that skips nothing
  not_in_best,       // the best total is reached without it: optimum
};
struct NotBought {
  WhyNot why = WhyNot::too_dear;
  Money there = 0;    // money of its supporters, or left of the budget, at the end
  Money lacking = 0;  // cost - there; 0 when there was enough
  Sought supporters;
  Sought price;
};

struct ProjectExplanation {
  ProjectIndex project = 0;
  std::uint64_t votes = 0;  // ballots that name it
  Money cost = 0;
  std::optional<Bought> bought;
  std::optional<NotBought> not_bought;  // one of the two
  std::vector<SupporterGroup> groups;
};

// What was counted, and how to count again.
struct Counted {
  const Election* election = nullptr;
  Rule rule;
  Outcome outcome;
  std::size_t bought_by_rule = 0;  // the first so many of outcome.selected; the rest by completions
  double endowment = 0;            // of each voter in the last round of Equal Shares, in Money
  Limits limits;
  std::optional<ProjectIndex> partly;  // official: gets what is left, less than it costs
  CountChanged count;
  SharesWithMore with_more;  // or empty; only for speed
  // About how many steps the counts of `count` and `with_more` have taken so far: what searches are limited
  // by.
  std::function<std::uint64_t()> work;
  std::function<Result<Outcome, NoCount>(ProjectIndex)>
      count_with_first;  // with this plan first in every tie
};

// Explains one plan after the other; what they share is made once. Not thread-safe. The election must outlive
// it.
class Explainer {
 public:
  explicit Explainer(Counted counted);

  // `with_enough`: also how many supporters or which price would have been enough (it takes recounts).
  ProjectExplanation explain(ProjectIndex project, bool with_enough = true);

 private:
  Bought bought(ProjectIndex project, std::size_t place) const;
  NotBought not_bought(ProjectIndex project, bool with_enough);
  WhyNot reason(ProjectIndex project, Money& there) const;
  std::vector<SupporterGroup> groups(ProjectIndex project) const;
  Search limited(Search search) const;
  const Purchase* purchase_of(ProjectIndex project) const;

  Counted counted_;
  Support support_;
  std::vector<std::uint64_t> votes_;
  Ledger ledger_;
  std::vector<EnoughGuess> guesses_;
};

// Whether another choice would have given other winners, for every tie where that is not known yet: by
// counting again with each of the others first. Ties of which nothing is known after `most_recounts`
// (otherwise 10 to 1,000, by the size of the election), or after a count that was refused, stay unknown.
void find_consequences(Counted& counted, std::optional<std::size_t> most_recounts = std::nullopt);

}  // namespace wijktafel::budgeting
