#include "compute/sortition/leximin.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "compute/sortition/covering.hpp"
#include "compute/sortition/leximin_peel.hpp"
#include "compute/sortition/master.hpp"
#include "compute/sortition/pricing.hpp"

namespace wijktafel::sortition {

namespace {

constexpr double nothing_left = 1e-10;  // of the chance, after peeling
constexpr double good_enough = 1e-9;    // of a stage
constexpr double is_binding = 1e-7;     // of a multiplier; those of a stage sum to 1
constexpr double lowered_by = 1e-10;    // each floor, while rounding leaves no draw that meets all
constexpr std::size_t most_lowered = 50;
constexpr double whole_enough = 1e-4;  // a sum over a panel, and 1,000 times a weight, of a cut
constexpr double largest_weight = 1000;
constexpr std::size_t last_nodes = 20'000;  // for a chance for everybody, when the search was stopped
constexpr std::size_t quick_nodes = 200;    // to find a panel that helps, before the search that proves

class Search {
 public:
  Search(const Types& types, const PlanOptions& options, std::size_t most_stages)
      : types_(types),
        options_(options),
        most_stages_(most_stages),
        pricing_(types),
        master_(types),
        floors_(types.size()) {}

  LeximinDraw run();

 private:
  struct Generated {
    enum class End { ceiling, proved, stopped } end = End::stopped;
    MasterSolution solution;
    double bound = 0;  // of `worth`: no panel is worth more
  };

  bool go_on();
  bool find_first_panel();
  void cover_everybody();
  bool search();  // false: stopped
  bool mix(std::span<const double> chances);
  Generated generate(std::span<const double> shares, std::vector<double> floors, double ceiling);
  std::optional<bool> settle_next(const RelaxedLeximin& relaxed);
  std::vector<double> settled_chances() const;
  void keep(const Stage& stage, double reached);
  double add_cut(const Generated& generated);
  LeximinDraw finish(PlanStatus status);

