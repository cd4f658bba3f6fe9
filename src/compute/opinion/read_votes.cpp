#include "compute/opinion/read_votes.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <deque>
#include <fmt/format.h>
#include <limits>
#include <numeric>
#include <optional>
#include <unordered_map>
#include <utility>

#include "base/text.hpp"
#include "compute/opinion/faulty_rows.hpp"

namespace wijktafel::opinion {
namespace {

// So that a cell fits its 32 bits, and a file of nonsense does not fill the memory with names.
constexpr std::size_t most_statements = 100'000;
constexpr std::size_t most_votes = std::numeric_limits<std::uint32_t>::max();
constexpr std::array<std::string_view, 7> person_columns{"participant", "group-id",   "n-comments", "n-votes",
                                                         "n-agree",     "n-disagree", "xid"};

// Names in the order they are first met. Files often repeat a name from row to row: that is looked at first.
class Names {
 public:
  std::uint32_t place(std::string_view name) {
    if (!names_.empty() && names_[last_] == name) return last_;
    const auto [found, is_new] = places_.try_emplace(name, static_cast<std::uint32_t>(names_.size()));
    if (is_new) names_.push_back(name);
    return last_ = found->second;
  }
  std::size_t size() const { return names_.size(); }

  // Puts them in their order; `moved` says where each went.
  std::vector<std::string> in_order(std::vector<std::uint32_t>& moved) const {
    std::vector<std::uint32_t> order(names_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, [&](auto one, auto other) { return comes_before(names_[one], names_[other]); });
    moved.resize(order.size());
    std::vector<std::string> names;
    for (const auto name : order) {
      moved[name] = static_cast<std::uint32_t>(names.size());
      names.emplace_back(names_[name]);
    }
    return names;
  }

 private:
  std::vector<std::string_view> names_;  // looks into the text that is read
  std::unordered_map<std::string_view, std::uint32_t> places_;
  std::uint32_t last_ = 0;
};

std::optional<Vote> vote_in(std::string_view cell) {
  if (cell == "1" || cell == "agree") return Vote::agree;
  if (cell == "-1" || cell == "disagree") return Vote::disagree;
  if (cell == "0" || cell == "pass") return Vote::pass;
  return std::nullopt;
}

std::optional<std::int64_t> time_in(std::string_view cell) {
  std::int64_t time = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), time);
  if (error != std::errc() || end != cell.data() + cell.size()) return std::nullopt;
  return time;
}

class VotesReader {
 public:
  explicit VotesReader(std::string_view text) : text_(text), rows_(text) {}

  Result<Votes, std::vector<InputFault>> read() {
    if (!is_utf8(text_)) return refuse("not_utf8");
    if (!rows_.next()) return refuse("no_lines");
    const auto header = rows_.now().cells();
    columns_.assign(header.begin(), header.end());
    check_header();
    // More than any form has: what is not used costs nothing, and growing would copy.
    cast_.reserve(text_.size() / 8);
    if (const auto log = log_columns())
      read_log(*log);
    else if (!columns_.empty() && columns_.front() == "participant" && has("n-votes"))
      read_matrix();
    else
      fault(0, "unknown_header");
    if (rows_.is_sound() && cast_.empty()) return refuse("no_votes");
    if (!rows_.is_sound()) return std::unexpected(std::move(rows_).faults());
    return made();
  }

 private:
  struct LogColumns {
    std::size_t person = 0;
    std::size_t statement = 0;
    std::size_t vote = 0;
    std::optional<std::size_t> time;
  };

  Result<Votes, std::vector<InputFault>> refuse(std::string_view reason) {
    return std::unexpected(std::vector{InputFault{0, 0, reason, {}}});
  }

  void fault(std::size_t cell, std::string_view reason, std::vector<std::string> facts = {}) {
    rows_.fault(cell, reason, std::move(facts));
  }

  bool next_full_row() {
    while (rows_.next()) {
      if (rows_.now().cells().size() == columns_.size()) return true;
      fault(0, "cell_count", {fmt::to_string(rows_.now().cells().size()), fmt::to_string(columns_.size())});
    }
    return false;
  }

  bool has(std::string_view column) const { return std::ranges::find(columns_, column) != columns_.end(); }

