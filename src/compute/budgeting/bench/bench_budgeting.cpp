// Seconds of processor time for every rule over real elections, beside those of the reference on the same
// files. Parsing is in a line of its own; each rule is counted from the election as read.
// usage: bench_budgeting SHARED     (the folder with data/pabulib and reference/pabulib.json)
#include <algorithm>
#include <boost/json.hpp>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "compute/budgeting/count.hpp"
#include "compute/budgeting/pabulib.hpp"
#include "compute/budgeting/rule_text.hpp"

namespace wijktafel::budgeting {
namespace {

double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

// The best of at least three, because other programs share the machine.
template <class Act>
double seconds_of(Act&& act) {
  double best = 1e9;
  const double begin = processor_seconds();
  for (int round = 0; round < 3 || (round < 20 && processor_seconds() - begin < 0.01); ++round) {
    const double start = processor_seconds();
    act();
    best = std::min(best, processor_seconds() - start);
  }
  return best;
}

std::string text_of_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

struct Total {
  std::size_t files = 0;
  double ours = 0;
  double theirs = 0;
  double most = 0;
  std::string most_file;

  void add(double seconds, double reference, const std::string& file) {
    ++files;
    ours += seconds;
    theirs += reference;
    if (seconds > most) most = seconds, most_file = file;
  }
};

// "mes_cost_add1+greedy_card" and its like; nothing for what the reference calls otherwise.
std::optional<Rule> rule_of(std::string name) {
  const auto plus = name.find("+greedy_");
  const std::string after = plus == std::string::npos ? "" : name.substr(plus + 8);
  name = name.substr(0, plus);
  const std::map<std::string, Utility> utilities = {{"cost", Utility::cost},
                                                    {"card", Utility::cardinality},
                                                    {"points", Utility::points},
                                                    {"borda", Utility::borda}};
  Rule rule{.name = RuleName::phragmen, .utility = Utility::cost, .completions = {}, .ties = {}};
  if (name == "phragmen") return rule;
  rule.name = name.starts_with("greedy_") ? RuleName::greedy : RuleName::equal_shares;
  name = name.substr(name.find('_') + 1);
  const auto step = name.find('_');
  if (!utilities.contains(name.substr(0, step))) return std::nullopt;
  rule.utility = utilities.at(name.substr(0, step));
  if (name.ends_with("_add1")) rule.completions.push_back({.kind = Completion::Kind::add_one});
  if (name.ends_with("_inc1pct")) rule.completions.push_back({.kind = Completion::Kind::increase});
  if (!after.empty())
    rule.completions.push_back({.kind = Completion::Kind::greedy, .utility = utilities.at(after)});
  return rule;
}

void print(const std::string& name, const Total& total) {
  fmt::print("{:<54}{:>6}{:>11.4f}{:>11.2f}{:>9.0f}x{:>10.2f} ms  {}\n", name, total.files, total.ours,
             total.theirs, total.theirs / total.ours, 1e3 * total.most, total.most_file);
}

// Every rule but the optimum, with every utility that the ballots of the election have.
std::vector<std::pair<std::string, Rule>> rules_for(const Election& election) {
  std::vector<Utility> utilities = {Utility::cost, Utility::cardinality};
  if (!election.points.empty()) utilities.push_back(Utility::points);
  if (election.type == BallotType::ordinal) utilities.push_back(Utility::borda);
  std::vector<std::pair<std::string, Rule>> made;
  for (const auto name : {RuleName::phragmen, RuleName::phragmen_skip})
    made.emplace_back(text_of(name), Rule{.name = name, .utility = {}, .completions = {}, .ties = {}});
  for (const auto utility : utilities) {
    made.emplace_back("greedy " + text_of(utility),
                      Rule{.name = RuleName::greedy, .utility = utility, .completions = {}, .ties = {}});
    std::vector<std::string> words = {"none", "add1", "increase:1%"};
    for (const auto by : utilities) words.push_back("greedy:" + text_of(by));
    for (const auto& word : words)
      made.emplace_back("shares " + text_of(utility) + ' ' + word,
                        Rule{.name = RuleName::equal_shares,
                             .utility = utility,
                             .completions = completions(word).value(),
                             .ties = {}});
  }
  return made;
}

int run(const std::filesystem::path& shared) {
  const auto reference = boost::json::parse(text_of_file(shared / "reference/pabulib.json"));
  std::map<std::string, Total> by_rule;
  Total parsing;
  std::size_t bytes = 0;
  std::map<std::string, Total> everywhere;
  for (const auto& [file, instance] : reference.at("instances").as_object()) {
    const std::string name = file;
    if (!std::filesystem::exists(shared / "data/pabulib" / name)) continue;
    const auto text = text_of_file(shared / "data/pabulib" / name);
    const auto election = read_pabulib(text).value();
    bytes += text.size();
    parsing.add(seconds_of([&] { (void)read_pabulib(text); }),
                instance.at("parse_seconds").to_number<double>(), name);
    for (const auto& [rule_name, entry] : instance.at("rules").as_object()) {
      const auto rule = rule_of(rule_name);
      if (!rule || entry.at("status") != "ok") continue;
      by_rule[rule_name].add(seconds_of([&] { (void)count(election, *rule); }),
                             entry.at("seconds").to_number<double>(), name);
    }
    for (const auto& [rule_name, rule] : rules_for(election)) {
      const double seconds = seconds_of([&] { (void)count(election, rule); });
      everywhere[rule_name].add(seconds, 0, name);
      if (rule_name.ends_with(" add1") &&
          (name.ends_with("_304.pb") || name.ends_with("_358.pb") || name.ends_with("_179.pb")))
        everywhere[rule_name + ' ' + name].add(seconds, 0, name);
    }
  }
  fmt::print("{:<54}{:>6}{:>11}{:>11}{:>10}{:>13}\n", "rule", "files", "ours s", "theirs s", "ratio",
             "slowest file");
  print("parse", parsing);
  Total all = parsing;
  for (const auto& [name, total] : by_rule) {
    print(name, total);
    all.ours += total.ours;
    all.theirs += total.theirs;
  }
  print("all", all);
  fmt::print("\nparsing {:.0f} MB/s\n\nEvery rule but the optimum, whether the reference has it or not:\n",
             static_cast<double>(bytes) / 1e6 / parsing.ours);
  Total slowest;
  for (const auto& [name, total] : everywhere) {
    print(name, total);
    if (total.most > slowest.most) slowest = total, slowest.most_file += " by " + name;
  }
  fmt::print("slowest of all {:.1f} ms: {}\n", 1e3 * slowest.most, slowest.most_file);
  return 0;
}

}  // namespace
}  // namespace wijktafel::budgeting

int main(int count, char** words) {
  if (count != 2) {
    fmt::print(stderr, "usage: bench_budgeting SHARED\n");
    return 2;
  }
  return wijktafel::budgeting::run(words[1]);
}
