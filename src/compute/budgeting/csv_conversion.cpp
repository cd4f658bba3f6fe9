#include "compute/budgeting/csv_conversion.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "base/delimited.hpp"
#include "base/text.hpp"
#include "compute/budgeting/decimal.hpp"
#include "compute/budgeting/id_table.hpp"
#include "compute/budgeting/pabulib.hpp"
#include "compute/budgeting/pabulib_findings.hpp"

namespace wijktafel::budgeting {
namespace {

// A column of a table and the one of the Pabulib file it becomes.
struct Named {
  std::string_view from;
  std::string_view to;
};
constexpr std::array<Named, 11> plan_columns = {{{"id", "project_id"},
                                                 {"project_id", "project_id"},
                                                 {"nummer", "project_id"},
                                                 {"cost", "cost"},
                                                 {"kosten", "cost"},
                                                 {"name", "name"},
                                                 {"naam", "name"},
                                                 {"category", "category"},
                                                 {"categorie", "category"},
                                                 {"neighborhood", "neighborhood"},
                                                 {"buurt", "neighborhood"}}};
constexpr std::array<Named, 15> vote_columns = {{{"voter_id", "voter_id"},
                                                 {"stemmer", "voter_id"},
                                                 {"vote", "vote"},
                                                 {"stem", "vote"},
                                                 {"points", "points"},
                                                 {"punten", "points"},
                                                 {"sex", "sex"},
                                                 {"geslacht", "sex"},
                                                 {"age", "age"},
                                                 {"leeftijd", "age"},
                                                 {"neighborhood", "neighborhood"},
                                                 {"buurt", "neighborhood"},
                                                 {"district", "district"},
                                                 {"education", "education"},
                                                 {"voting_method", "voting_method"}}};

std::string_view pabulib_name(std::span<const Named> columns, std::string_view heading) {
  auto name = lower_ascii(trimmed(heading));
  if (name == "neighbourhood") name = "neighborhood";
  const auto found = std::ranges::find(columns, std::string_view(name), &Named::from);
  return found == columns.end() ? std::string_view() : found->to;
}

void add_cell(std::string& line, std::string_view cell) { line += ';' + delimited_cell(cell, ';'); }

// A table with the columns that Pabulib knows, each at most once.
class Table {
 public:
  Table(std::string_view text, std::span<const Named> columns, PabulibFindings& findings)
      : records_(text, separator_of(text)), findings_(findings) {
    while (records_.next() && records_.is_blank()) {
    }
    for (const auto cell : records_.cells()) {
      headings_.emplace_back(trimmed(cell));
      names_.push_back(pabulib_name(columns, cell));
      if (!names_.back().empty() && std::ranges::count(names_, names_.back()) > 1)
        findings_.fault(records_.position(names_.size() - 1), "column_twice", {std::string(trimmed(cell))});
    }
  }

  bool next() {
    while (records_.next()) {
      if (records_.quoting() == DelimitedReader::Quoting::unclosed)
        findings_.fault(whole_line(records_), "unclosed_quote");
      if (records_.cells().size() > headings_.size())
        findings_.fault(whole_line(records_), "too_many_cells",
                        {std::to_string(headings_.size()), std::to_string(records_.cells().size())});
      else if (std::ranges::any_of(records_.cells(), [](auto cell) { return !trimmed(cell).empty(); }))
        return true;
    }
    return false;
  }
  std::optional<std::size_t> column(std::string_view name) const {
    const auto found = std::ranges::find(names_, name);
    if (found == names_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - names_.begin());
  }
  std::string_view cell(std::optional<std::size_t> column) const {
    return column && *column < records_.cells().size() ? trimmed(records_.cells()[*column])
                                                       : std::string_view();
  }
  TextPosition position(std::size_t column) const {
    return column < records_.cells().size() ? records_.position(column) : whole_line(records_);
  }
  const std::vector<std::string>& headings() const { return headings_; }
  const std::vector<std::string_view>& names() const { return names_; }
  TextPosition line() const { return whole_line(records_); }

