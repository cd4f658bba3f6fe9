#include "compute/budgeting/enough_guess.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace wijktafel::budgeting {
namespace {

constexpr double unknown = std::numeric_limits<double>::infinity();

// The best so far over all purchases, for one plan.
struct Best {
  double supporters = unknown;
  double price = 0;
};

std::vector<char> bought_by(const Election& election, const Ledger& ledger) {
  std::vector<char> is_bought(election.projects.size());
  for (const auto& purchase : ledger.purchases) is_bought[purchase.project] = 1;
  return is_bought;
}

std::vector<EnoughGuess> rounded(const Election& election, const std::vector<Best>& best,
                                 const std::vector<char>& is_bought) {
  constexpr double most = 1e15;
  std::vector<EnoughGuess> guesses(best.size());
  for (ProjectIndex project = 0; project < best.size(); ++project) {
    if (is_bought[project]) continue;
    const auto cost = static_cast<double>(election.projects[project].cost);
    if (best[project].supporters < most)
      guesses[project].supporters =
          std::max<std::int64_t>(1, std::llround(std::ceil(best[project].supporters)));
    const double reduction = std::ceil(cost - best[project].price);
    if (reduction < most) guesses[project].reduction = std::max<std::int64_t>(1, std::llround(reduction));
  }
  return guesses;
}

// What supporters give when they pay at most this for each unit of utility.
double money_at(const Election& election, std::span<const Supporter> supporters,
                const std::vector<double>& left, double rate) {
  double money = 0;
  for (const auto& supporter : supporters)
    money += election.weights[supporter.ballot] *
             std::min(left[supporter.ballot], rate * static_cast<double>(supporter.utility));
  return money;
}

// With cost as utility a lower price is also worth less to a voter: the highest price that is still paid,
// from above. What is lacking is a convex function of the price, so Newton's steps from above never pass it.
double highest_price(const Election& election, std::span<const Supporter> supporters,
                     const std::vector<double>& left, double rate, double cost) {
  double price = cost;
  for (int step = 0; step < 64; ++step) {
    double money = 0;
    double slope = 1;  // of what is lacking
    for (const auto& supporter : supporters) {
      const double weight = election.weights[supporter.ballot];
      const bool pays_in_full = rate * price <= left[supporter.ballot];
      money += weight * (pays_in_full ? rate * price : left[supporter.ballot]);
      if (pays_in_full) slope -= weight * rate;
    }
    const double lacking = price - money;
    if (lacking <= price * 1e-12) break;
    if (slope <= 0) return 0;
    price = std::max(0.0, price - lacking / slope);
  }
  return price;
}

// How many more supporters each of `plans` needs when the others have bought as in this ledger: at the
// purchase where that is least, or from what is left in the end.
std::vector<double> needed_by(const Election& election, const Support& support, const Ledger& ledger,
                              double endowment, const std::vector<ProjectIndex>& plans) {
  std::vector<double> needed(plans.size(), unknown);
  std::vector<double> left(election.ballots(), endowment);
  const auto look = [&](double rate) {
    for (std::size_t place = 0; place < plans.size(); ++place) {
      const auto supporters = support.of(plans[place]);
      const double each = std::min(endowment, rate * static_cast<double>(supporters.front().utility));
      const double lacking = static_cast<double>(election.projects[plans[place]].cost) -
                             money_at(election, supporters, left, rate);
      needed[place] = std::min(needed[place], lacking / each);
    }
  };
  for (const auto& purchase : ledger.purchases) {
    if (purchase.rate > 0) look(purchase.rate);
    for (const auto& contribution : purchase.contributions) left[contribution.ballot] -= contribution.each;
  }
  look(unknown);
  return needed;
}

// The first guess takes what others buy as fixed, but more voters leave each with less. So it is looked up at
// some numbers of voters what each plan would need then; where that is the number itself is the better guess.
void refine_supporters(const Election& election, const Support& support, const SharesWithMore& with_more,
                       const std::vector<char>& is_bought, std::size_t looks,
                       std::vector<EnoughGuess>& guesses) {
  std::vector<ProjectIndex> plans;
  std::vector<std::int64_t> numbers;
  for (ProjectIndex project = 0; project < guesses.size(); ++project) {
    if (is_bought[project] || support.of(project).empty() || election.projects[project].cost == 0) continue;
    plans.push_back(project);
    numbers.push_back(guesses[project].supporters);
  }
  if (plans.size() < 4) return;
  std::ranges::sort(numbers);
  std::vector<std::int64_t> grid{0};
  for (std::size_t look = 0; look < looks; ++look) {
    const auto number = numbers[look * (numbers.size() - 1) / (looks - 1)];
    if (number > grid.back() + grid.back() / 64) grid.push_back(number);
  }
  std::vector<double> before;
  std::vector<char> is_found(plans.size());
  for (std::size_t place = 0; place < grid.size(); ++place) {
    const auto shares = with_more(grid[place]);
    const auto now =
        needed_by(election, support, equal_shares_ledger(election, support, shares.order, shares.endowment),
                  shares.endowment, plans);
    const auto number = static_cast<double>(grid[place]);
    for (std::size_t plan = 0; plan < plans.size() && place > 0; ++plan) {
      const auto smaller = static_cast<double>(grid[place - 1]);
      const double short_before = before[plan] - smaller;
      if (is_found[plan] || short_before <= 0 || now[plan] > number) continue;
      is_found[plan] = 1;
      const double part = short_before / (short_before + number - now[plan]);
      guesses[plans[plan]].supporters =
          std::max<std::int64_t>(1, std::llround(std::ceil(smaller + part * (number - smaller))));
    }
    before = now;
  }
}

}  // namespace

