#include "compute/opinion/read_statements.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <utility>

#include "base/text.hpp"
#include "compute/opinion/faulty_rows.hpp"

namespace wijktafel::opinion {
namespace {

class StatementsReader {
 public:
  explicit StatementsReader(std::string_view text) : text_(text), rows_(text) {}

  Result<std::vector<Statement>, std::vector<InputFault>> read() {
    if (!is_utf8(text_)) return refuse("not_utf8");
    if (!rows_.next()) return refuse("no_lines");
    columns_.assign(rows_.now().cells().begin(), rows_.now().cells().end());
    for (std::size_t i = 0; i < columns_.size(); ++i)
      if (std::ranges::find(columns_, columns_[i]) != columns_.begin() + static_cast<std::ptrdiff_t>(i))
        fault(i, "double_column", {columns_[i]});
    id_ = column("statement", "comment-id");
    body_ = column("text", "comment-body");
    moderated_ = column("moderated", "moderated");
    meta_ = column("is-meta", "is_meta");
    if (!id_ || !body_) fault(0, "unknown_header");
    while (rows_.is_sound() || (id_ && body_)) {
      if (!rows_.next()) break;
      read_row();
    }
    if (!rows_.is_sound()) return std::unexpected(std::move(rows_).faults());
    std::ranges::stable_sort(statements_, comes_before, &Statement::id);
    return std::move(statements_);
  }

 private:
  Result<std::vector<Statement>, std::vector<InputFault>> refuse(std::string_view reason) {
    return std::unexpected(std::vector{InputFault{0, 0, reason, {}}});
  }

  void fault(std::size_t cell, std::string_view reason, std::vector<std::string> facts = {}) {
    rows_.fault(cell, reason, std::move(facts));
  }

  std::optional<std::size_t> column(std::string_view one, std::string_view other) const {
    for (const auto name : {one, other})
      if (const auto found = std::ranges::find(columns_, name); found != columns_.end())
        return static_cast<std::size_t>(found - columns_.begin());
    return std::nullopt;
  }

  void read_row() {
    const auto cells = rows_.now().cells();
    if (cells.size() != columns_.size()) {
      fault(0, "cell_count", {fmt::to_string(cells.size()), fmt::to_string(columns_.size())});
      return;
    }
    Statement statement{std::string(cells[*id_]), std::string(cells[*body_]), {}};
    if (statement.id.empty()) fault(*id_, "empty_name", {fmt::to_string(*id_ + 1)});
    const auto [first, is_new] = line_of_.emplace(statement.id, rows_.now().line());
    if (!is_new) fault(*id_, "double_statement", {statement.id, fmt::to_string(first->second)});
    if (moderated_) {
      const auto cell = cells[*moderated_];
      statement.moderation.is_out = cell == "-1";
      if (cell != "-1" && cell != "0" && cell != "1" && !cell.empty())
        fault(*moderated_, "not_moderated", {std::string(cell)});
    }
    if (meta_) {
      const auto cell = lower_ascii(cells[*meta_]);
      statement.moderation.is_meta = cell == "1" || cell == "true" || cell == "t";
    }
    statements_.push_back(std::move(statement));
  }

  std::string_view text_;
  FaultyRows rows_;
  std::vector<std::string> columns_;
  std::optional<std::size_t> id_;
  std::optional<std::size_t> body_;
  std::optional<std::size_t> moderated_;
  std::optional<std::size_t> meta_;
  std::map<std::string, std::size_t> line_of_;
  std::vector<Statement> statements_;
};

}  // namespace

Result<std::vector<Statement>, std::vector<InputFault>> read_statements(std::string_view text) {
  return StatementsReader(text).read();
}

std::vector<std::size_t> places_of(const Votes& votes, const std::vector<Statement>& statements) {
  std::vector<std::size_t> places;
  for (const auto& id : votes.statements()) {
    const auto found = std::ranges::lower_bound(statements, id, comes_before, &Statement::id);
    const bool is_it = found != statements.end() && found->id == id;
    places.push_back(is_it ? static_cast<std::size_t>(found - statements.begin()) : no_statement);
  }
  return places;
}

std::vector<Moderation> moderation_of(const Votes& votes, const std::vector<Statement>& statements) {
  std::vector<Moderation> moderation;
  for (const auto place : places_of(votes, statements))
    moderation.push_back(place == no_statement ? Moderation{} : statements[place].moderation);
  return moderation;
}

}  // namespace wijktafel::opinion
