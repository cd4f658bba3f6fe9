#include "compute/budgeting/completion.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/result.hpp"
#include "compute/budgeting/greedy.hpp"

namespace wijktafel::budgeting {
namespace {

struct Kept {
  mpq_class endowment;
  Outcome outcome;
};

struct Raise {
  mpq_class step;                 // of the endowment
  std::optional<mpq_class> most;  // the endowment beyond which nobody looks
  bool all_plans = false;         // stop only when no plan at all fits, wanted or not
};

// How many steps to try at once. Trying costs as much as a step, so where the last tries failed the next
// waits for some single steps.
class Stride {
 public:
  unsigned long length() const { return wait_ > 0 ? 1 : length_; }
  void lengthen() {
    length_ = std::min(length_ * 2, longest);
    patience_ = 0;
  }
  void shorten() {
    length_ /= 2;
    if (length_ > 1) return;
    length_ = 2;
    patience_ = std::min(patience_ * 2 + 1, 15);
    wait_ = patience_;
  }
  void stepped() { wait_ = std::max(wait_ - 1, 0); }

 private:
  static constexpr unsigned long longest = 1UL << 60U;
  unsigned long length_ = 2;
  int patience_ = 0;
  int wait_ = 0;
};

class Raising {
 public:
  // Until shares.work() is `last_work`.
  Raising(const Election& election, EqualShares& shares, const Limits& limits, std::uint64_t last_work)
      : election_(election), shares_(shares), limits_(limits), last_work_(last_work) {}

  // Steps that certainly change nothing are not counted one by one.
  Result<Kept, NoCount> raise(Kept from, const Raise& how) {
    bool is_last_run = true;
    Stride stride;
    while (!is_exhaustive(from.outcome, how.all_plans)) {
      if (shares_.work() > last_work_) return std::unexpected(NoCount::too_long);
      const mpq_class next = from.endowment + how.step * stride.length();
      if (how.most && next > *how.most) {
        if (stride.length() == 1) break;
        stride.shorten();
      } else if (stride.length() == 1) {
        auto outcome = shares_.run(next);
        is_last_run = false;
        if (outcome.cost > election_.budget) break;
        from = {next, std::move(outcome)};
        is_last_run = true;
        stride.stepped();
        if (++single_ > patience_ && glide(from.endowment, how)) is_last_run = false;
      } else if (shares_.stays_until(next)) {
        from.endowment = next;
        is_last_run = false;
        single_ = 0;
        stride.lengthen();
      } else {
        stride.shorten();
      }
    }
    // For its ties, and so that a next completion goes on from here.
    if (!is_last_run) from.outcome = shares_.run(from.endowment);
    return from;
  }

 private:
  // Where two plans stay nearly equal while some supporters have paid all they have, no interval proves that
  // nothing changes. That the course stays the same does: goes on as far as it does, as found by doubling and
  // then by halving. So what is counted is some steps for each change of course, whatever the amounts.
  bool glide(mpq_class& endowment, const Raise& how) {
    const auto course = shares_.course(endowment);
    bool is_growing = true;
    const mpq_class start = endowment;
    for (unsigned long length = 4; length > 2 && shares_.work() <= last_work_;) {
      const mpq_class next = endowment + how.step * length;
      const bool follows = (!how.most || next <= *how.most) && shares_.follows(course, next);
      if (follows) endowment = next;
      is_growing = is_growing && follows && length < longest_glide;
      length = is_growing ? length * 2 : length / 2;
    }
    single_ = 0;
    // A course takes as long as several steps: short stretches do not repay finding them.
    patience_ = endowment - start >= 64 * how.step ? 1 : std::min(2 * patience_ + 1, 63);
    return endowment != start;
  }

  bool is_exhaustive(const Outcome& outcome, bool all_plans) const {
    const Room room(election_, limits_, outcome);
    std::vector<char> is_bought(election_.projects.size());
    for (const auto project : outcome.selected) is_bought[project] = 1;
    for (ProjectIndex project = 0; project < is_bought.size(); ++project)
      if (!is_bought[project] && (all_plans || shares_.is_supported(project)) && room.fits(project))
        return false;
    return true;
  }

  static constexpr unsigned long longest_glide = 1UL << 60U;

  const Election& election_;
  EqualShares& shares_;
  const Limits& limits_;
  std::uint64_t last_work_;
  int single_ = 0;  // steps counted since the last longer one
  int patience_ = 15;
};

Raise raise_of(const Election& election, const Completion& completion) {
  if (completion.kind == Completion::Kind::add_one) return {exact(election.money_scale), std::nullopt, false};
  const mpz_class budget = exact(election.budget);
  const mpz_class voters = exact(election.voters);
  Raise how{mpq_class(budget * exact(completion.increase_permyriad), voters * 10000),
            mpq_class(budget * (voters + 1), voters), true};
  how.step.canonicalize();
  how.most->canonicalize();
  return how;
}

}  // namespace

bool is_sound(const std::vector<Completion>& completions) {
  return std::ranges::is_partitioned(
      completions, [](const Completion& each) { return each.kind != Completion::Kind::greedy; });
}

Result<Outcome, NoCount> equal_shares(const Election& election, EqualShares& shares,
                                      const std::vector<Completion>& completions, const TieOrder& ties,
                                      const Limits& limits, EqualSharesRecord* record,
                                      std::uint64_t most_work) {
  WIJKTAFEL_ASSERT(is_sound(completions), "completions that raise come first");
  const auto begun = shares.work();
  Kept kept{shares.endowment(), shares.run(shares.endowment())};
  if (election.voters > 0 && election.budget > 0)
    for (const auto& completion : completions)
      if (completion.kind != Completion::Kind::greedy) {
        auto raised = Raising(election, shares, limits, begun + most_work)
                          .raise(std::move(kept), raise_of(election, completion));
        if (!raised) return std::unexpected(raised.error());
        kept = std::move(*raised);
      }
  if (record != nullptr) {
    kept.outcome = shares.run(kept.endowment, record);
    record->evaluations = shares.evaluations();
    record->work = shares.work() - begun;
  }
  for (const auto& completion : completions)
    if (completion.kind == Completion::Kind::greedy)
      kept.outcome =
          greedy(election, Support(election, completion.utility), ties, limits, std::move(kept.outcome));
  return std::move(kept.outcome);
}

Result<Outcome, NoCount> equal_shares(const Election& election, Utility utility,
                                      const std::vector<Completion>& completions, const TieOrder& ties,
                                      const Limits& limits, EqualSharesRecord* record,
                                      std::uint64_t most_work) {
  EqualShares shares(election, utility, ties, limits);
  return equal_shares(election, shares, completions, ties, limits, record, most_work);
}

}  // namespace wijktafel::budgeting
