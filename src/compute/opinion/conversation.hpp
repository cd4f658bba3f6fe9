// A conversation that goes on: after a new vote only what it touches is computed anew, in time proportional
// to the votes of that one person. Until recompute() these stay as they were: the means and loadings of
// statements, the centres and the number of groups, the verdict, the stability, and everybody else's place.
// Statements that came later count in all tallies but in nobody's place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "compute/opinion/analysis.hpp"

namespace wijktafel::opinion {

// Not thread-safe.
//   Conversation conversation(votes, moderation, {});
//   const auto place = conversation.add_vote(person, statement, Vote::agree);
class Conversation {
 public:
  struct Place {
    Point point;
    std::optional<std::uint32_t> group;  // nothing: too few votes, or there are no groups worth naming
  };

  // `moderation`: one per statement, or empty. Computes everything.
  Conversation(const Votes& votes, std::vector<Moderation> moderation, AnalysisOptions options);

  PersonIndex add_person(std::string id);
  StatementIndex add_statement(std::string id, Moderation moderation);
  // Replaces an earlier vote of this person on this statement. Whoever would leave a group so small that it
  // might not be shown stays in it until recompute().
  Place add_vote(PersonIndex person, StatementIndex statement, Vote vote);

  Place place_of(PersonIndex person) const { return places_[person]; }
  const Tallies& group_tallies(std::uint32_t group) const { return groups_[group]; }
  std::size_t group_size(std::uint32_t group) const { return sizes_[group]; }
  // From the tallies as they are now; in time proportional to statements times groups.
  std::vector<std::vector<Telling>> representative() const;
  Majorities majorities() const;
  std::vector<Uniting> uniting() const;
  std::vector<StatementIndex> next(PersonIndex person, std::size_t most) const;

  // As of the last full computation.
  const Analysis& analysis() const { return analysis_; }
  std::size_t votes_since() const { return votes_since_; }
  Votes votes() const;  // as they are now
  void recompute();

 private:
  void put(PersonIndex person, StatementIndex statement, Vote vote);
  void count(PersonIndex person, Tallies& tallies, int times) const;
  void move(PersonIndex person);

  std::vector<std::string> people_;
  std::vector<std::string> statements_;
  std::vector<Moderation> moderation_;
  AnalysisOptions options_;
  std::vector<std::vector<Cell>> rows_;  // per person, by statement
  Analysis analysis_;
  std::vector<Point> centres_;
  std::vector<Place> places_;    // per person
  std::vector<bool> is_on_map_;  // per person
  std::vector<Tallies> groups_;
  std::vector<std::size_t> sizes_;
  Tallies on_map_;
  Tallies everybody_;
  std::size_t outside_ = 0;  // people with votes who are not on the map
  std::size_t votes_since_ = 0;
};

}  // namespace wijktafel::opinion