  const Types& types_;
  const PlanOptions& options_;
  std::size_t most_stages_;
  Pricing pricing_;
  Master master_;
  std::vector<Stage> proved_;   // over panels, not over the relaxation
  std::vector<double> floors_;  // per type, 0 until it is settled
  std::vector<Cut> cuts_;
  std::vector<TypePanel> panels_;  // the best so far
  PlanOptions::Step step_;
  double bound_ = 1;  // of the smallest chance
  bool is_stopped_ = false;
};

bool Search::go_on() {
  step_.panels = std::max(panels_.size(), master_.size());
  is_stopped_ = is_stopped_ || (options_.go_on && !options_.go_on(step_));
  return !is_stopped_;
}

bool Search::find_first_panel() {
  const auto priced =
      pricing_.best(std::vector<double>(types_.size()), {.go_on = [this] { return go_on(); }});
  if (priced.counts.empty()) return false;
  panels_ = {{priced.counts, 1.0}};
  master_.add(priced.counts);
  return true;
}

// Stopped before there was a draw in which everybody has a chance: panels that together hold everybody they
// can. That is quick, and bounded: what was stopped must end.
void Search::cover_everybody() {
  const auto chances = chances_of_types(types_, panels_);
  if (panels_.empty() || std::ranges::min(chances) > 0) return;
  std::size_t nodes = 0;
  const auto covering = covering_panels(types_, pricing_, [&] { return ++nodes < last_nodes; });
  std::size_t held = 0;
  for (const double chance : chances) held += chance > 0 ? 1 : 0;
  if (types_in(covering, types_.size()).size() > held) panels_ = equally_likely(covering);
}

// Adds panels until `reached` is at its ceiling, or no panel helps.
Search::Generated Search::generate(std::span<const double> shares, std::vector<double> floors,
                                   double ceiling) {
  Generated result;
  master_.aim(shares, floors, ceiling);
  std::size_t lowered = 0;
  while (go_on()) {
    result.solution = master_.solve();
    const auto& solution = result.solution;
    if (!solution.is_solved && lowered < most_lowered) {
      // What was kept is rounded, and cannot be had to the last digit.
      for (auto& floor : floors) floor -= lowered_by;
      master_.aim(shares, floors, ceiling);
      ++lowered;
      continue;
    }
    if (!solution.is_solved) return result;
    step_.reached = solution.reached;
    if (solution.reached >= ceiling - nothing_left) {
      result.end = Generated::End::ceiling;
      return result;
    }
    PricingLimits limits{
        .beat = solution.worth + good_enough, .nodes = quick_nodes, .go_on = [this] { return go_on(); }};
    auto priced = pricing_.best(solution.prices, limits);
    if (!priced.counts.empty() && master_.add(priced.counts)) continue;
    if (!priced.is_proved) {
      limits.nodes = std::numeric_limits<std::size_t>::max();
      priced = pricing_.best(solution.prices, limits);
      if (!priced.counts.empty() && master_.add(priced.counts)) continue;
    }
    result.bound = std::max(priced.bound, solution.worth);
    if (priced.is_proved) result.end = Generated::End::proved;
    return result;
  }
  return result;
}

// Every panel has a sum of price times count of at most the bound: that is an inequality the relaxation may
// not know. Where the prices are whole multiples of the smallest, which they mostly are, the inequality is
// written in whole numbers, so that stages after it do not carry its rounding. Gives what the cut must be
// multiplied by to have the prices back.
double Search::add_cut(const Generated& generated) {
  const auto& prices = generated.solution.prices;
  double smallest = std::numeric_limits<double>::infinity();
  for (const auto price : prices)
    if (price > is_binding) smallest = std::min(smallest, price);
  Cut whole{.weights = {}, .most = std::floor(generated.bound / smallest + whole_enough)};
  for (const auto price : prices) {
    const auto weight = std::round(price / smallest);
    if (std::abs(price / smallest - weight) > whole_enough * 1e-3 || weight > largest_weight) {
      cuts_.push_back({.weights = prices, .most = generated.bound});
      return 1;
    }
    whole.weights.push_back(weight);
  }
  cuts_.push_back(std::move(whole));
  return smallest;
}

// Whether panels have these chances on average; then they are the best so far.
bool Search::mix(std::span<const double> chances) {
  auto peeled = peel(types_, chances, [this] { return go_on(); });
  if (peeled.left <= nothing_left || (panels_.size() == 1 && !peeled.panels.empty())) panels_ = peeled.panels;
  if (peeled.left <= nothing_left) return true;
  for (const auto& panel : peeled.panels) master_.add(panel.counts);
  const auto generated = generate(chances, std::vector<double>(types_.size()), 1);
  if (!is_stopped_ && generated.solution.is_solved) panels_ = master_.panels();
  if (generated.end == Generated::End::proved) add_cut(generated);
  return generated.end == Generated::End::ceiling;
}

// What the panels known now reach is kept in the stages to come, and no more: so these always have a draw.
void Search::keep(const Stage& stage, double reached) {
  for (const auto t : stage.settled) floors_[t] = std::max(0.0, std::min(stage.chance, reached) - 1e-12);
}

std::vector<double> Search::settled_chances() const {
  std::vector<double> chances(types_.size(), -1);
  for (const auto& stage : proved_)
    for (const auto t : stage.settled) chances[t] = stage.chance;
  return chances;
}

// Settles one more stage over panels. True: as the relaxation has it; false: lower, and the relaxation must
// be solved again; nothing: stopped.
std::optional<bool> Search::settle_next(const RelaxedLeximin& relaxed) {
  const auto next = proved_.size();
  const auto ceiling = next < relaxed.stages.size() ? relaxed.stages[next].chance : 1.0;
  std::vector<double> shares(types_.size(), 1);
  for (const auto& stage : proved_)
    for (const auto t : stage.settled) shares[t] = 0;
  const auto generated = generate(shares, floors_, ceiling);
  if (generated.end == Generated::End::stopped) return std::nullopt;
  panels_ = master_.panels();
  if (generated.end == Generated::End::ceiling && next < relaxed.stages.size()) {
    proved_.push_back(relaxed.stages[next]);
    keep(proved_.back(), generated.solution.reached);
    return true;
  }
  const auto& solution = generated.solution;
  Stage stage{.chance = solution.reached,
              .settled = {},
              .bound = solution.reached + std::max(0.0, generated.bound - solution.worth),
              .multipliers = std::vector<double>(types_.rows.size() + cuts_.size() + 1),
              .cap_multipliers = std::vector<double>(types_.size())};
  const bool all = generated.end == Generated::End::ceiling;
  for (std::size_t t = 0; t < types_.size(); ++t)
    if (shares[t] > 0 &&
        (all || solution.prices[t] * static_cast<double>(types_.types[t].people.size()) > is_binding))
      stage.settled.push_back(static_cast<TypeIndex>(t));
  if (stage.settled.empty()) return std::nullopt;
  stage.multipliers.back() = add_cut(generated);
  const auto bound = proved_bound(types_, cuts_, stage, settled_chances());
  if (std::abs(bound - stage.chance) < good_enough * 100) stage.chance = std::max(0.0, bound);
  stage.bound = std::min(stage.bound, std::max(stage.chance, bound));
  keep(stage, solution.reached);
  proved_.push_back(std::move(stage));
  return false;
}

bool Search::search() {
  while (true) {
    step_.stage = proved_.size();
    auto relaxed = relaxed_leximin(types_, cuts_, proved_,
                                   {.most_stages = most_stages_, .go_on = [this](const Stage& stage) {
                                      ++step_.stage;
                                      step_.reached = step_.bound = stage.chance;
                                      return go_on();
                                    }});
    if (!relaxed.stages.empty()) bound_ = relaxed.stages.front().bound;
    if (is_stopped_) return false;
    const bool is_complete = relaxed.is_finished || relaxed.stages.size() >= most_stages_;
    if (relaxed.is_feasible && is_complete && mix(relaxed.chances)) {
      proved_ = std::move(relaxed.stages);
      return true;
    }
    while (!is_stopped_) {
      std::size_t settled = 0;
      for (const auto& stage : proved_) settled += stage.settled.size();
      if (settled == types_.size() || proved_.size() >= most_stages_) return true;
      step_.stage = proved_.size() + 1;
      const auto as_relaxed = settle_next(relaxed);
      if (!as_relaxed) return false;
      if (!*as_relaxed) break;
    }
    if (is_stopped_) return false;
  }
}

LeximinDraw Search::finish(PlanStatus status) {
  LeximinDraw draw;
  draw.plan.status = status;
  draw.plan.panels = std::move(panels_);
  draw.plan.stages = proved_.size();
  if (draw.plan.panels.empty()) return draw;
  double sum = 0;
  for (const auto& panel : draw.plan.panels) sum += panel.chance;
  for (auto& panel : draw.plan.panels) panel.chance /= sum;
  const auto chances = chances_of_types(types_, draw.plan.panels);
  auto& certificate = draw.plan.certificate;
  certificate.dual_bound = bound_;
  certificate.gap = bound_ - std::ranges::min(chances);
  for (const auto& stage : proved_)
    for (const auto t : stage.settled) certificate.gap = std::max(certificate.gap, stage.bound - chances[t]);
  draw.stages = std::move(proved_);
  draw.cuts = std::move(cuts_);
  return draw;
}

LeximinDraw Search::run() {
  const bool is_feasible = relaxed_leximin(types_, {}, {}, {.most_stages = 0, .go_on = {}}).is_feasible;
  if (!is_feasible || !find_first_panel())
    return finish(is_stopped_ ? PlanStatus::stopped : PlanStatus::infeasible);
  if (search()) return finish(PlanStatus::optimal);
  cover_everybody();
  return finish(PlanStatus::stopped);
}

}  // namespace

LeximinDraw leximin(const Types& types, const PlanOptions& options) {
  return Search(types, options, types.size()).run();
}

LeximinDraw maximin(const Types& types, const PlanOptions& options) {
  return Search(types, options, 1).run();
}

}  // namespace wijktafel::sortition
