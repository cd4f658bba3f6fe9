// The section VOTES of a Pabulib file: nearly all of it, so read without copying a cell.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/delimited.hpp"
#include "compute/budgeting/ballot_merging.hpp"
#include "compute/budgeting/election.hpp"
#include "compute/budgeting/id_table.hpp"
#include "compute/budgeting/pabulib_findings.hpp"
#include "compute/budgeting/pabulib_promises.hpp"

namespace wijktafel::budgeting {

class PabulibVotes {
 public:
  // All must outlive the section. `text` is the whole file.
  PabulibVotes(std::string_view text, Election& election, const IdTable& projects, PabulibFindings& findings);

  // For notes: what META allows on a ballot. `costs` of each plan as read; both must outlive the section.
  void check_promises(const PabulibPromises& promises, std::span<const Decimal> costs);

  void header(const DelimitedReader& records);
  void row(const DelimitedReader& records);
  void finish();

 private:
  struct Column {
    std::size_t cell;
    std::size_t place;  // in Election::voter_columns
    IdTable values;
    std::uint32_t last = 0;
    bool is_kept = true;
  };
  struct SeenVoter {
    std::uint64_t hash;
    std::uint64_t offset;
    std::uint32_t length;
    std::uint32_t line;
  };
  struct Choice {
    ProjectIndex project;
    std::int64_t points;
    std::size_t place;  // on the ballot as written
  };

  bool choices(const DelimitedReader& records, std::string_view vote);
  bool points(const DelimitedReader& records, std::string_view given);
  std::optional<std::int64_t> point(std::string_view text);
  void sort_choices();
  void tidy_choices(const DelimitedReader& records);
  void queue();
  void add_queued();
  void voter(const DelimitedReader& records);
  void see_voter(const DelimitedReader& records);
  std::string_view cell(const DelimitedReader& records, std::optional<std::size_t> place) const;

  std::string_view text_;
  Election* election_;
  const IdTable* projects_;
  PabulibFindings* findings_;
  BallotMerger merger_;
  bool has_points_;
  std::optional<std::size_t> voter_cell_, vote_cell_, points_cell_;
  std::size_t columns_ = 0;
  std::vector<Column> voter_columns_;
  std::vector<Choice> read_;
  std::vector<ProjectIndex> row_choices_;
  std::vector<std::int64_t> row_points_;
  // Ballots read and not yet merged: see BallotMerger::fetch_slot.
  std::vector<std::uint64_t> queued_hashes_;
  std::vector<std::size_t> queued_ends_;
  std::vector<ProjectIndex> queued_choices_;
  std::vector<std::int64_t> queued_points_;
  std::vector<SeenVoter> seen_;
  const PabulibPromises* promises_ = nullptr;
  std::span<const Decimal> costs_;
  int points_decimals_ = 0;
};

// A value as the file means it: without spaces around it, empty when it says none (in any case).
std::string_view pabulib_value(std::string_view cell);

}  // namespace wijktafel::budgeting
