#include <algorithm>
#include <array>
#include <utility>

#include "base/delimited.hpp"
#include "base/text.hpp"
#include "compute/budgeting/decimal.hpp"
#include "compute/budgeting/pabulib.hpp"

namespace wijktafel::budgeting {
namespace {

using Row = std::vector<std::string>;

void add_row(std::string& text, const Row& row) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (i > 0) text += ';';
    text += delimited_cell(row[i], ';');
  }
  text += '\n';
}

template <class List, class Text>
std::string joined(const List& list, const Text& text) {
  std::string made;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (i > 0) made += ',';
    made += text(list[i]);
  }
  return made;
}

void write_meta(const Election& election, std::string& text) {
  const std::array<std::pair<std::string, std::string>, 4> needed = {{
      {"num_projects", std::to_string(election.projects.size())},
      {"num_votes", std::to_string(election.voters)},
      {"budget", decimal_text(election.budget, election.money_scale)},
      {"vote_type", std::string(name_of(election.type))},
  }};
  text += "META\nkey;value\n";
  for (const auto& [key, value] : election.meta) add_row(text, {key, value});
  for (const auto& [key, value] : needed)
    if (std::ranges::none_of(election.meta, [&](const auto& entry) { return entry.first == key; }))
      add_row(text, {key, value});
}

void write_projects(const Election& election, std::string& text) {
  const auto any = [&](auto member) {
    return std::ranges::any_of(election.projects,
                               [&](const Project& project) { return !(project.*member).empty(); });
  };
  const bool names = any(&Project::name);
  const bool categories = any(&Project::categories);
  const bool neighbourhoods = any(&Project::neighbourhoods);
  Row row = {"project_id", "cost"};
  if (names) row.emplace_back("name");
  if (categories) row.emplace_back("category");
  if (neighbourhoods) row.emplace_back("neighborhood");
  text += "PROJECTS\n";
  add_row(text, row);
  const auto as_it_is = [](const std::string& entry) { return entry; };
  for (const auto& project : election.projects) {
    row = {project.id, decimal_text(project.cost, election.money_scale)};
    if (names) row.push_back(project.name);
    if (categories) row.push_back(joined(project.categories, as_it_is));
    if (neighbourhoods) row.push_back(joined(project.neighbourhoods, as_it_is));
    add_row(text, row);
  }
}

Row vote_of(const Election& election, BallotIndex ballot) {
  Row row = {joined(election.choices_of(ballot),
                    [&](ProjectIndex project) { return election.projects[project].id; })};
  if (election.type == BallotType::cumulative || election.type == BallotType::scoring)
    row.push_back(joined(election.points_of(ballot),
                         [&](std::int64_t points) { return decimal_text(points, election.points_scale); }));
  return row;
}

void write_votes(const Election& election, std::string& text) {
  Row header = {"voter_id", "vote"};
  if (election.type == BallotType::cumulative || election.type == BallotType::scoring)
    header.emplace_back("points");
  for (const auto& column : election.voter_columns) header.push_back(column.name);
  text += "VOTES\n";
  add_row(text, header);
  std::uint64_t voter = 0;
  const auto add = [&](BallotIndex ballot) {
    auto row = vote_of(election, ballot);
    for (const auto& column : election.voter_columns) row.push_back(column.values[column.codes[voter]]);
    row.insert(row.begin(), std::to_string(++voter));
    add_row(text, row);
  };
  if (!election.ballot_of_voter.empty()) {
    for (const auto ballot : election.ballot_of_voter) add(ballot);
    return;
  }
  for (BallotIndex ballot = 0; ballot < election.ballots(); ++ballot)
    for (std::uint32_t i = 0; i < election.weights[ballot]; ++i) add(ballot);
}

}  // namespace

std::string_view name_of(BallotType type) {
  switch (type) {
    case BallotType::approval: return "approval";
    case BallotType::choose_one: return "choose-1";
    case BallotType::cumulative: return "cumulative";
    case BallotType::scoring: return "scoring";
    case BallotType::ordinal: return "ordinal";
  }
  std::unreachable();
}

std::optional<BallotType> ballot_type(std::string_view name) {
  for (const auto type : {BallotType::approval, BallotType::choose_one, BallotType::cumulative,
                          BallotType::scoring, BallotType::ordinal})
    if (lower_ascii(name) == name_of(type)) return type;
  return std::nullopt;
}

std::string write_pabulib(const Election& election) {
  std::string text;
  write_meta(election, text);
  write_projects(election, text);
  write_votes(election, text);
  return text;
}

}  // namespace wijktafel::budgeting
