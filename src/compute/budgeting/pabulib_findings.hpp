// What a reading of a Pabulib file found wrong, gathered with a limit: a file of a million broken lines must
// not become a million sentences.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/delimited.hpp"
#include "base/input_fault.hpp"

namespace wijktafel::budgeting {

class PabulibFindings {
 public:
  static constexpr std::size_t most = 1000;

  explicit PabulibFindings(std::vector<InputFault>* notes) : notes_(notes) {}

  using Facts = std::vector<std::string>;
  void fault(TextPosition at, std::string_view reason, Facts facts = {}) {
    add(faults_, at, reason, std::move(facts));
  }
  void note(TextPosition at, std::string_view reason, Facts facts = {}) {
    if (notes_ != nullptr) add(*notes_, at, reason, std::move(facts));
  }
  bool wants_notes() const { return notes_ != nullptr; }
  bool any() const { return !faults_.empty(); }
  std::vector<InputFault> take() { return std::move(faults_); }

 private:
  static void add(std::vector<InputFault>& list, TextPosition at, std::string_view reason, Facts facts) {
    if (list.size() < most)
      list.push_back({at.line, at.column, reason, std::move(facts)});
    else if (list.size() == most)
      list.push_back({at.line, 0, "more_faults", {std::to_string(most)}});
  }

  std::vector<InputFault>* notes_;
  std::vector<InputFault> faults_;
};

// The text as a whole, and a record as a whole.
inline constexpr TextPosition whole_text{0, 0};
inline TextPosition whole_line(const DelimitedReader& records) { return {records.line(), 0}; }

}  // namespace wijktafel::budgeting
