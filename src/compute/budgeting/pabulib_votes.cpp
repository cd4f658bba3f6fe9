#include "compute/budgeting/pabulib_votes.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include "base/text.hpp"
#include "compute/budgeting/decimal.hpp"

namespace wijktafel::budgeting {
namespace {

constexpr std::array<std::string_view, 8> known_columns = {
    "sex", "age", "neighborhood", "neighbourhood", "district", "subdistrict", "education", "voting_method"};

constexpr std::size_t most_values = 65535;  // codes are 16 bits
constexpr std::size_t most_queued = 32;

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
  queue();
  if (!voter_columns_.empty()) voter(records);
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
    std::size_t size = 0;
    std::uint64_t word = 0;  // the id in one number, when it is short
    for (; size < vote.size() && vote[size] != ','; ++size)
      word = (word << 8U) | static_cast<std::uint8_t>(vote[size]);
    const auto id = vote.substr(0, size);
    const bool is_plain = size > 0 && size <= most_packed && id.front() > ' ' && id.back() > ' ';
    const auto project = is_plain ? projects_->find_packed(word, size) : projects_->find(trimmed(id));
    if (project == IdTable::none)
      fault(trimmed(id));
    else
      read_.push_back({project, 0, read_.size()});
    if (size == vote.size()) break;
    vote.remove_prefix(size + 1);
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
      findings_->fault(inside(records, *points_cell_, part),
                       number ? "negative_points" : why_no_decimal(part), {std::string(trimmed(part))});
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
    add_queued();
    if (!merger_.make_points_finer()) return std::nullopt;
    for (auto& choice : read_)
      if (__builtin_mul_overflow(choice.points, std::int64_t{10}, &choice.points)) return std::nullopt;
    ++points_decimals_;
  }
  const auto whole = scaled(*number, points_decimals_);
  return whole && *whole <= BallotMerger::most_points ? whole : std::nullopt;
}

// By project; of the same project the first stays first. Most ballots have few.
void PabulibVotes::sort_choices() {
  constexpr std::size_t few = 24;
  if (read_.size() > few) {
    std::ranges::sort(read_, {},
                      [](const Choice& choice) { return std::pair(choice.project, choice.place); });
    return;
  }
  for (std::size_t i = 1; i < read_.size(); ++i) {
    const Choice choice = read_[i];
    std::size_t at = i;
    for (; at > 0 && read_[at - 1].project > choice.project; --at) read_[at] = read_[at - 1];
    read_[at] = choice;
  }
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
  sort_choices();
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

void PabulibVotes::queue() {
  const auto hash = BallotMerger::hash_of(row_choices_, row_points_);
  merger_.fetch_slot(hash);
  queued_hashes_.push_back(hash);
  queued_choices_.insert(queued_choices_.end(), row_choices_.begin(), row_choices_.end());
  queued_points_.insert(queued_points_.end(), row_points_.begin(), row_points_.end());
  queued_ends_.push_back(queued_choices_.size());
  if (queued_hashes_.size() == most_queued) add_queued();
}

void PabulibVotes::add_queued() {
  for (const auto hash : queued_hashes_) merger_.fetch_ballot(hash);
  for (const auto hash : queued_hashes_) merger_.fetch_choices(hash);
  std::size_t first = 0;
  for (std::size_t i = 0; i < queued_hashes_.size(); ++i) {
    const std::size_t count = queued_ends_[i] - first;
    const auto points = has_points_ ? std::span<const std::int64_t>(queued_points_).subspan(first, count)
                                    : std::span<const std::int64_t>();
    const auto ballot = merger_.add_hashed(
        queued_hashes_[i], std::span<const ProjectIndex>(queued_choices_).subspan(first, count), points);
    if (!voter_columns_.empty()) election_->ballot_of_voter.push_back(ballot);
    first = queued_ends_[i];
  }
  queued_hashes_.clear();
  queued_ends_.clear();
  queued_choices_.clear();
  queued_points_.clear();
}

void PabulibVotes::voter(const DelimitedReader& records) {
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
  seen_.push_back({std::hash<std::string_view>{}(id), static_cast<std::uint64_t>(id.data() - text_.data()),
                   static_cast<std::uint32_t>(id.size()), static_cast<std::uint32_t>(records.line())});
}

void PabulibVotes::finish() {
  add_queued();
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