  void check_header() {
    std::unordered_map<std::string_view, std::size_t> met;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i].empty())
        fault(i, "empty_name", {fmt::to_string(i + 1)});
      else if (!met.emplace(columns_[i], i).second)
        fault(i, "double_column", {std::string(columns_[i])});
    }
  }

  std::optional<LogColumns> log_columns() const {
    const auto place = [&](std::string_view name) {
      return static_cast<std::size_t>(std::ranges::find(columns_, name) - columns_.begin());
    };
    LogColumns log;
    if (has("participant") && has("statement") && has("vote"))
      log = {place("participant"), place("statement"), place("vote"), std::nullopt};
    else if (has("voter-id") && has("comment-id") && has("vote"))
      log = {place("voter-id"), place("comment-id"), place("vote"), std::nullopt};
    else
      return std::nullopt;
    if (has("timestamp")) log.time = place("timestamp");
    return log;
  }

  // Names of a log live in the text; those between quotes with quotes in them live in the reader and go.
  std::string_view kept(std::string_view cell) {
    const bool in_text =
        cell.data() >= text_.data() && cell.data() + cell.size() <= text_.data() + text_.size();
    return in_text ? cell : std::string_view(unquoted_.emplace_back(cell));
  }

  void read_log(const LogColumns& log) {
    while (next_full_row()) {
      const auto cells = rows_.now().cells();
      for (const auto column : {log.person, log.statement})
        if (cells[column].empty()) fault(column, "empty_name", {fmt::to_string(column + 1)});
      const auto vote = vote_in(cells[log.vote]);
      if (!vote) fault(log.vote, "not_a_vote", {std::string(cells[log.vote])});
      const auto time = log.time ? time_in(cells[*log.time]) : std::optional<std::int64_t>(0);
      if (!time) fault(*log.time, "not_a_time", {std::string(cells[*log.time])});
      if (!vote || !time || !has_room(log.statement)) continue;
      cast_.push_back({people_.place(kept(cells[log.person])), statements_.place(kept(cells[log.statement])),
                       *vote, *time});
    }
  }

  bool has_room(std::size_t column) {
    if (statements_.size() < most_statements && cast_.size() < most_votes) return true;
    if (!std::exchange(is_full_, true)) fault(column, "too_many", {fmt::to_string(most_statements)});
    return false;
  }

  void read_matrix() {
    std::vector<std::optional<std::uint32_t>> statement_of(columns_.size());
    const auto header = rows_.now().cells();
    for (std::size_t i = 0; i < columns_.size(); ++i)
      if (std::ranges::find(person_columns, columns_[i]) == person_columns.end() && has_room(i))
        statement_of[i] = statements_.place(kept(header[i]));
    std::vector<std::size_t> line_of;
    while (next_full_row()) {
      const auto cells = rows_.now().cells();
      if (cells.front().empty()) fault(0, "empty_name", {"1"});
      const auto person = people_.place(kept(cells.front()));
      if (person < line_of.size())
        fault(0, "double_person", {std::string(cells.front()), fmt::to_string(line_of[person])});
      else
        line_of.push_back(rows_.now().line());
      for (std::size_t i = 1; i < cells.size(); ++i) {
        if (cells[i].empty() || !statement_of[i]) continue;  // nearly all of millions of cells
        const auto vote = vote_in(cells[i]);
        if (!vote) fault(i, "not_a_vote", {std::string(cells[i])});
        const CastVote cast{person, *statement_of[i], vote.value_or(Vote::pass), 0};
        cast_.push_back(cast);
      }
    }
  }

  Votes made() {
    std::vector<std::uint32_t> person_at;
    std::vector<std::uint32_t> statement_at;
    auto people = people_.in_order(person_at);
    auto statements = statements_.in_order(statement_at);
    for (auto& cast : cast_) {
      cast.person = person_at[cast.person];
      cast.statement = statement_at[cast.statement];
    }
    return {std::move(people), std::move(statements), cast_};
  }

  std::string_view text_;
  FaultyRows rows_;
  std::vector<std::string> columns_;
  std::deque<std::string> unquoted_;
  Names people_;
  Names statements_;
  std::vector<CastVote> cast_;
  bool is_full_ = false;
};

}  // namespace

Result<Votes, std::vector<InputFault>> read_votes(std::string_view text) { return VotesReader(text).read(); }

}  // namespace wijktafel::opinion
