#include "compute/budgeting/pabulib.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>

#include "base/delimited.hpp"
#include "base/text.hpp"
#include "compute/budgeting/decimal.hpp"
#include "compute/budgeting/id_table.hpp"
#include "compute/budgeting/pabulib_findings.hpp"
#include "compute/budgeting/pabulib_promises.hpp"
#include "compute/budgeting/pabulib_votes.hpp"

namespace wijktafel::budgeting {
namespace {

constexpr std::array<std::string_view, 3> section_names = {"META", "PROJECTS", "VOTES"};
constexpr std::size_t largest_text = std::size_t{4} << 30U;  // places in it fit 32 bits

// All costs and the budget together: far below 2^63, so that no sum of them can overflow.
constexpr std::int64_t most_money = 1'000'000'000'000'000'000;

// Where the first byte is that is not UTF-8; the size when all are. Plain letters eight at a time.
std::size_t first_not_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    std::uint64_t word = 0;
    if (at + sizeof word <= text.size()) {
      std::memcpy(&word, text.data() + at, sizeof word);
      if ((word & 0x8080808080808080U) == 0) {
        at += sizeof word;
        continue;
      }
    }
    if (static_cast<std::uint8_t>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    std::size_t bytes = 2;
    while (bytes <= 4 && !is_utf8(text.substr(at, bytes))) ++bytes;
    if (bytes > 4) return at;
    at += bytes;
  }
  return at;
}

TextPosition position_of(std::string_view text, std::size_t at) {
  const auto before = text.substr(0, at);
  const auto line_begin = before.rfind('\n') + 1;  // npos + 1 is 0
  return {1 + static_cast<std::size_t>(std::ranges::count(before, '\n')),
          1 + length(before.substr(line_begin))};
}

class Reading {
 public:
  Reading(std::string_view text, std::vector<InputFault>* notes)
      : text_(text), records_(text, ';'), findings_(notes) {}

  Result<Election, std::vector<InputFault>> read();

 private:
  enum class Section { none, meta, projects, votes };

  void record();
  void begin_section(Section section);
  void header();
  void meta_row();
  void projects_header();
  void project_row();
  void find_vote_type();
  void find_budget();
  void check_counts();
  void scale_money();
  std::string_view cell(std::optional<std::size_t> place) const {
    return place && *place < records_.cells().size() ? pabulib_value(records_.cells()[*place])
                                                     : std::string_view();
  }
  std::optional<std::string_view> meta(std::string_view key) const;
  TextPosition meta_position(std::string_view key) const;

  std::string_view text_;
  DelimitedReader records_;
  PabulibFindings findings_;
  Election election_;
  Section section_ = Section::none;
  std::array<bool, 3> seen_{};
  bool awaits_header_ = false;