 private:
  DelimitedReader records_;
  PabulibFindings& findings_;
  std::vector<std::string> headings_;
  std::vector<std::string_view> names_;  // as Pabulib calls them; empty: another column
};

std::string plans_section(std::string_view text, IdTable& plans, PabulibFindings& findings) {
  Table table(text, plan_columns, findings);
  for (const std::string_view name : {"project_id", "cost"})
    if (!table.column(name)) findings.fault({1, 0}, "column_missing", {"PROJECTS", std::string(name)});
  if (findings.any()) return "";
  constexpr std::array<std::string_view, 3> others = {"name", "category", "neighborhood"};
  std::string section = "PROJECTS\nproject_id;cost";
  for (const auto name : others)
    if (table.column(name)) add_cell(section, name);
  section += '\n';
  while (table.next()) {
    const auto id = table.cell(table.column("project_id"));
    const auto cost = table.cell(table.column("cost"));
    const auto number = decimal_of(cost);
    if (id.empty()) findings.fault(table.line(), "empty_id", {""});
    if (id.contains(','))
      findings.fault(table.position(*table.column("project_id")), "comma_in_id", {std::string(id)});
    if (plans.find(id) != IdTable::none)
      findings.fault(table.position(*table.column("project_id")), "plan_listed_twice", {std::string(id)});
    if (!number || number->digits < 0)
      findings.fault(table.position(*table.column("cost")), number ? "negative_amount" : why_no_decimal(cost),
                     {std::string(cost)});
    plans.add(id);
    section += delimited_cell(id, ';');
    add_cell(section, cost);
    for (const auto name : others)
      if (const auto column = table.column(name)) add_cell(section, table.cell(column));
    section += '\n';
  }
  return section;
}

struct Vote {
  std::string ids;
  std::string points;
};

void append(std::string& list, std::string_view entry) {
  if (!list.empty()) list += ',';
  list += entry;
}

class VotesSection {
 public:
  VotesSection(std::string_view text, BallotType type, const IdTable& plans, PabulibFindings& findings)
      : table_(text, vote_columns, findings),
        has_points_(type == BallotType::cumulative || type == BallotType::scoring),
        is_ordinal_(type == BallotType::ordinal),
        plans_(plans),
        findings_(findings) {}

  std::string text();
  std::uint64_t count() const { return count_; }

 private:
  void find_plan_columns();
  Vote listed() const;
  Vote from_columns() const;

