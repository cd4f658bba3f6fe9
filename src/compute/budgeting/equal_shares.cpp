#include "compute/budgeting/equal_shares.hpp"

#include <algorithm>
#include <utility>

namespace wijktafel::budgeting {
namespace {

constexpr double unit = 0x1p-53;

// A cost that is too much for Money is above every budget all the same.
Money sum(Money left, Money right) {
  Money made = 0;
  return __builtin_add_overflow(left, right, &made) ? std::numeric_limits<Money>::max() : made;
}

}  // namespace

EqualShares::EqualShares(const Election& election, Utility utility, const TieOrder& ties, Limits limits)
    : election_(&election),
      ties_(&ties),
      utility_(utility),
      limits_(std::move(limits)),
      index_(election, utility),
      purses_(index_, election.weights) {
  for (const auto& project : election.projects) costs_.push_back(project.cost);
  total_shares_.resize(index_.projects());
  whole_shares_.resize(index_.projects());
  for (ProjectIndex project = 0; project < index_.projects(); ++project) add_up_shares(project);
  if (limits_.caps.empty()) return;
  caps_of_.resize(costs_.size());
  for (std::uint32_t cap = 0; cap < limits_.caps.size(); ++cap)
    for (const auto project : limits_.caps[cap].projects) caps_of_[project].push_back(cap);
}

void EqualShares::add_up_shares(ProjectIndex project) {
  Wide shares = 0;
  for (auto place = index_.firsts[project]; place < index_.firsts[project + 1]; ++place)
    shares += Wide{purses_.weight(index_.ballots[place])} * index_.share(place);
  total_shares_[project] = static_cast<double>(shares);
  whole_shares_[project] = exact(shares);
}

void EqualShares::set_weight(BallotIndex ballot, ProjectIndex project, std::uint32_t weight) {
  purses_.set_weight(ballot, project, weight);
  add_up_shares(project);
}

mpq_class EqualShares::endowment() const {
  if (election_->voters == 0) return 0;
  mpq_class made(exact(election_->budget), exact(election_->voters));
  made.canonicalize();
  return made;
}

bool EqualShares::is_supported(ProjectIndex project) const {
  return (limits_.is_out.empty() || !limits_.is_out[project]) &&
         (index_.is_free[project] || index_.firsts[project] < index_.firsts[project + 1]);
}

void EqualShares::begin(const mpq_class& endowment, Outcome& outcome) {
  ++evaluations_;
  work_ += costs_.size() + election_->ballots();
  purses_.begin(endowment);
  left_in_cap_.clear();
  for (const auto& cap : limits_.caps) left_in_cap_.push_back(cap.most);
  std::size_t count = 0;
  candidates_.resize(costs_.size());
  for (ProjectIndex project = 0; project < costs_.size(); ++project) {
    if (!is_supported(project)) continue;
    if (costs_[project] == 0) {
      if (index_.is_free[project]) outcome.selected.push_back(project);
      continue;
    }
    auto& candidate = candidates_[count++];
    candidate.project = project;
    candidate.bound =
        static_cast<double>(costs_[project]) / total_shares_[project] / static_cast<double>(factor(project));
    candidate.bound *= 1 - static_cast<double>(index_.ballots.size() + 8) * unit;
  }
  candidates_.resize(count);
  std::ranges::sort(outcome.selected, {}, [&](ProjectIndex project) { return ties_->rank(project); });
  order_.resize(count);
  for (std::uint32_t place = 0; place < count; ++place) order_[place] = place;
}

Outcome EqualShares::run(const mpq_class& endowment, EqualSharesRecord* record) {
  Outcome outcome;
  begin(endowment, outcome);
  trail_.clear();
  if (record != nullptr)
    *record = {
        .endowment = endowment, .rounds = {}, .dropped = {}, .exhausted_in = {}, .evaluations = 0, .work = 0};
  drop_over_limit(record);
  while (true) {
    if (record != nullptr) drop_unaffordable(*record);
    auto equals = best_of_round();
    if (equals.empty()) break;
    const auto chosen = ties_->first_of(equals);
    if (equals.size() > 1) {
      std::ranges::sort(equals, {}, [&](ProjectIndex project) { return ties_->rank(project); });
      outcome.ties.push_back({std::move(equals), chosen, std::nullopt});
    }
    const auto& candidate = candidate_of(chosen);
    trail_.push_back({chosen, candidate.high, candidate.value.is_unhindered});
    buy(chosen, outcome, record);
    drop_over_limit(record);
  }
  if (record != nullptr)
    record->exhausted_in.assign(purses_.exhausted_in().begin(), purses_.exhausted_in().end());
  return outcome;
}

std::uint64_t EqualShares::supporters_of(ProjectIndex project) const {
  return index_.firsts[project + 1] - index_.firsts[project];
}

bool EqualShares::value(Candidate& candidate) {
  work_ += supporters_of(candidate.project);
  const auto scale = static_cast<double>(factor(candidate.project));
  if (!purses_.value(candidate.project, costs_[candidate.project], candidate.bound * scale * (1 - 4 * unit),
                     candidate.value))
    return false;
  candidate.low = (candidate.value.price - candidate.value.error) / scale * (1 - 4 * unit);
  candidate.high = (candidate.value.price + candidate.value.error) / scale * (1 + 4 * unit);
  candidate.bound = std::max(candidate.bound, candidate.low);
  return true;
}

void EqualShares::sort_by_bound() {
  work_ += order_.size();
  std::ranges::sort(order_, [&](std::uint32_t left, std::uint32_t right) {
    const double ours = candidates_[left].bound;
    const double theirs = candidates_[right].bound;
    return ours != theirs ? ours < theirs : left < right;
  });
}

// Values plans in order of what they cost their supporters at least, until no other can be better.
std::vector<ProjectIndex> EqualShares::best_of_round() {
  sort_by_bound();
  std::vector<ProjectIndex> equals;
  Candidate* best = nullptr;
  for (auto& place : order_) {
    auto& candidate = candidates_[place];
    if (best != nullptr && candidate.bound > best->high) break;
    if (!value(candidate)) {
      place = gone;
      continue;
    }
    if (best != nullptr && candidate.low > best->high) continue;
    const int order = best == nullptr || candidate.high < best->low ? -1 : compare(candidate, *best);
    if (order > 0) continue;
    if (order < 0) {
      best = &candidate;
      equals.clear();
    }
    equals.push_back(candidate.project);
  }
  std::erase(order_, gone);
  return equals;
}

Course EqualShares::course(const mpq_class& endowment) {
  Course made;
  (void)go(endowment, made, nullptr);
  return made;
}

bool EqualShares::follows(const Course& course, const mpq_class& endowment) {
  Course made;
  return course.is_certain && go(endowment, made, &course) && made.is_certain &&
         made.marks.size() == course.marks.size() && made.selected == course.selected;
}

// False as soon as the course is not like the other.
bool EqualShares::go(const mpq_class& endowment, Course& made, const Course* like) {
  Outcome outcome;
  begin(endowment, outcome);
  drop_over_limit(nullptr);
  while (true) {
    const auto known = made.marks.size();
    add_to(made);
    if (like != nullptr &&
        (made.marks.size() > like->marks.size() ||
         !std::ranges::equal(std::span(made.marks).subspan(known),
                             std::span(like->marks).subspan(known, made.marks.size() - known))))
      return false;
    const auto equals = best_of_round();
    if (equals.empty()) break;
    buy(ties_->first_of(equals), outcome, nullptr);
    drop_over_limit(nullptr);
  }
  made.selected = std::move(outcome.selected);
  return true;
}

// A plan that its supporters can no longer pay leaves no marks. Projects count down from above and ballots up
// from 0, so that no mark can be read as the other: there are fewer than 2^32 of both together.
void EqualShares::add_to(Course& course) {
  std::ranges::sort(order_);
  for (auto& place : order_) {
    auto& candidate = candidates_[place];
    if (!value(candidate)) {
      place = gone;
      continue;
    }
    course.marks.push_back(gone - 1 - candidate.project);
    if (!purses_.add_spent(candidate.project, candidate.value, course.marks)) course.is_certain = false;
  }
  std::erase(order_, gone);
  course.marks.push_back(gone);
}

// With more money for everybody and the same plans bought so far, everybody has as much left or more, so no
// plan is dearer for its supporters. Hence, when the plan of a round at the last endowment costs its
// supporters less than any other would at the new one, it is also bought in that round at every endowment
// between them.
bool EqualShares::stays_until(const mpq_class& endowment) {
  Outcome outcome;
  begin(endowment, outcome);
  drop_over_limit(nullptr);
  std::vector<Step> trail;
  for (const auto& step : trail_) {
    auto& chosen = candidate_of(step.project);
    if (!value(chosen) || !is_first(step)) return false;
    buy(step.project, outcome, nullptr);
    trail.push_back({step.project, chosen.high, chosen.value.is_unhindered});
    drop_over_limit(nullptr);
  }
  for (const auto place : order_)
    if (purses_.can_pay(candidates_[place].project, costs_[candidates_[place].project])) return false;
  trail_ = std::move(trail);
  return true;
}

// Whether no other plan can come before that of the step.
bool EqualShares::is_first(const Step& step) {
  sort_by_bound();
  for (auto& place : order_) {
    auto& other = candidates_[place];
    if (other.project == step.project) continue;
    if (other.bound > step.high) break;
    if (step.is_unhindered && never_comes_before(other.project, step.project)) continue;
    if (!value(other))
      place = gone;
    else if (other.low <= step.high)
      return false;
  }
  std::erase(order_, gone);
  return true;
}

// Whether `other`, if all its supporters paid in full, would still come after `project`, whose supporters do.
bool EqualShares::never_comes_before(ProjectIndex other, ProjectIndex project) const {
  const auto price = [&](ProjectIndex of) {
    mpq_class made(exact(costs_[of]), whole_shares_[of] * exact(factor(of)));
    made.canonicalize();
    return made;
  };
  const int order = cmp(price(project), price(other));
  return order < 0 || (order == 0 && ties_->rank(project) < ties_->rank(other));
}

// Whether left costs its supporters less for each unit of utility (below 0), as much (0) or more.
int EqualShares::compare(Candidate& left, Candidate& right) {
  purses_.make_exact(left.project, costs_[left.project], left.value);
  purses_.make_exact(right.project, costs_[right.project], right.value);
  const mpz_class ours = left.value.numerator * exact(right.value.divisor) * exact(factor(right.project));
  const mpz_class theirs = right.value.numerator * exact(left.value.divisor) * exact(factor(left.project));
  return cmp(ours, theirs);
}

// Candidates are in order of project.
EqualShares::Candidate& EqualShares::candidate_of(ProjectIndex project) {
  return *std::ranges::lower_bound(candidates_, project, {}, &Candidate::project);
}

void EqualShares::buy(ProjectIndex project, Outcome& outcome, EqualSharesRecord* record) {
  work_ += supporters_of(project);
  auto& candidate = candidate_of(project);
  std::erase(order_, static_cast<std::uint32_t>(&candidate - candidates_.data()));
  purses_.buy(project, costs_[project], candidate.value);
  outcome.selected.push_back(project);
  outcome.cost = sum(outcome.cost, costs_[project]);
  if (!caps_of_.empty())
    for (const auto cap : caps_of_[project]) left_in_cap_[cap] -= costs_[project];
  if (record == nullptr) return;
  EqualSharesRecord::Round round{.project = project, .price = {}, .rounded_price = 0, .rho = {}};
  round.price = purses_.prices().price(record->rounds.size());
  round.rounded_price = round.price.get_d();
  round.rho = round.price / mpz_class(exact(factor(project)));
  record->rounds.push_back(std::move(round));
}

void EqualShares::drop_over_limit(EqualSharesRecord* record) {
  if (caps_of_.empty()) return;
  for (auto& place : order_) {
    const auto project = candidates_[place].project;
    if (std::ranges::all_of(caps_of_[project],
                            [&](std::uint32_t cap) { return costs_[project] <= left_in_cap_[cap]; }))
      continue;
    if (record != nullptr) record->dropped.push_back(dropped(project, *record, true));
    place = gone;
  }
  std::erase(order_, gone);
}

void EqualShares::drop_unaffordable(EqualSharesRecord& record) {
  for (auto& place : order_) {
    const auto project = candidates_[place].project;
    if (purses_.can_pay(project, costs_[project])) continue;
    record.dropped.push_back(dropped(project, record, false));
    place = gone;
  }
  std::erase(order_, gone);
}

EqualSharesRecord::Dropped EqualShares::dropped(ProjectIndex project, const EqualSharesRecord& record,
                                                bool by_limit) {
  mpq_class money(purses_.money_of_supporters(project), purses_.prices().denominator());
  money.canonicalize();
  return {project, static_cast<std::uint32_t>(record.rounds.size()), std::move(money), by_limit};
}

}  // namespace wijktafel::budgeting
