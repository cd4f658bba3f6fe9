#include "compute/budgeting/phragmen.hpp"

#include <algorithm>
#include <gmpxx.h>
#include <optional>
#include <utility>

namespace wijktafel::budgeting {
namespace {

// A voter's load is always the moment of some earlier purchase (or 0), so loads are numbers of purchases. The
// moment of purchase r is moments_[r] / denominator; a plan is bought at moment due / (denominator x its
// supporters). A purchase by n supporters makes the denominator n times as large, and everything above it:
// the denominator itself is only needed for the cost, and there is never a fraction to reduce.
class Counting {
 public:
  Counting(const Election& election, const Support& support, const TieOrder& ties, PhragmenEnd end,
           const Limits& limits)
      : election_(election), support_(support), ties_(ties), end_(end), room_(election, limits) {}

  Outcome count();

 private:
  struct Candidate {
    ProjectIndex project;
    mpz_class due;          // of the moment it was worked out: never more than now, because loads never fall
    std::size_t round = 0;  // when it was worked out
  };

  bool is_later(const Candidate& a, const Candidate& b) const {
    return a.due * support_.voters_of(b.project) > b.due * support_.voters_of(a.project);
  }
  void work_out(Candidate& candidate);
  Candidate pop();
  void push(Candidate candidate);
  std::vector<Candidate> first_together();
  bool buy_one_of(std::vector<Candidate> together);
  void buy(const Candidate& candidate);
  void buy_unsupported();
  void pay(ProjectIndex project);
  bool would_overspend(ProjectIndex project) const { return election_.projects[project].cost > room_.left(); }

  const Election& election_;
  const Support& support_;
  const TieOrder& ties_;
  PhragmenEnd end_;
  Room room_;
  Outcome outcome_;
  std::vector<Candidate> heap_;
  std::vector<mpz_class> moments_ = {mpz_class(0)};
  mpz_class denominator_ = 1;
  std::vector<std::uint32_t> load_;         // per ballot: a place in moments_
  std::vector<std::uint64_t> voters_with_;  // per moment, while a candidate is worked out
};

void Counting::work_out(Candidate& candidate) {
  voters_with_.assign(moments_.size(), 0);
  for (const auto& supporter : support_.of(candidate.project))
    voters_with_[load_[supporter.ballot]] += election_.weights[supporter.ballot];
  candidate.due = denominator_ * election_.projects[candidate.project].cost;
  for (std::size_t moment = 1; moment < moments_.size(); ++moment)
    mpz_addmul_ui(candidate.due.get_mpz_t(), moments_[moment].get_mpz_t(), voters_with_[moment]);
  candidate.round = moments_.size();
}

Counting::Candidate Counting::pop() {
  std::ranges::pop_heap(heap_, [&](const auto& a, const auto& b) { return is_later(a, b); });
  auto candidate = std::move(heap_.back());
  heap_.pop_back();
  return candidate;
}

void Counting::push(Candidate candidate) {
  heap_.push_back(std::move(candidate));
  std::ranges::push_heap(heap_, [&](const auto& a, const auto& b) { return is_later(a, b); });
}

// All that are bought at the earliest moment, taken from the heap.
std::vector<Counting::Candidate> Counting::first_together() {
  std::vector<Candidate> together;
  while (!heap_.empty()) {
    auto candidate = pop();
    if (!together.empty() && is_later(candidate, together.front())) {
      push(std::move(candidate));
      break;
    }
    if (candidate.round == moments_.size()) {
      together.push_back(std::move(candidate));
    } else {
      work_out(candidate);
      push(std::move(candidate));
    }
  }
  return together;
}

void Counting::pay(ProjectIndex project) {
  room_.buy(project);
  outcome_.selected.push_back(project);
  outcome_.cost += election_.projects[project].cost;
}

void Counting::buy(const Candidate& candidate) {
  const std::uint64_t supporters = support_.voters_of(candidate.project);
  for (auto& moment : moments_) moment *= supporters;
  for (auto& other : heap_) other.due *= supporters;
  denominator_ *= supporters;
  for (const auto& supporter : support_.of(candidate.project))
    load_[supporter.ballot] = static_cast<std::uint32_t>(moments_.size());
  moments_.push_back(candidate.due);
  pay(candidate.project);
}

// False: the rule ends here.
bool Counting::buy_one_of(std::vector<Candidate> together) {
  if (end_ == PhragmenEnd::stop && std::ranges::any_of(together, [&](const Candidate& candidate) {
        return would_overspend(candidate.project);
      }))
    return false;
  std::erase_if(together, [&](const Candidate& candidate) { return !room_.fits(candidate.project); });
  if (together.empty()) return true;
  std::ranges::sort(together, {}, [&](const Candidate& candidate) { return ties_.rank(candidate.project); });
  if (together.size() > 1) {
    Tie tie{{}, together.front().project, std::nullopt};
    for (const auto& candidate : together) tie.among.push_back(candidate.project);
    outcome_.ties.push_back(std::move(tie));
  }
  for (auto& candidate : together)
    if (&candidate != &together.front()) push(std::move(candidate));
  buy(together.front());
  return true;
}

// They all come at once, infinitely late, and any that does not fit ends it.
void Counting::buy_unsupported() {
  std::vector<ProjectIndex> late;
  for (ProjectIndex project = 0; project < election_.projects.size(); ++project)
    if (support_.voters_of(project) == 0 && room_.is_allowed(project) &&
        election_.projects[project].cost <= election_.budget)
      late.push_back(project);
  std::ranges::sort(late, {}, [&](ProjectIndex project) { return ties_.rank(project); });
  std::vector<Money> dearest_left(late.size() + 1);
  for (std::size_t i = late.size(); i-- > 0;)
    dearest_left[i] = std::max(dearest_left[i + 1], election_.projects[late[i]].cost);
  std::size_t bought = 0;
  for (; bought < late.size() && dearest_left[bought] <= room_.left(); ++bought)
    if (room_.fits(late[bought])) pay(late[bought]);
  if (bought > 0 && late.size() > 1) outcome_.ties.push_back({late, late.front(), bought < late.size()});
}

Outcome Counting::count() {
  load_.assign(election_.ballots(), 0);
  for (ProjectIndex project = 0; project < election_.projects.size(); ++project) {
    if (support_.voters_of(project) == 0 || !room_.is_allowed(project) || would_overspend(project)) continue;
    heap_.push_back({project, mpz_class(election_.projects[project].cost), moments_.size()});
  }
  std::ranges::make_heap(heap_, [&](const auto& a, const auto& b) { return is_later(a, b); });
  while (!heap_.empty())
    if (!buy_one_of(first_together())) return std::move(outcome_);
  if (end_ == PhragmenEnd::stop) buy_unsupported();
  return std::move(outcome_);
}

}  // namespace

Outcome phragmen(const Election& election, const Support& support, const TieOrder& ties, PhragmenEnd end,
                 const Limits& limits) {
  return Counting(election, support, ties, end, limits).count();
}

}  // namespace wijktafel::budgeting
