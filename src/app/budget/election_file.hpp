// Elections from files, and what is wrong with them in words.
#pragma once

#include <string>
#include <vector>

#include "app/budget/requests.hpp"
#include "app/terminal/language.hpp"
#include "base/input_fault.hpp"
#include "base/result.hpp"
#include "compute/budgeting/election.hpp"

namespace wijktafel::app {

// Sentences that say why a file cannot be counted.
using Refused = std::vector<std::string>;

// A file that does not fit the rule is refused too: points of ballots without points. Throws Failure when
// the file cannot be read at all.
Result<budgeting::Election, Refused> election_from(const std::string& path, const budgeting::Rule& rule,
                                                   const TerminalWords& words);

// A folder of elections, or the path itself when it is a file. By name. Throws Failure.
struct ElectionFiles {
  bool is_folder = false;
  std::vector<std::string> paths;
};
ElectionFiles election_files(const std::string& path, const TerminalWords& words);

// The name of a file without its folder.
std::string file_name(const std::string& path);

// On standard error: the file and the sentences.
void print_refused(const std::string& path, const Refused& refused, const TerminalWords& words);

}  // namespace wijktafel::app
