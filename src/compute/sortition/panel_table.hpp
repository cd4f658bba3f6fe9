// Panels written as numbers of each kind of people, and the exchanges that bring their totals to where they
// should be: the middle step of lottery.hpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "compute/sortition/pool.hpp"

namespace wijktafel::sortition {

// Between which numbers a total should lie, both included.
struct Window {
  std::int64_t lowest = 0;
  std::int64_t highest = 0;

  // How far a total lies outside.
  std::int64_t distance(std::int64_t total) const {
    return total < lowest ? lowest - total : total > highest ? total - highest : 0;
  }
};

// People who may take each other's place in every panel and have the same chance.
struct Kind {
  std::vector<FeatureIndex> features;
  std::optional<std::size_t> household;  // only with others in it who are in the pool, under a rule
  std::vector<PersonIndex> people;
  double expected = 0;  // sum of their chances: members of this kind in a panel, on average
  Window window;        // for the total over the lottery
};

struct Kinds {
  std::vector<Kind> list;
  std::vector<std::size_t> of_person;
  std::size_t households = 0;
  std::vector<Window> feature_windows;
};

// The kinds of a pool and where the totals of a lottery of `size` panels should lie.
Kinds kinds_for_lottery(const Pool& pool, std::span<const double> chances, std::size_t size);

// Not thread-safe. Pool and kinds must outlive it.
class PanelTable {
 public:
  PanelTable(const Pool& pool, const Kinds& kinds);

  // `fixed` more panels like this one, which take part in the totals but are not changed.
  void add_fixed(std::span<const std::uint32_t> members, std::int64_t fixed);
  // One panel that may be changed.
  void add_open(std::span<const std::uint32_t> members);

  // Exchanges members of open panels until all totals lie in their windows, or no more work is allowed.
  void balance();

  std::size_t open_panels() const { return panels_.size(); }
  // How many of each kind an open panel has.
  std::span<const std::uint32_t> members(std::size_t panel) const { return panels_[panel].kinds; }
  std::vector<std::uint32_t> counted(std::span<const PersonIndex> panel) const;
  std::int64_t violation() const { return violation_; }

 private:
  using Counts = std::vector<std::int64_t>;
  struct OpenPanel {
    std::vector<std::uint32_t> kinds;
    Counts features;
    Counts households;
  };
  struct Exchange {
    std::size_t out = 0;
    std::size_t in = 0;
    std::int64_t change = 0;  // of the violation
  };
  struct Done {
    std::size_t panel = 0;
    Exchange move;
  };

  void add_totals(std::span<const std::uint32_t> kinds, std::int64_t times);
  std::int64_t change_of(std::size_t out, std::size_t in) const;
  bool may_exchange(const OpenPanel& panel, std::size_t out, std::size_t in) const;
  std::optional<std::size_t> find_panel(std::size_t out, std::size_t in);
  void exchange(std::size_t panel, const Exchange& move);
  void consider(std::size_t out, std::size_t in, std::vector<Exchange>& moves);
  std::vector<Exchange> exchanges_for_kind(std::size_t kind);
  std::vector<Exchange> exchanges_for_feature();
  std::vector<Exchange> exchanges();
  bool step();
  void take_steps();
  bool change_whole_panel();
  bool help_one_kind();
  std::optional<std::vector<std::uint32_t>> better_panel(const OpenPanel& panel) const;
  std::optional<std::vector<std::uint32_t>> panel_for(const OpenPanel& panel, std::size_t kind) const;
  void replace(OpenPanel& panel, std::span<const std::uint32_t> kinds);
  std::int64_t violation_now() const;
  void go_back_to_least();
  std::optional<std::size_t> next_violated_kind();

  const Pool* pool_;
  const Kinds* kinds_;
  std::vector<OpenPanel> panels_;
  Counts kind_totals_;
  Counts feature_totals_;
  std::int64_t violation_ = 0;
  std::int64_t least_violation_ = 0;
  std::vector<Done> since_least_;  // what was done after the violation was least
  std::uint64_t steps_ = 0;
  std::uint64_t work_ = 0;                 // pairs looked at: the clock of a deterministic search
  std::vector<std::uint64_t> no_way_out_;  // until which step a kind that came in may not go out
  std::vector<std::uint64_t> no_way_in_;
  std::size_t cursor_kind_ = 0;
  std::size_t cursor_panel_ = 0;
  std::size_t whole_panels_ = 0;  // times one was looked for
  std::size_t helps_ = 0;         // times one kind was helped at the cost of others
};

}  // namespace wijktafel::sortition
