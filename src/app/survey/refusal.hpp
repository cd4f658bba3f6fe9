// What is wrong with the files of a survey, as sentences for people or as JSON for programs.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/terminal/language.hpp"
#include "base/input_fault.hpp"
#include "compute/survey/estimate.hpp"
#include "compute/survey/rake.hpp"
#include "compute/survey/respondents.hpp"

namespace wijktafel::app {

struct FileFault {
  std::string file;
  InputFault fault;
};

// Faults gather per file; nothing is refused before everything was looked at.
class Refusal {
 public:
  void add(const std::string& file, const std::vector<InputFault>& faults);
  bool empty() const { return faults_.empty(); }
  const std::vector<FileFault>& faults() const { return faults_; }

  // Says all of them (people: on standard error) and gives the exit status.
  int say(bool as_json, const std::string& language) const;

 private:
  std::vector<FileFault> faults_;
};

// What stands in the way of weights, at the lines of the targets. Facts as in words [refused].
std::vector<InputFault> faults_of(std::span<const survey::Obstacle> obstacles,
                                  const std::vector<survey::Margin>& margins, bool is_bounded);

// "respondents.csv:12:3: ..."
std::string sentence(const FileFault& fault, const TerminalWords& words);

}  // namespace wijktafel::app
