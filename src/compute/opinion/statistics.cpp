#include "compute/opinion/statistics.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <optional>

namespace wijktafel::opinion {
namespace {

constexpr double significant = 1.2816;  // z of 90 %, one-sided
constexpr std::size_t most_listed = 5;
constexpr double meta_priority = 49;

double real(std::int64_t count) { return static_cast<double>(count); }

double share(std::int64_t votes, std::int64_t seen) { return real(votes + 1) / real(seen + 2); }

// Is the share more than half?
double share_test(std::int64_t votes, std::int64_t seen) {
  return 2 * std::sqrt(real(seen + 1)) * (real(votes + 1) / real(seen + 1) - 0.5);
}

// Is the share in the group larger than outside it? Two proportions, pooled.
double difference_test(std::int64_t votes, std::int64_t seen, std::int64_t other_votes,
                       std::int64_t other_seen) {
  const double inside = real(votes + 1) / real(seen + 1);
  const double outside = real(other_votes + 1) / real(other_seen + 1);
  const double pooled = real(votes + other_votes + 2) / real(seen + other_seen + 2);
  if (votes + other_votes == seen + other_seen) return 0;
  return (inside - outside) /
         std::sqrt(pooled * (1 - pooled) * (1 / real(seen + 1) + 1 / real(other_seen + 1)));
}

bool is_skipped(std::span<const Moderation> moderation, std::size_t statement) {
  return statement < moderation.size() && (moderation[statement].is_out || moderation[statement].is_meta);
}

// Both sides of a statement, for one group against the others.
struct Sides {
  Telling agree;
  Telling disagree;