  std::vector<std::size_t> meta_lines_;
  std::optional<std::size_t> id_cell_, cost_cell_, name_cell_, category_cell_, neighbourhood_cell_,
      votes_cell_, score_cell_;
  std::size_t project_columns_ = 0;
  IdTable projects_;
  std::vector<Decimal> costs_;
  Decimal budget_;
  PabulibPromises promises_;
  std::optional<PabulibVotes> votes_;
  std::uint64_t vote_rows_ = 0;
  std::uint64_t project_rows_ = 0;
};

Result<Election, std::vector<InputFault>> Reading::read() {
  if (text_.size() >= largest_text) {
    findings_.fault(whole_text, "too_large", {std::to_string(largest_text >> 30U)});
    return std::unexpected(findings_.take());
  }
  if (const auto at = first_not_utf8(text_); at < text_.size())
    findings_.fault(position_of(text_, at), "not_utf8");
  while (records_.next()) record();
  if (awaits_header_)
    findings_.fault(whole_text, "header_missing",
                    {std::string(section_names[static_cast<std::size_t>(section_) - 1])});
  if (votes_) votes_->finish();
  for (std::size_t i = 0; i < section_names.size(); ++i)
    if (!seen_[i]) findings_.fault(whole_text, "section_missing", {std::string(section_names[i])});
  if (seen_[0]) find_budget();
  check_counts();
  scale_money();
  if (!findings_.any() && findings_.wants_notes()) promises_.check_projects(election_, findings_);
  if (findings_.any()) return std::unexpected(findings_.take());
  return std::move(election_);
}

void Reading::record() {
  if (records_.quoting() == DelimitedReader::Quoting::unclosed)
    findings_.fault(whole_line(records_), "unclosed_quote");
  if (records_.quoting() == DelimitedReader::Quoting::text_after_quote)
    findings_.note(whole_line(records_), "text_after_quote");
  if (section_ == Section::votes && !awaits_header_ && records_.cells().size() > 1) {
    ++vote_rows_;
    return votes_->row(records_);
  }
  const auto first = trimmed(records_.cells().front());
  if (records_.cells().size() == 1 && first.empty()) return;
  if (first.size() <= 8) {
    const auto name = lower_ascii(first);
    if (name == "meta") return begin_section(Section::meta);
    if (name == "projects") return begin_section(Section::projects);
    if (name == "votes") return begin_section(Section::votes);
  }
  if (awaits_header_) return header();
  switch (section_) {
    case Section::none: return findings_.fault(whole_line(records_), "text_before_section");
    case Section::meta: return meta_row();
    case Section::projects: return project_row();
    case Section::votes: ++vote_rows_; return votes_->row(records_);
  }
}

void Reading::begin_section(Section section) {
  const auto place = static_cast<std::size_t>(section) - 1;
  const std::string name(section_names[place]);
  if (awaits_header_)
    findings_.fault(whole_line(records_), "header_missing",
                    {std::string(section_names[static_cast<std::size_t>(section_) - 1])});
  if (seen_[place]) findings_.fault(whole_line(records_), "section_twice", {name});
  if (std::any_of(seen_.begin() + static_cast<std::ptrdiff_t>(place) + 1, seen_.end(),
                  [](bool seen) { return seen; }))
    findings_.fault(whole_line(records_), "section_order", {name});
  seen_[place] = true;
  section_ = section;
  awaits_header_ = true;
}

void Reading::header() {
  awaits_header_ = false;
  if (section_ == Section::projects) projects_header();
  if (section_ != Section::votes) return;
  find_vote_type();
  if (!votes_) votes_.emplace(text_, election_, projects_, findings_);
  promises_.read_meta(election_);
  if (findings_.wants_notes()) votes_->check_promises(promises_, costs_);
  votes_->header(records_);
}

void Reading::meta_row() {
  const auto cells = records_.cells();
  const auto key = trimmed(cells[0]);
  if (cells.size() < 2) return findings_.fault(whole_line(records_), "key_without_value", {std::string(key)});
  if (cells.size() > 2) findings_.note(records_.position(2), "text_after_value", {std::string(key)});
  if (meta(key)) findings_.note(whole_line(records_), "key_twice", {std::string(key)});
  election_.meta.emplace_back(key, trimmed(cells[1]));
  meta_lines_.push_back(records_.line());
}

// Of a key that stands there twice the last counts.
std::optional<std::string_view> Reading::meta(std::string_view key) const {
  for (std::size_t i = election_.meta.size(); i-- > 0;)
    if (election_.meta[i].first == key) return pabulib_value(election_.meta[i].second);
  return std::nullopt;
}

TextPosition Reading::meta_position(std::string_view key) const {
  for (std::size_t i = election_.meta.size(); i-- > 0;)
    if (election_.meta[i].first == key) return {meta_lines_[i], 2 + length(key)};
  return whole_text;
}

void Reading::find_vote_type() {
  const auto said = meta("vote_type").value_or("");
  if (said.empty()) return findings_.fault(whole_text, "vote_type_missing");
  const auto type = ballot_type(said);
  if (!type) return findings_.fault(meta_position("vote_type"), "unknown_vote_type", {std::string(said)});
  election_.type = *type;
  const auto score = decimal_of(meta("default_score").value_or("0"));
  if (!score || score->digits != 0)
    findings_.fault(meta_position("default_score"), "default_score", {std::string(*meta("default_score"))});
}

void Reading::find_budget() {
  const auto said = meta("budget").value_or("");
  if (said.empty()) return findings_.fault(whole_text, "budget_missing");
  const auto number = decimal_of(said);
  if (!number || number->digits < 0)
    return findings_.fault(meta_position("budget"), number ? "negative_amount" : why_no_decimal(said),
                           {std::string(said)});
  budget_ = *number;
}

void Reading::projects_header() {
  const auto cells = records_.cells();
  project_columns_ = cells.size();
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const auto name = lower_ascii(trimmed(cells[i]));
    if (name == "project_id") id_cell_ = i;
    if (name == "cost") cost_cell_ = i;
    if (name == "name") name_cell_ = i;
    if (name == "votes") votes_cell_ = i;
    if (name == "score") score_cell_ = i;
    if (name == "category" || name == "categories" || name == "target" || name == "targets")
      if (!category_cell_ || name.starts_with("categor")) category_cell_ = i;
    if (name.starts_with("neighborhood") || name.starts_with("neighbourhood")) neighbourhood_cell_ = i;
  }
  if (!id_cell_) findings_.fault(whole_line(records_), "column_missing", {"PROJECTS", "project_id"});
  if (!cost_cell_) findings_.fault(whole_line(records_), "column_missing", {"PROJECTS", "cost"});
}

