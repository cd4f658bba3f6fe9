#include "app/budget/election_file.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fmt/format.h>

#include "app/budget/fault_text.hpp"
#include "app/terminal/files.hpp"
#include "compute/budgeting/pabulib.hpp"
#include "compute/budgeting/rule_text.hpp"

namespace wijktafel::app {
namespace {

// Empty when the rule can be counted with such ballots.
std::string misfit(const budgeting::Rule& rule, budgeting::BallotType type) {
  using budgeting::BallotType;
  const auto wants = [&](budgeting::Utility utility) {
    if (budgeting::knows_utilities(rule.name) && rule.utility == utility) return true;
    return std::ranges::any_of(rule.completions, [&](const budgeting::Completion& step) {
      return step.kind == budgeting::Completion::Kind::greedy && step.utility == utility;
    });
  };
  if (wants(budgeting::Utility::points) && type != BallotType::cumulative && type != BallotType::scoring)
    return "budget.refused.points";
  if (wants(budgeting::Utility::borda) && type != BallotType::ordinal) return "budget.refused.borda";
  return {};
}

}  // namespace

Result<budgeting::Election, Refused> election_from(const std::string& path, const budgeting::Rule& rule,
                                                   const TerminalWords& words) {
  auto read = budgeting::read_pabulib(file_text(path));
  if (!read) {
    Refused refused;
    for (const auto& fault : read.error()) refused.push_back(fault_text(words, fault));
    return std::unexpected(std::move(refused));
  }
  if (const auto key = misfit(rule, read->type); !key.empty())
    return std::unexpected(Refused{words.text(key)});
  return std::move(*read);
}

ElectionFiles election_files(const std::string& path, const TerminalWords& words) {
  std::error_code error;
  if (path == "-" || !std::filesystem::is_directory(path, error))
    return {.is_folder = false, .paths = {path}};
  ElectionFiles files{.is_folder = true, .paths = {}};
  for (const auto& entry : std::filesystem::directory_iterator(path, error))
    if (entry.path().extension() == ".pb") files.paths.push_back(entry.path().string());
  if (error) throw Failure(fmt::format("{}: {}", path, error.message()));
  if (files.paths.empty()) throw Failure(words.text("budget.refused.no_files", {{"folder", path}}));
  std::ranges::sort(files.paths);
  return files;
}

std::string file_name(const std::string& path) { return std::filesystem::path(path).filename().string(); }

void print_refused(const std::string& path, const Refused& refused, const TerminalWords& words) {
  fmt::print(stderr, "{}\n", words.text("budget.refused.file", {{"file", path}}));
  for (const auto& sentence : refused) fmt::print(stderr, "  {}\n", sentence);
}

}  // namespace wijktafel::app