  const Telling& stronger() const {
    return agree.against_others_test > disagree.against_others_test ? agree : disagree;
  }
  double strongest_test() const { return std::max(agree.against_others_test, disagree.against_others_test); }
};

Telling side_of(StatementIndex statement, bool agree, const Tally& inside, const Tally& others) {
  Telling telling;
  telling.statement = statement;
  telling.agree = agree;
  telling.votes = agree ? inside.agree : inside.disagree;
  telling.seen = inside.seen;
  const auto other_votes = agree ? others.agree : others.disagree;
  telling.share = share(telling.votes, inside.seen);
  telling.share_test = share_test(telling.votes, inside.seen);
  telling.against_others = telling.share / share(other_votes, others.seen);
  telling.against_others_test = difference_test(telling.votes, inside.seen, other_votes, others.seen);
  return telling;
}

bool passes(const Telling& side) {
  return side.against_others_test > significant && side.share_test > significant;
}

double strength(const Telling& telling) {
  return telling.against_others * telling.against_others_test * telling.share * telling.share_test;
}

// What the group agrees on most so far: by all four numbers once something is more than elsewhere, by its
// share alone until then.
bool agreed_more(const Sides& sides, std::int64_t disagreed, const std::optional<Sides>& best) {
  const auto& now = sides.agree;
  if (now.votes == 0 && disagreed == 0) return false;
  if (!best) return now.share_test > significant || (now.against_others > 1 && now.share > 0.5);
  if (best->agree.against_others > 1) return strength(now) > strength(best->agree);
  return now.share * now.share_test > best->agree.share * best->agree.share_test;
}

std::vector<Telling> listed(std::vector<Telling> sufficient, const std::optional<Sides>& best,
                            const std::optional<Sides>& best_agreed) {
  std::vector<Telling> list;
  if (best_agreed) {
    list.push_back(best_agreed->stronger());
    list.back().most_agreed = true;
  }
  if (list.empty() && sufficient.empty() && best) list.push_back(best->stronger());
  std::ranges::stable_sort(sufficient, std::ranges::greater(), strength);
  for (const auto& telling : sufficient)
    if (list.empty() || !list.front().most_agreed || telling.statement != list.front().statement)
      list.push_back(telling);
  if (list.size() > most_listed) list.resize(most_listed);
  std::ranges::stable_partition(list, &Telling::agree);
  return list;
}

std::vector<Telling> representative_of(const Tallies& group, const Tallies& all,
                                       std::span<const Moderation> moderation) {
  std::vector<Telling> sufficient;
  std::optional<Sides> best;
  std::optional<Sides> best_agreed;
  for (StatementIndex s = 0; s < group.size(); ++s) {
    if (is_skipped(moderation, s)) continue;
    const Tally others{all[s].agree - group[s].agree, all[s].disagree - group[s].disagree,
                       all[s].seen - group[s].seen};
    const Sides sides{side_of(s, true, group[s], others), side_of(s, false, group[s], others)};
    if (passes(sides.agree) || passes(sides.disagree)) sufficient.push_back(sides.stronger());
    if (!best || sides.strongest_test() > best->strongest_test()) best = sides;
    if (agreed_more(sides, group[s].disagree, best_agreed)) best_agreed = sides;
  }
  return listed(std::move(sufficient), best, best_agreed);
}

std::vector<Telling> majority(const Tallies& everybody, std::span<const Moderation> moderation, bool agree) {
  std::vector<Telling> list;
  for (StatementIndex s = 0; s < everybody.size(); ++s) {
    if (is_skipped(moderation, s)) continue;
    Telling telling;
    telling.statement = s;
    telling.agree = agree;
    telling.votes = agree ? everybody[s].agree : everybody[s].disagree;
    telling.seen = everybody[s].seen;
    telling.share = share(telling.votes, telling.seen);
    telling.share_test = share_test(telling.votes, telling.seen);
    if (telling.share > 0.5 && telling.share_test > significant) list.push_back(telling);
  }
  std::ranges::stable_sort(list, std::ranges::greater(),
                           [](const Telling& telling) { return telling.share * telling.share_test; });
  if (list.size() > most_listed) list.resize(most_listed);
  return list;
}

// From how often each Cell::code() occurs: disagree, pass and agree for each statement.
Tallies tallies_of(const std::vector<std::int64_t>& by_code) {
  Tallies tallies(by_code.size() / 3);
  for (std::size_t s = 0; s < tallies.size(); ++s)
    tallies[s] = {by_code[3 * s + 2], by_code[3 * s],
                  by_code[3 * s] + by_code[3 * s + 1] + by_code[3 * s + 2]};
  return tallies;
}

}  // namespace

void Tally::count(Vote vote, int times) {
  seen += times;
  if (vote == Vote::agree) agree += times;
  if (vote == Vote::disagree) disagree += times;
}

Tallies tally(const Votes& votes, std::span<const PersonIndex> people) {
  std::vector<std::int64_t> by_code(3 * votes.statement_count(), 0);
  for (const auto person : people)
    for (const auto cell : votes.of(person)) ++by_code[cell.code()];
  return tallies_of(by_code);
}

Tallies tally_all(const Votes& votes) {
  std::vector<std::int64_t> by_code(3 * votes.statement_count(), 0);
  for (const auto cell : votes.cells()) ++by_code[cell.code()];
  return tallies_of(by_code);
}

Tallies sum_of(std::span<const Tallies> groups, std::size_t statements) {
  Tallies all(statements);
  for (const auto& group : groups)
    for (std::size_t s = 0; s < statements; ++s) {
      all[s].agree += group[s].agree;
      all[s].disagree += group[s].disagree;
      all[s].seen += group[s].seen;
    }
  return all;
}

std::vector<std::vector<Telling>> representative_statements(std::span<const Tallies> groups,
                                                            std::span<const Moderation> moderation) {
  std::vector<std::vector<Telling>> lists;
  if (groups.empty()) return lists;
  const auto all = sum_of(groups, groups.front().size());
  for (const auto& group : groups) lists.push_back(representative_of(group, all, moderation));
  return lists;
}

Majorities majorities(const Tallies& everybody, std::span<const Moderation> moderation) {
  return {majority(everybody, moderation, true), majority(everybody, moderation, false)};
}

std::vector<double> group_consensus(std::span<const Tallies> groups, std::size_t statements) {
  std::vector<double> consensus(statements, 1.0);
  for (const auto& group : groups)
    for (std::size_t s = 0; s < statements; ++s) consensus[s] *= share(group[s].agree, group[s].seen);
  return consensus;
}

std::vector<Uniting> uniting_statements(std::span<const Tallies> groups,
                                        std::span<const Moderation> moderation, std::size_t most) {
  std::vector<Uniting> uniting;
  const auto statements = groups.empty() ? 0 : groups.front().size();
  for (StatementIndex s = 0; s < statements; ++s) {
    if (is_skipped(moderation, s)) continue;
    for (const bool agree : {true, false}) {
      Uniting statement{s, agree, 1.0};
      bool everywhere = true;
      for (const auto& group : groups) {
        const double part = share(agree ? group[s].agree : group[s].disagree, group[s].seen);
        statement.consensus *= part;
        everywhere = everywhere && part > 0.5;
      }
      if (everywhere) uniting.push_back(statement);
    }
  }
  std::ranges::stable_sort(uniting, std::ranges::greater(), &Uniting::consensus);
  if (uniting.size() > most) uniting.resize(most);
  return uniting;
}

std::vector<double> priorities(const Tallies& everybody, std::span<const double> extremity,
                               std::span<const Moderation> moderation) {
  std::vector<double> priority(everybody.size());
  for (std::size_t s = 0; s < everybody.size(); ++s) {
    if (s < moderation.size() && moderation[s].is_meta) {
      priority[s] = meta_priority;
      continue;
    }
    const auto& votes = everybody[s];
    const double passed = share(votes.seen - votes.agree - votes.disagree, votes.seen);
    const double importance = (1 - passed) * (extremity[s] + 1) * share(votes.agree, votes.seen);
    const double newness = 1 + 8 * std::exp2(-real(votes.seen) / 5);
    priority[s] = importance * newness * importance * newness;
  }
  return priority;
}

std::vector<StatementIndex> next_statements(std::span<const Cell> seen, std::span<const double> priority,
                                            std::span<const Moderation> moderation, std::size_t most) {
  std::vector<bool> is_left(priority.size(), true);
  for (const auto cell : seen) is_left[cell.statement()] = false;
  for (std::size_t s = 0; s < std::min(priority.size(), moderation.size()); ++s)
    if (moderation[s].is_out) is_left[s] = false;
  std::vector<StatementIndex> next;
  for (StatementIndex s = 0; s < priority.size(); ++s)
    if (is_left[s]) next.push_back(s);
  std::ranges::stable_sort(next, std::ranges::greater(), [&](StatementIndex s) { return priority[s]; });
  if (next.size() > most) next.resize(most);
  return next;
}

}  // namespace wijktafel::opinion
