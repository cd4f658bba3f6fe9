#include "compute/budgeting/pabulib_votes.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "compute/budgeting/decimal.hpp"

namespace wijktafel::budgeting {
namespace {

constexpr std::array<std::string_view, 8> known_columns = {
    "sex", "age", "neighborhood", "neighbourhood", "district", "subdistrict", "education", "voting_method"};

constexpr std::size_t most_values = 65535;  // codes are 16 bits

// Where a part of a cell stands: after the letters before it, when the cell stands there as it is.
TextPosition inside(const DelimitedReader& records, std::size_t cell, std::string_view part) {
  auto at = records.position(cell);
  const auto whole = records.cells()[cell];
  const auto before = static_cast<std::size_t>(part.data() - whole.data());
  const auto record = records.record();
  const bool is_as_written = whole.data() >= record.data() && whole.data() < record.data() + record.size();
  if (is_as_written) at.column += length(whole.substr(0, before));
  return at;
}

}  // namespace

std::string_view pabulib_value(std::string_view cell) {
  if (!cell.empty() && (cell.front() <= ' ' || cell.back() <= ' ')) cell = trimmed(cell);
  return cell.size() == 4 && lower_ascii(cell) == "none" ? std::string_view() : cell;
}

PabulibVotes::PabulibVotes(std::string_view text, Election& election, const IdTable& projects,
                           PabulibFindings& findings)
    : text_(text),
      election_(&election),
      projects_(&projects),
      findings_(&findings),
      merger_(election),
      has_points_(election.type == BallotType::cumulative || election.type == BallotType::scoring) {}

void PabulibVotes::check_promises(const PabulibPromises& promises, std::span<const Decimal> costs) {
  promises_ = &promises;
  costs_ = costs;
}

void PabulibVotes::header(const DelimitedReader& records) {
  const auto cells = records.cells();
  columns_ = cells.size();
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const auto name = lower_ascii(trimmed(cells[i]));
    if (name == "voter_id") voter_cell_ = i;
    if (name == "vote") vote_cell_ = i;
    if (name == "points") points_cell_ = i;
    if (std::ranges::find(known_columns, name) == known_columns.end()) continue;
    voter_columns_.push_back({i, election_->voter_columns.size(), {}});
    election_->voter_columns.push_back({name, {}, {}});
  }
  if (!vote_cell_) findings_->fault(whole_line(records), "column_missing", {"VOTES", "vote"});
  if (has_points_ && !points_cell_)
    findings_->fault(whole_line(records), "column_missing", {"VOTES", "points"});
}

std::string_view PabulibVotes::cell(const DelimitedReader& records, std::optional<std::size_t> place) const {
  return place && *place < records.cells().size() ? pabulib_value(records.cells()[*place])
                                                  : std::string_view();
}

void PabulibVotes::row(const DelimitedReader& records) {
  if (!vote_cell_) return;
  if (records.cells().size() > columns_) {
    findings_->fault(whole_line(records), "too_many_cells",
                     {std::to_string(columns_), std::to_string(records.cells().size())});
    return;
  }
  read_.clear();
  if (!choices(records, cell(records, vote_cell_))) return;
  if (has_points_ && !points(records, cell(records, points_cell_))) return;
  tidy_choices(records);
  const auto ballot = merger_.add(row_choices_, row_points_);
  if (!voter_columns_.empty()) voter(records, ballot);
  if (!findings_->wants_notes()) return;
  see_voter(records);
  std::int64_t scale = 1;
  for (int i = 0; i < points_decimals_; ++i) scale *= 10;
  if (promises_ != nullptr)
    promises_->check_ballot(records, *vote_cell_, row_choices_, row_points_, scale, costs_, *findings_);
}

// False: there is something wrong with them, which is said.
bool PabulibVotes::choices(const DelimitedReader& records, std::string_view vote) {
  bool are_known = true;
  const auto fault = [&](std::string_view id) {
    findings_->fault(inside(records, *vote_cell_, vote), id.empty() ? "empty_id" : "unknown_project",
                     {std::string(id)});
    are_known = false;
  };
  while (!vote.empty()) {
    const auto comma = vote.find(',');
    auto id = vote.substr(0, comma);
    if (!id.empty() && (id.front() <= ' ' || id.back() <= ' ')) id = trimmed(id);
    const auto project = projects_->find(id);
    if (project == IdTable::none)
      fault(id);
    else
      read_.push_back({project, 0});
    if (comma == std::string_view::npos) break;
    vote.remove_prefix(comma + 1);
    if (vote.empty()) fault("");
  }
  return are_known;
}

