#include "compute/budgeting/tests/scenario_support.hpp"

#include <algorithm>
#include <sstream>
#include <stdexcept>

#include "base/text.hpp"
#include "compute/budgeting/pabulib.hpp"
#include "compute/budgeting/rule_text.hpp"

namespace wijktafel::budgeting {
namespace {

using Words = std::vector<std::string>;

Words words_of(std::string_view line) {
  std::istringstream stream{std::string(line)};
  Words words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

Expectation expectation_of(std::string_view line) {
  Expectation made;
  made.line = line;
  auto words = words_of(line);
  words.erase(words.begin());
  const auto arrow =
      std::ranges::find_if(words, [](const auto& word) { return word == "->" || word == "=>"; });
  if (arrow == words.end()) throw std::runtime_error("no arrow");
  made.is_ordered = *arrow == "=>";
  made.winners.assign(arrow + 1, words.end());
  words.erase(arrow, words.end());
  made.rule.name = rule_name(words.at(0)).value();
  for (std::size_t i = 1; i < words.size(); ++i) {
    const auto& word = words[i];
    if (i == 1 && utility(word))
      made.rule.utility = *utility(word);
    else if (word.starts_with("ties:"))
      made.rule.ties = tie_breaking(word.substr(5)).value();
    else
      made.rule.completions = completions(word).value();
  }
  return made;
}

// A scenario becomes a Pabulib text, so that it goes in by the same door as an election.
struct Written {
  std::string type = "approval";
  std::string budget;
  std::string plans;
  std::string votes;
  int voters = 0;

  void add_votes(const Words& words) {
    std::string ids;
    std::string points;
    for (std::size_t i = 2; i < words.size(); ++i) {
      const auto colon = words[i].find(':');
      ids += (ids.empty() ? "" : ",") + words[i].substr(0, colon);
      if (colon != std::string::npos) points += (points.empty() ? "" : ",") + words[i].substr(colon + 1);
    }
    for (int i = std::stoi(words.at(1)); i > 0; --i)
      votes += std::to_string(++voters) + ';' + ids + ';' + points + '\n';
  }
  std::string text() const {
    return "META\nkey;value\nbudget;" + budget + "\nvote_type;" + type + "\nPROJECTS\nproject_id;cost\n" +
           plans + "VOTES\nvoter_id;vote;points\n" + votes;
  }
};

void read_line(std::string_view line, Scenario& scenario, Written& written) {
  const auto words = words_of(line);
  if (words.empty() || words[0].starts_with('#')) return;
  if (words[0] == "source")
    scenario.source = line.substr(7);
  else if (words[0] == "budget")
    written.budget = words.at(1);
  else if (words[0] == "type")
    written.type = words.at(1);
  else if (words[0] == "plan")
    written.plans += words.at(1) + ';' + words.at(2) + '\n';
  else if (words[0] == "votes")
    written.add_votes(words);
  else if (words[0] == "expect")
    scenario.expectations.push_back(expectation_of(line));
  else
    throw std::runtime_error("no such line");
}

}  // namespace

Scenario scenario_of(const std::string& file, std::string_view text) {
  Scenario scenario;
  scenario.file = file;
  Written written;
  std::size_t number = 0;
  for (const auto line : split(text, '\n')) {
    ++number;
    try {
      read_line(trimmed(line), scenario, written);
    } catch (const std::exception& error) {
      throw std::runtime_error(file + ":" + std::to_string(number) + ": " + error.what());
    }
  }
  auto election = read_pabulib(written.text());
  if (!election) throw std::runtime_error(file + ": " + std::string(election.error().front().reason));
  scenario.election = std::move(*election);
  if (scenario.source.empty()) throw std::runtime_error(file + ": no source");
  return scenario;
}

}  // namespace wijktafel::budgeting
