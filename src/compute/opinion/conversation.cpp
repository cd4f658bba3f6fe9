#include "compute/opinion/conversation.hpp"

#include <algorithm>
#include <utility>

#include "base/result.hpp"

namespace wijktafel::opinion {

Conversation::Conversation(const Votes& votes, std::vector<Moderation> moderation, AnalysisOptions options)
    : people_(votes.people()),
      statements_(votes.statements()),
      moderation_(std::move(moderation)),
      options_(std::move(options)) {
  moderation_.resize(statements_.size());
  for (PersonIndex person = 0; person < votes.people_count(); ++person) {
    const auto cells = votes.of(person);
    rows_.emplace_back(cells.begin(), cells.end());
  }
  recompute();
}

Votes Conversation::votes() const {
  std::vector<CastVote> cast;
  for (PersonIndex person = 0; person < rows_.size(); ++person)
    for (const auto cell : rows_[person]) cast.push_back({person, cell.statement(), cell.vote(), 0});
  return {people_, statements_, cast};
}

void Conversation::recompute() {
  const auto all = votes();
  analysis_ = analyse(all, moderation_, options_);
  votes_since_ = 0;
  centres_.clear();
  groups_.clear();
  sizes_.clear();
  for (const auto& group : analysis_.groups) {
    centres_.push_back(group.centre);
    groups_.push_back(group.tallies);
    sizes_.push_back(group.people.size());
  }
  places_.assign(people_.size(), {});
  is_on_map_.assign(people_.size(), false);
  for (std::size_t i = 0; i < analysis_.people.size(); ++i) {
    auto& place = places_[analysis_.people[i]];
    place.point = analysis_.points[i];
    if (!analysis_.groups.empty()) place.group = analysis_.group_of[i];
    is_on_map_[analysis_.people[i]] = true;
  }
  on_map_ = tally(all, analysis_.people);
  everybody_ = tally_all(all);
  outside_ = 0;
  for (PersonIndex person = 0; person < people_.size(); ++person)
    if (!is_on_map_[person] && !rows_[person].empty()) ++outside_;
}

PersonIndex Conversation::add_person(std::string id) {
  people_.push_back(std::move(id));
  rows_.emplace_back();
  places_.emplace_back();
  is_on_map_.push_back(false);
  return static_cast<PersonIndex>(people_.size() - 1);
}

StatementIndex Conversation::add_statement(std::string id, Moderation moderation) {
  statements_.push_back(std::move(id));
  moderation_.push_back(moderation);
  for (auto& group : groups_) group.emplace_back();
  on_map_.emplace_back();
  everybody_.emplace_back();
  return static_cast<StatementIndex>(statements_.size() - 1);
}

Conversation::Place Conversation::add_vote(PersonIndex person, StatementIndex statement, Vote vote) {
  WIJKTAFEL_ASSERT(person < people_.size() && statement < statements_.size(),
                   "a vote of somebody on something that the conversation has");
  put(person, statement, vote);
  ++votes_since_;
  auto& place = places_[person];
  if (!is_on_map_[person]) {
    if (rows_[person].size() < enough_votes(statements_.size())) return place;
    is_on_map_[person] = true;
    --outside_;
    count(person, on_map_, 1);
  }
  place.point = project(analysis_.components, rows_[person]);
  move(person);
  return place;
}

// The cell in the row, and the difference in every tally that this person is in.
void Conversation::put(PersonIndex person, StatementIndex statement, Vote vote) {
  auto& row = rows_[person];
  std::vector<Tallies*> tallies{&everybody_};
  if (is_on_map_[person]) tallies.push_back(&on_map_);
  if (places_[person].group) tallies.push_back(&groups_[*places_[person].group]);
  if (row.empty() && !is_on_map_[person]) ++outside_;
  const auto at = std::ranges::lower_bound(row, statement, {}, &Cell::statement);
  if (at != row.end() && at->statement() == statement) {
    for (auto* tally : tallies) (*tally)[statement].count(at->vote(), -1);
    *at = Cell(statement, vote);
  } else {
    row.insert(at, Cell(statement, vote));
  }
  for (auto* tally : tallies) (*tally)[statement].count(vote, 1);
}

void Conversation::count(PersonIndex person, Tallies& tallies, int times) const {
  for (const auto cell : rows_[person]) tallies[cell.statement()].count(cell.vote(), times);
}

void Conversation::move(PersonIndex person) {
  if (centres_.empty()) return;
  auto& place = places_[person];
  const auto group = nearest(centres_, place.point);
  if (place.group == group) return;
  if (place.group) {
    if (sizes_[*place.group] <= options_.smallest_group) return;
    count(person, groups_[*place.group], -1);
    --sizes_[*place.group];
  }
  count(person, groups_[group], 1);
  ++sizes_[group];
  place.group = group;
}

std::vector<std::vector<Telling>> Conversation::representative() const {
  return representative_statements(groups_, moderation_);
}

Majorities Conversation::majorities() const {
  const bool is_few = outside_ > 0 && outside_ < options_.smallest_group;
  return opinion::majorities(is_few ? on_map_ : everybody_, moderation_);
}

std::vector<Uniting> Conversation::uniting() const { return uniting_statements(groups_, moderation_); }

std::vector<StatementIndex> Conversation::next(PersonIndex person, std::size_t most) const {
  auto extremity = analysis_.extremity;
  extremity.resize(statements_.size(), 0.0);
  return next_statements(rows_[person], priorities(on_map_, extremity, moderation_), moderation_, most);
}

}  // namespace wijktafel::opinion