bool PabulibVotes::points(const DelimitedReader& records, std::string_view given) {
  const auto found = given.empty() ? 0 : static_cast<std::size_t>(std::ranges::count(given, ',')) + 1;
  if (found != read_.size()) {
    findings_->fault(points_cell_ && *points_cell_ < records.cells().size() ? records.position(*points_cell_)
                                                                            : whole_line(records),
                     "points_do_not_match", {std::to_string(read_.size()), std::to_string(found)});
    return false;
  }
  for (auto& choice : read_) {
    const auto comma = given.find(',');
    const auto part = given.substr(0, comma);
    const auto number = point(part);
    if (!number || *number < 0)
      findings_->fault(inside(records, *points_cell_, part), number ? "negative_points" : "not_a_number",
                       {std::string(trimmed(part))});
    choice.points = number.value_or(0);
    if (comma != std::string_view::npos) given.remove_prefix(comma + 1);
  }
  return true;
}

// In the scale of all points until now; when this one has more decimals, all become so fine.
std::optional<std::int64_t> PabulibVotes::point(std::string_view text) {
  const auto number = decimal_of(text);
  if (!number) return std::nullopt;
  while (points_decimals_ < number->decimals) {
    if (!merger_.make_points_finer()) return std::nullopt;
    for (auto& choice : read_)
      if (__builtin_mul_overflow(choice.points, std::int64_t{10}, &choice.points)) return std::nullopt;
    ++points_decimals_;
  }
  const auto whole = scaled(*number, points_decimals_);
  return whole && *whole <= BallotMerger::most_points ? whole : std::nullopt;
}

// By project unless the order is the vote; every plan once (of points the last, as pabutools has it).
void PabulibVotes::tidy_choices(const DelimitedReader& records) {
  const auto twice = [&](ProjectIndex project) {
    findings_->note(records.position(*vote_cell_), "plan_twice", {election_->projects[project].id});
  };
  if (election_->type == BallotType::ordinal) {
    row_choices_.clear();
    for (const auto& choice : read_) {
      if (std::ranges::find(row_choices_, choice.project) != row_choices_.end())
        twice(choice.project);
      else
        row_choices_.push_back(choice.project);
    }
    return;
  }
  if (!std::ranges::is_sorted(read_, {}, &Choice::project))
    std::ranges::stable_sort(read_, {}, &Choice::project);
  row_choices_.clear();
  row_points_.clear();
  for (std::size_t i = 0; i < read_.size(); ++i) {
    if (i + 1 < read_.size() && read_[i].project == read_[i + 1].project) {
      twice(read_[i].project);
      continue;
    }
    row_choices_.push_back(read_[i].project);
    if (has_points_) row_points_.push_back(read_[i].points);
  }
  if (election_->type == BallotType::choose_one && row_choices_.size() > 1)
    findings_->note(records.position(*vote_cell_), "more_than_one_choice",
                    {std::to_string(row_choices_.size())});
}

void PabulibVotes::voter(const DelimitedReader& records, BallotIndex ballot) {
  election_->ballot_of_voter.push_back(ballot);
  for (auto& column : voter_columns_) {
    if (!column.is_kept) continue;
    auto& kept = election_->voter_columns[column.place];
    const auto value = cell(records, column.cell);
    if (kept.codes.empty() || kept.values[column.last] != value) {
      column.last = column.values.find(value);
      if (column.last == IdTable::none) {
        if (column.values.size() == most_values) {
          findings_->note(whole_line(records), "too_many_values", {kept.name, std::to_string(most_values)});
          column.is_kept = false;
          kept.codes = {};
          continue;
        }
        column.last = column.values.add(value);
        kept.values.emplace_back(value);
      }
    }
    kept.codes.push_back(static_cast<std::uint16_t>(column.last));
  }
}

void PabulibVotes::see_voter(const DelimitedReader& records) {
  const auto id = cell(records, voter_cell_);
  const bool is_as_written = id.data() >= text_.data() && id.data() < text_.data() + text_.size();
  if (id.empty() || !is_as_written) return;
  seen_.push_back({hash_of(id), static_cast<std::uint64_t>(id.data() - text_.data()),
                   static_cast<std::uint32_t>(id.size()), static_cast<std::uint32_t>(records.line())});
}

void PabulibVotes::finish() {
  for (int i = 0; i < points_decimals_; ++i) election_->points_scale *= 10;
  std::erase_if(election_->voter_columns, [](const VoterColumn& column) { return column.codes.empty(); });
  if (election_->voter_columns.empty()) election_->ballot_of_voter = {};

  std::ranges::sort(seen_, [](const SeenVoter& a, const SeenVoter& b) {
    return a.hash != b.hash ? a.hash < b.hash : a.line < b.line;
  });
  std::vector<std::pair<std::uint32_t, std::string>> twice;
  for (std::size_t i = 1; i < seen_.size(); ++i) {
    const auto id = text_.substr(seen_[i].offset, seen_[i].length);
    if (id == text_.substr(seen_[i - 1].offset, seen_[i - 1].length)) twice.emplace_back(seen_[i].line, id);
  }
  std::ranges::sort(twice);
  for (auto& [line, id] : twice) findings_->note({line, 0}, "voter_twice", {std::move(id)});
}

}  // namespace wijktafel::budgeting