std::vector<std::string> list_of(std::string_view cell) {
  std::vector<std::string> list;
  if (cell.empty()) return list;
  for (const auto part : split(cell, ',')) list.emplace_back(trimmed(part));
  return list;
}

void Reading::project_row() {
  ++project_rows_;
  if (records_.cells().size() > project_columns_)
    findings_.fault(whole_line(records_), "too_many_cells",
                    {std::to_string(project_columns_), std::to_string(records_.cells().size())});
  if (!id_cell_ || !cost_cell_) return;
  const std::string id(cell(id_cell_));
  if (id.empty()) return findings_.fault(whole_line(records_), "empty_id", {""});
  if (id.contains(',')) findings_.fault(records_.position(*id_cell_), "comma_in_id", {id});
  if (projects_.find(id) != IdTable::none)
    return findings_.fault(records_.position(*id_cell_), "plan_listed_twice", {id});
  const auto said = cell(cost_cell_);
  const auto cost = decimal_of(said);
  if (said.empty())
    findings_.fault(whole_line(records_), "cost_missing", {id});
  else if (!cost || cost->digits < 0)
    findings_.fault(records_.position(*cost_cell_), cost ? "negative_amount" : why_no_decimal(said),
                    {std::string(said)});
  if (findings_.wants_notes()) promises_.project_row(records_, votes_cell_, score_cell_);
  projects_.add(id);
  costs_.push_back(cost.value_or(Decimal{}));
  election_.projects.push_back({id, std::string(cell(name_cell_)), 0, list_of(cell(category_cell_)),
                                list_of(cell(neighbourhood_cell_))});
}

void Reading::check_counts() {
  const auto check = [&](std::string_view key, std::uint64_t found, std::string_view reason) {
    const auto said = meta(key).value_or("");
    if (said.empty()) return;
    const auto number = decimal_of(said);
    if (!number || number->decimals != 0)
      findings_.fault(meta_position(key), "not_a_number", {std::string(said)});
    else if (number->digits < 0 || static_cast<std::uint64_t>(number->digits) != found)
      findings_.fault(meta_position(key), reason, {std::string(said), std::to_string(found)});
  };
  if (seen_[1]) check("num_projects", project_rows_, "wrong_number_of_projects");
  if (seen_[2]) check("num_votes", vote_rows_, "wrong_number_of_votes");
}

void Reading::scale_money() {
  int decimals = budget_.decimals;
  for (const auto& cost : costs_) decimals = std::max(decimals, cost.decimals);
  for (int i = 0; i < decimals; ++i) election_.money_scale *= 10;
  std::int64_t sum = 0;
  const auto take = [&](Decimal number) {
    const auto amount = scaled(number, decimals).value_or(most_money + 1);
    sum = amount > most_money - sum ? most_money + 1 : sum + amount;
    return amount;
  };
  election_.budget = take(budget_);
  for (std::size_t i = 0; i < costs_.size() && sum <= most_money; ++i)
    election_.projects[i].cost = take(costs_[i]);
  if (sum > most_money) findings_.fault(whole_text, "too_much_money", {decimal_text(most_money, 1)});
}

}  // namespace

Result<Election, std::vector<InputFault>> read_pabulib(std::string_view text,
                                                       std::vector<InputFault>* notes) {
  return Reading(text, notes).read();
}

}  // namespace wijktafel::budgeting