std::vector<EnoughGuess> guesses_by_shares(const Election& election, Utility utility, const Support& support,
                                           const Ledger& ledger, double endowment,
                                           const SharesWithMore& with_more, std::size_t looks) {
  const auto is_bought = bought_by(election, ledger);
  std::vector<Best> best(election.projects.size());
  std::vector<double> left(election.ballots(), endowment);
  const auto voters = static_cast<double>(election.voters);
  // `rate`: what the plan that was bought then asked; in the end whatever they have left.
  const auto look = [&](double rate) {
    for (ProjectIndex project = 0; project < best.size(); ++project) {
      const auto supporters = support.of(project);
      if (is_bought[project] || supporters.empty()) continue;
      const auto cost = static_cast<double>(election.projects[project].cost);
      const double money = money_at(election, supporters, left, rate);
      const double each = std::min(endowment, rate * static_cast<double>(supporters.front().utility));
      // With k more voters everybody has n / (n + k) of what they have now.
      if (const double gain = each * voters - cost; gain > 0)
        best[project].supporters = std::min(best[project].supporters, voters * (cost - money) / gain);
      const double price = utility == Utility::cost && std::isfinite(rate)
                               ? highest_price(election, supporters, left, rate, cost)
                               : money;
      best[project].price = std::max(best[project].price, std::min(price, cost - 1));
    }
  };
  for (const auto& purchase : ledger.purchases) {
    if (purchase.rate > 0) look(purchase.rate);
    for (const auto& contribution : purchase.contributions) left[contribution.ballot] -= contribution.each;
  }
  look(unknown);
  auto guesses = rounded(election, best, is_bought);
  if (with_more && looks > 1) refine_supporters(election, support, with_more, is_bought, looks, guesses);
  return guesses;
}

std::vector<EnoughGuess> guesses_by_phragmen(const Election& election, const Support& support,
                                             const Ledger& ledger) {
  const auto is_bought = bought_by(election, ledger);
  std::vector<Best> best(election.projects.size());
  std::vector<double> loads(election.ballots());
  auto money_left = static_cast<double>(election.budget);
  for (const auto& purchase : ledger.purchases) {
    for (ProjectIndex project = 0; project < best.size(); ++project) {
      const auto supporters = support.of(project);
      if (is_bought[project] || supporters.empty() || purchase.rate <= 0) continue;
      const auto cost = static_cast<double>(election.projects[project].cost);
      double carried = 0;
      for (const auto& supporter : supporters)
        carried += loads[supporter.ballot] * election.weights[supporter.ballot];
      const auto voters = static_cast<double>(support.voters_of(project));
      if (cost <= money_left)
        best[project].supporters =
            std::min(best[project].supporters, (cost + carried) / purchase.rate - voters);
      best[project].price =
          std::max(best[project].price, std::min({purchase.rate * voters - carried, money_left, cost - 1}));
    }
    for (const auto& contribution : purchase.contributions) loads[contribution.ballot] = purchase.rate;
    money_left -= static_cast<double>(election.projects[purchase.project].cost);
  }
  for (ProjectIndex project = 0; project < best.size(); ++project)
    if (!support.of(project).empty())
      best[project].price =
          std::max(best[project].price,
                   std::min(money_left, static_cast<double>(election.projects[project].cost) - 1));
  return rounded(election, best, is_bought);
}

}  // namespace wijktafel::budgeting