  Table table_;
  bool has_points_;
  bool is_ordinal_;
  const IdTable& plans_;
  PabulibFindings& findings_;
  std::vector<std::size_t> plan_columns_;
  std::uint64_t count_ = 0;
};

void VotesSection::find_plan_columns() {
  for (std::size_t i = 0; i < table_.headings().size(); ++i)
    if (table_.names()[i].empty() && plans_.find(table_.headings()[i]) != IdTable::none)
      plan_columns_.push_back(i);
  if (plan_columns_.empty()) findings_.fault({1, 0}, "column_missing", {"VOTES", "vote"});
}

// Ids between commas, or between spaces when there is no comma.
Vote VotesSection::listed() const {
  Vote vote;
  const auto split_again = [](std::string_view cell, auto&& each) {
    const char separator = cell.contains(',') ? ',' : ' ';
    for (const auto part : split(cell, separator))
      if (const auto word = trimmed(part); !word.empty()) each(word);
  };
  const auto column = *table_.column("vote");
  split_again(table_.cell(column), [&](std::string_view id) {
    if (plans_.find(id) == IdTable::none)
      findings_.fault(table_.position(column), "unknown_project", {std::string(id)});
    append(vote.ids, id);
  });
  split_again(table_.cell(table_.column("points")),
              [&](std::string_view points) { append(vote.points, points); });
  if (has_points_ && std::ranges::count(vote.ids, ',') != std::ranges::count(vote.points, ','))
    findings_.fault(table_.line(), "points_do_not_match",
                    {std::to_string(std::ranges::count(vote.ids, ',') + 1),
                     std::to_string(std::ranges::count(vote.points, ',') + 1)});
  return vote;
}

Vote VotesSection::from_columns() const {
  Vote vote;
  std::vector<std::pair<std::int64_t, std::size_t>> places;
  for (const auto column : plan_columns_) {
    const auto cell = table_.cell(column);
    if (cell.empty() || cell == "0") continue;
    const auto number = decimal_of(cell);
    const bool is_whole = number && number->decimals == 0 && number->digits > 0;
    const bool is_right = has_points_   ? number && number->digits >= 0
                          : is_ordinal_ ? is_whole
                                        : cell == "1" || lower_ascii(cell) == "x";
    if (!is_right) {
      findings_.fault(table_.position(column), "not_a_choice", {std::string(cell)});
      continue;
    }
    if (is_ordinal_) {
      if (std::ranges::find(places, number->digits, &std::pair<std::int64_t, std::size_t>::first) !=
          places.end())
        findings_.fault(table_.position(column), "place_twice", {std::string(cell)});
      places.emplace_back(number->digits, column);
      continue;
    }
    append(vote.ids, table_.headings()[column]);
    // A decimal comma would be read as the next number.
    std::string points(cell);
    std::ranges::replace(points, ',', '.');
    if (has_points_) append(vote.points, points);
  }
  std::ranges::sort(places);
  for (const auto& [place, column] : places) append(vote.ids, table_.headings()[column]);
  return vote;
}

std::string VotesSection::text() {
  const bool is_listed = table_.column("vote").has_value();
  if (!is_listed) find_plan_columns();
  if (is_listed && has_points_ && !table_.column("points"))
    findings_.fault({1, 0}, "column_missing", {"VOTES", "points"});
  if (findings_.any()) return "";
  constexpr std::array<std::string_view, 6> others = {"sex",      "age",       "neighborhood",
                                                      "district", "education", "voting_method"};
  std::string section = "VOTES\nvoter_id;vote";
  if (has_points_) add_cell(section, "points");
  for (const auto name : others)
    if (table_.column(name)) add_cell(section, name);
  section += '\n';
  while (table_.next()) {
    ++count_;
    const auto vote = is_listed ? listed() : from_columns();
    const auto voter = table_.cell(table_.column("voter_id"));
    section += delimited_cell(voter.empty() ? std::to_string(count_) : voter, ';');
    add_cell(section, vote.ids);
    if (has_points_) add_cell(section, vote.points);
    for (const auto name : others)
      if (const auto column = table_.column(name)) add_cell(section, table_.cell(column));
    section += '\n';
  }
  return section;
}

}  // namespace

Result<std::string, CsvFaults> pabulib_from_csv(const CsvElection& tables) {
  CsvFaults faults;
  IdTable ids;
  PabulibFindings in_plans(nullptr);
  const auto plans = plans_section(tables.plans, ids, in_plans);
  PabulibFindings in_votes(nullptr);
  VotesSection section(tables.votes, tables.type, ids, in_votes);
  const auto votes = section.text();
  faults.plans = in_plans.take();
  faults.votes = in_votes.take();
  if (!faults.plans.empty() || !faults.votes.empty()) return std::unexpected(std::move(faults));

  std::string text = "META\nkey;value\n";
  const auto line = [&](std::string_view key, std::string_view value) {
    text += delimited_cell(key, ';');
    add_cell(text, value);
    text += '\n';
  };
  for (const auto& [key, value] : tables.meta) line(key, value);
  line("num_projects", std::to_string(ids.size()));
  line("num_votes", std::to_string(section.count()));
  line("budget", tables.budget);
  line("vote_type", name_of(tables.type));
  text += plans + votes;
  const auto made = read_pabulib(text);
  if (made) return text;
  faults.result = made.error();
  return std::unexpected(std::move(faults));
}

}  // namespace wijktafel::budgeting
