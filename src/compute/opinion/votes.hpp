// Who thinks what of which statement: a table of people by statements in which nearly all cells are empty, so
// only the votes are kept (compressed rows). Immutable once it is made; safe to read from several threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wijktafel::opinion {

using PersonIndex = std::uint32_t;     // place in Votes::people()
using StatementIndex = std::uint32_t;  // place in Votes::statements()

// As the open data of Polis writes them: 1 agree, -1 disagree, 0 seen and passed. Not seen is no vote at all.
enum class Vote : std::int8_t { disagree = -1, pass = 0, agree = 1 };

// A cell of the table: the statement and the vote in one number, which is also a place in a table of three
// numbers per statement. That makes a product with the table a sum of looked-up numbers (components.cpp).
class Cell {
 public:
  Cell(StatementIndex statement, Vote vote)
      : code_(3 * statement + static_cast<std::uint32_t>(static_cast<int>(vote) + 1)) {}

  StatementIndex statement() const { return code_ / 3; }
  Vote vote() const { return static_cast<Vote>(static_cast<int>(code_ % 3) - 1); }
  std::uint32_t code() const { return code_; }
  bool operator==(const Cell&) const = default;

 private:
  std::uint32_t code_;
};

// One vote as it was cast. `time` orders votes of one person on one statement (any unit; the same for all
// when unknown); at equal times the later one in the list counts.
struct CastVote {
  PersonIndex person = 0;
  StatementIndex statement = 0;
  Vote vote = Vote::pass;
  std::int64_t time = 0;
};

class Votes {
 public:
  Votes() = default;
  // The order of people and statements is kept as given. At most 2^32/3 - 1 statements.
  //   Votes votes({"ann", "bob"}, {"s1"}, {{0, 0, Vote::agree}, {0, 0, Vote::pass}});   // ann passes
  Votes(std::vector<std::string> people, std::vector<std::string> statements, std::span<const CastVote> cast);

  std::size_t people_count() const { return people_.size(); }
  std::size_t statement_count() const { return statements_.size(); }
  std::size_t vote_count() const { return cells_.size(); }
  const std::vector<std::string>& people() const { return people_; }
  const std::vector<std::string>& statements() const { return statements_; }
  // All votes, person by person; begins()[p] is where those of person p begin.
  std::span<const Cell> cells() const { return cells_; }
  std::span<const std::size_t> begins() const { return begins_; }
  // The votes of one person, by statement.
  std::span<const Cell> of(PersonIndex person) const {
    return std::span(cells_).subspan(begins_[person], begins_[person + 1] - begins_[person]);
  }

 private:
  std::vector<std::string> people_;
  std::vector<std::string> statements_;
  std::vector<std::size_t> begins_{0};
  std::vector<Cell> cells_;
};

// The order in which people and statements of a file are put, whatever their order in it: numbers first and
// by their value, then other texts by their bytes.
bool comes_before(std::string_view one, std::string_view other);

// What moderators decided about a statement; absent statements are as a fresh one.
struct Moderation {
  bool is_out =
      false;  // taken out: counts as nobody's opinion (all zeros, as the original does), never named
  bool is_meta = false;  // about people, not about the subject ("I live here"): shown early to everybody
};

}  // namespace wijktafel::opinion
