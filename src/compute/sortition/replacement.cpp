#include "compute/sortition/replacement.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "compute/lot/lot.hpp"

namespace wijktafel::sortition {
namespace {

std::vector<PersonIndex> in_order(const Panel& candidates, const ReplacementOptions& options) {
  std::vector<PersonIndex> drawn = candidates;
  lot::Lot("replacement", options.seed).shuffle(drawn);
  std::vector<PersonIndex> order;
  for (const auto person : options.first)
    if (std::ranges::binary_search(candidates, person)) order.push_back(person);
  for (const auto person : drawn)
    if (std::ranges::find(options.first, person) == options.first.end()) order.push_back(person);
  return order;
}

class Replacing {
 public:
  Replacing(const Pool& pool, Panel members, Panel candidates)
      : pool_(pool), members_(std::move(members)), candidates_(std::move(candidates)) {}

  bool is_whole() const { return static_cast<std::int64_t>(members_.size()) == pool_.panel_size; }

  // Whether there is a whole panel with this person among its members.
  bool can_join(PersonIndex person) {
    Panel with = members_;
    with.insert(std::ranges::upper_bound(with, person), person);
    if (static_cast<std::int64_t>(with.size()) == pool_.panel_size) return meets_quotas(pool_, with);
    // People with the same features (and household, under a rule) get the same answer.
    const auto household = pool_.per_household > 0 ? pool_.people[person].household : HouseholdIndex{0};
    const auto key = std::pair(pool_.people[person].features, household);
    if (const auto known = known_.find(key); known != known_.end()) return known->second;
    Panel others;
    std::ranges::set_difference(candidates_, Panel{person}, std::back_inserter(others));
    // Without a limit: somebody must join, and who may not must be certain.
    const bool can =
        !is_too_many(with) &&
        Completion(pool_, with, others, Completion::no_limit).solve(AskedQuotas::all(pool_)).has_value();
    known_.emplace(key, can);
    return can;
  }

  void join(PersonIndex person) {
    members_.insert(std::ranges::upper_bound(members_, person), person);
    std::erase(candidates_, person);
    known_.clear();
  }

  const Panel& members() const { return members_; }

 private:
  // Saves most of the programmes: somebody of whom the panel has enough.
  bool is_too_many(const Panel& panel) const {
    std::vector<std::int64_t> counts(pool_.features.size());
    for (const auto member : panel)
      for (const auto feature : pool_.people[member].features)
        if (++counts[feature] > pool_.features[feature].maximum) return true;
    return false;
  }

  const Pool& pool_;
  Panel members_;
  Panel candidates_;
  std::map<std::pair<std::vector<FeatureIndex>, HouseholdIndex>, bool> known_;
};

}  // namespace

Result<Replacement, Clash> replace_members(const Pool& pool, const Panel& panel, const Panel& out,
                                           const Panel& unavailable, const ReplacementOptions& options) {
  Panel stay;
  std::ranges::set_difference(panel, out, std::back_inserter(stay));
  Panel candidates;
  for (const auto person : everybody_but(pool, panel))
    if (!std::ranges::binary_search(unavailable, person)) candidates.push_back(person);
  if (auto clash = find_clash(pool, Completion(pool, stay, candidates)))
    return std::unexpected(std::move(*clash));

  const auto order = in_order(candidates, options);
  Replacing replacing(pool, std::move(stay), std::move(candidates));
  Replacement replacement;
  if (!replacing.is_whole())
    for (const auto person : order) {
      if (replacement.ranked.size() >= options.most_ranked) break;
      if (replacing.can_join(person)) replacement.ranked.push_back(person);
    }
  for (auto next = order.begin(); next != order.end() && !replacing.is_whole(); ++next) {
    if (!replacing.can_join(*next)) continue;
    replacing.join(*next);
    replacement.joined.push_back(*next);
  }
  replacement.panel = replacing.members();
  return replacement;
}

}  // namespace wijktafel::sortition
