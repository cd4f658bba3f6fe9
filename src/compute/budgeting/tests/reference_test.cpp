// Winners equal, as sets, to those of pabutools for every real election and every rule that both know.
#include <gtest/gtest.h>
#include <map>

#include "base/tests/shared_folder.hpp"
#include "compute/budgeting/count.hpp"
#include "compute/budgeting/greedy.hpp"
#include "compute/budgeting/pabulib.hpp"
#include "compute/budgeting/phragmen.hpp"
#include "compute/budgeting/rule_text.hpp"
#include "compute/budgeting/tests/reference_support.hpp"

namespace wijktafel::budgeting {
namespace {

using Counter = Outcome (*)(const Election&);

template <Utility utility>
Outcome greedy_by(const Election& election) {
  return greedy(election, Support(election, utility), TieOrder(election, {}));
}

Outcome phragmen_stop(const Election& election) {
  return phragmen(election, Support(election, Utility::cardinality), TieOrder(election, {}),
                  PhragmenEnd::stop);
}

template <Utility utility, const char* completion>
Outcome shares_by(const Election& election) {
  const Rule rule{.name = RuleName::equal_shares,
                  .utility = utility,
                  .completions = completions(completion).value(),
                  .ties = {}};
  return count(election, rule).value();
}
constexpr char none[] = "none";
constexpr char add1[] = "add1";
constexpr char add1_greedy_card[] = "add1+greedy:cardinality";
constexpr char one_percent[] = "increase:1%";
constexpr char greedy_cost[] = "greedy:cost";
constexpr char greedy_card[] = "greedy:cardinality";
constexpr char greedy_points[] = "greedy:points";
constexpr char greedy_borda[] = "greedy:borda";

// A name in the reference and what it is here. Rules that are not in the table are not compared, and counted
// as such.
const std::map<std::string, Counter>& counters() {
  static const std::map<std::string, Counter> table = {
      {"greedy_cost", greedy_by<Utility::cost>},
      {"greedy_card", greedy_by<Utility::cardinality>},
      {"greedy_points", greedy_by<Utility::points>},
      {"greedy_borda", greedy_by<Utility::borda>},
      {"phragmen", phragmen_stop},
      {"mes_cost", shares_by<Utility::cost, none>},
      {"mes_cost+greedy_cost", shares_by<Utility::cost, greedy_cost>},
      {"mes_cost_add1", shares_by<Utility::cost, add1>},
      {"mes_cost_add1+greedy_card", shares_by<Utility::cost, add1_greedy_card>},
      {"mes_cost_inc1pct", shares_by<Utility::cost, one_percent>},
      {"mes_card", shares_by<Utility::cardinality, none>},
      {"mes_card+greedy_card", shares_by<Utility::cardinality, greedy_card>},
      {"mes_card_add1", shares_by<Utility::cardinality, add1>},
      {"mes_card_add1+greedy_card", shares_by<Utility::cardinality, add1_greedy_card>},
      {"mes_card_inc1pct", shares_by<Utility::cardinality, one_percent>},
      {"mes_points", shares_by<Utility::points, none>},
      {"mes_points+greedy_points", shares_by<Utility::points, greedy_points>},
      {"mes_points_add1", shares_by<Utility::points, add1>},
      {"mes_points_add1+greedy_card", shares_by<Utility::points, add1_greedy_card>},
      {"mes_points_inc1pct", shares_by<Utility::points, one_percent>},
      {"mes_borda", shares_by<Utility::borda, none>},
      {"mes_borda+greedy_borda", shares_by<Utility::borda, greedy_borda>},
      {"mes_borda_add1", shares_by<Utility::borda, add1>},
      {"mes_borda_add1+greedy_card", shares_by<Utility::borda, add1_greedy_card>},
      {"mes_borda_inc1pct", shares_by<Utility::borda, one_percent>},
  };
  return table;
}

std::set<std::string> names_of(const Election& election, const Outcome& outcome) {
  std::set<std::string> names;
  for (const auto project : outcome.selected) names.insert(election.projects[project].id);
  return names;
}

TEST(Reference, WinnersEqualThoseOfPabutoolsForAllElections) {
  const auto folder = shared_folder("data/pabulib");
  const auto reference = shared_folder("reference/pabulib.json");
  if (!folder || !reference) GTEST_SKIP() << "no elections or no reference in ../shared";
  std::map<std::string, std::size_t> compared;
  std::map<std::string, std::size_t> left_out;
  std::string read_name;
  Election election;
  for (const auto& entry : reference_entries(wijktafel::text_of(*reference))) {
    const auto counter = counters().find(entry.rule);
    if (counter == counters().end()) {
      ++left_out[entry.rule];
      continue;
    }
    if (entry.file != read_name) election = read_pabulib(wijktafel::text_of(*folder / entry.file)).value();
    read_name = entry.file;
    const auto outcome = counter->second(election);
    EXPECT_EQ(names_of(election, outcome), entry.winners) << entry.rule << ' ' << entry.file;
    Money cost = 0;
    for (const auto project : outcome.selected) cost += election.projects[project].cost;
    EXPECT_EQ(cost, outcome.cost);
    EXPECT_LE(cost, election.budget);
    ++compared[entry.rule];
  }
  for (const auto& [rule, count] : compared)
    std::cout << "compared " << count << " elections by " << rule << '\n';
  for (const auto& [rule, count] : left_out) std::cout << "not compared: " << count << " by " << rule << '\n';
  EXPECT_EQ(compared.size(), counters().size());
}

// The tool of equalshares.net counts in doubles. Without add1 it must agree; with it, it differs where one
// plan costs exactly all there is, and where it leaves add1 out because everything fits.
TEST(Reference, WinnersEqualThoseOfTheEqualSharesTool) {
  const auto folder = shared_folder("data/pabulib");
  const auto reference = shared_folder("reference/pabulib-equalshares-tool.json");
  if (!folder || !reference) GTEST_SKIP() << "no elections or no reference in ../shared";
  auto json = wijktafel::text_of(*reference);
  // Every entry of this file is a result, and says no status.
  const std::string_view begins = "{\"seconds\":";
  for (std::size_t at = 0; (at = json.find(begins, at)) != std::string::npos; at += begins.size() + 14)
    json.insert(at + 1, "\"status\":\"ok\",");
  std::map<std::string, std::size_t> compared;
  std::map<std::string, std::size_t> different;
  for (const auto& entry : reference_entries(json)) {
    if (entry.rule != "mes_cost" && entry.rule != "add1e") continue;
    const auto election = read_pabulib(wijktafel::text_of(*folder / entry.file)).value();
    const auto outcome = entry.rule == "mes_cost" ? shares_by<Utility::cost, none>(election)
                                                  : shares_by<Utility::cost, add1>(election);
    ++compared[entry.rule];
    if (names_of(election, outcome) == entry.winners) continue;
    ++different[entry.rule];
    std::cout << entry.rule << " differs in " << entry.file << '\n';
    Money all_plans = 0;
    for (const auto& project : election.projects) all_plans += project.cost;
    const bool costs_all_there_is = outcome.cost == election.budget && entry.winners.empty();
    EXPECT_TRUE(costs_all_there_is || (entry.rule == "add1e" && all_plans <= election.budget)) << entry.file;
  }
  std::cout << "compared " << compared["mes_cost"] << " elections without and " << compared["add1e"]
            << " with add1, of which " << different["mes_cost"] << " and " << different["add1e"]
            << " differ for a reason that is known\n";
  EXPECT_GT(compared["mes_cost"], 0);
}

}  // namespace
}  // namespace wijktafel::budgeting
