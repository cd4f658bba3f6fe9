#include <algorithm>
#include <map>
#include <utility>

#include "compute/survey/respondents.hpp"

namespace wijktafel::survey {
namespace {

class Coding {
 public:
  Coding(const Respondents& respondents, const Margin& margin) : respondents_(respondents), margin_(margin) {
    for (std::size_t i = 0; i < margin.levels.size(); ++i) {
      level_at_.emplace(margin.levels[i].name, static_cast<std::uint32_t>(i));
      coded_.totals.push_back(margin.levels[i].total);
    }
  }

  Result<CodedMargin, Faults> coded() {
    for (const auto& variable : margin_.variables) {
      if (const auto at = respondents_.column(variable))
        columns_.push_back(*at);
      else
        faults_.push_back(respondents_.missing_column(variable));
    }
    if (!faults_.empty()) return std::unexpected(std::move(faults_));
    coded_.level_of.reserve(respondents_.size());
    for (std::size_t i = 0; i < respondents_.size(); ++i) add(i);
    for (const auto& [level, found] : unknown_)
      faults_.push_back(respondents_.fault(found.first, columns_.front(), "unknown_level",
                                           {level, margin_.name, std::to_string(found.second)}));
    if (!faults_.empty()) return std::unexpected(std::move(faults_));
    return std::move(coded_);
  }

 private:
  void add(std::size_t respondent) {
    bool is_whole = true;
    key_.clear();
    for (const auto column : columns_) {
      const auto cell = respondents_.cell(respondent, column);
      if (cell.empty()) {
        faults_.push_back(
            respondents_.fault(respondent, column, "empty_cell", {respondents_.names()[column]}));
        is_whole = false;
      } else if (columns_.size() > 1 && cell.find('*') != std::string_view::npos) {
        faults_.push_back(respondents_.fault(respondent, column, "star_in_level", {std::string(cell)}));
        is_whole = false;
      }
      if (column != columns_.front()) key_ += '*';
      key_ += cell;
    }
    if (!is_whole) return;
    // People beside each other in a file are often alike.
    if (last_ == level_at_.end() || last_->first != key_) last_ = level_at_.find(key_);
    if (last_ != level_at_.end())
      coded_.level_of.push_back(last_->second);
    else
      ++unknown_.try_emplace(key_, respondent, 0).first->second.second;
  }

  const Respondents& respondents_;
  const Margin& margin_;
  std::vector<std::size_t> columns_;
  std::map<std::string, std::uint32_t, std::less<>> level_at_;
  std::map<std::string, std::uint32_t, std::less<>>::const_iterator last_ = level_at_.end();
  std::map<std::string, std::pair<std::size_t, std::size_t>> unknown_;  // the first who has it, and how many
  std::string key_;
  CodedMargin coded_;
  Faults faults_;
};

}  // namespace

Result<CodedMargin, Faults> coded(const Respondents& respondents, const Margin& margin) {
  return Coding(respondents, margin).coded();
}

Result<std::vector<CodedMargin>, Faults> coded(const Respondents& respondents,
                                               const std::vector<Margin>& margins) {
  std::vector<CodedMargin> all;
  Faults faults;
  for (const auto& margin : margins) {
    auto one = coded(respondents, margin);
    if (one)
      all.push_back(std::move(*one));
    else
      faults.insert(faults.end(), one.error().begin(), one.error().end());
  }
  std::ranges::stable_sort(faults, {},
                           [](const InputFault& fault) { return std::pair(fault.line, fault.column); });
  if (!faults.empty()) return std::unexpected(std::move(faults));
  return all;
}

}  // namespace wijktafel::survey
