// The picture of the product: everything an item came from, the item, and everything it led to, in order of
// time.
#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include "capabilities/items/items.hpp"
#include "capabilities/items/words.hpp"

namespace wijktafel::items {
namespace {

// Long enough for signal, agenda item, decision, goal, commitments; a bound, so that one page never reads a
// whole archive.
constexpr std::size_t most_items = 60;

using Visit = std::vector<Linked> (*)(db::Transaction&, ItemId);

void walk(const web::Call& call, db::Transaction& tx, const Item& start, Visit neighbours,
          std::map<ItemId, Item>& found) {
  std::deque<Item> waiting{start};
  std::set<ItemId> seen{start.id};
  while (!waiting.empty() && found.size() < most_items) {
    const Item item = waiting.front();
    waiting.pop_front();
    for (const auto& next : neighbours(tx, item.id)) {
      if (next.kind == LinkKind::duplicate_of || !seen.insert(next.item.id).second) continue;
      if (next.item.visibility != Visibility::everyone && !find_visible(call, tx, next.item.id)) continue;
      found.emplace(next.item.id, next.item);
      waiting.push_back(next.item);
    }
  }
}

struct Dated {
  Instant at;
  std::int64_t sequence;
  ChainStep step;
};

void add_steps(const web::Call& call, db::Transaction& tx, const Item& item, ItemId own, bool only_milestones,
               std::vector<Dated>& steps) {
  const std::string url = item.id == own ? std::string() : url_of(call.service, item);
  std::optional<std::size_t> last;
  for (const auto& entry : entries_of(tx, item.id)) {
    if (only_milestones && !entry.is_milestone) continue;
    ChainStep step;
    step.date = local_date(entry.recorded_at);
    step.item = item.id;
    step.kind = item.kind;
    step.item_title = item.title;
    step.url = url;
    step.sentence = sentence_of(call, tx, entry);
    if (entry.text) step.quote = *entry.text;
    last = steps.size();
    steps.push_back({entry.recorded_at, entry.sequence, std::move(step)});
  }
  if (!last) return;
  auto& end = steps[*last].step;
  if (item.id != own) {
    end.status = status_word(call, item);
    end.tone = tone_of(call.service, item);
  }
  for (const auto& gap : gaps_of(tx, item.id))
    end.gaps.push_back(call.text(gap.gap, arguments_of(call, tx, gap.facts)));
}

std::vector<ChainStep> in_order(std::vector<Dated> steps) {
  std::ranges::stable_sort(steps, [](const Dated& a, const Dated& b) {
    return std::tie(a.at, a.step.item, a.sequence) < std::tie(b.at, b.step.item, b.sequence);
  });
  std::vector<ChainStep> result;
  result.reserve(steps.size());
  for (auto& dated : steps) result.push_back(std::move(dated.step));
  return result;
}

}  // namespace

std::vector<ChainStep> chain(const web::Call& call, db::Transaction& tx, ItemId id) {
  const auto own = find_visible(call, tx, id);
  if (!own) return {};
  std::map<ItemId, Item> found{{id, *own}};
  walk(call, tx, *own, came_from, found);
  walk(call, tx, *own, led_to, found);
  std::vector<Dated> steps;
  for (const auto& [_, item] : found) add_steps(call, tx, item, id, true, steps);
  return in_order(std::move(steps));
}

std::vector<ItemId> with_ancestors(db::Transaction& tx, ItemId id) {
  std::vector<ItemId> found{id};
  for (std::size_t i = 0; i < found.size() && found.size() < most_items; ++i)
    for (const auto& before : came_from(tx, found[i]))
      if (before.kind != LinkKind::duplicate_of && std::ranges::find(found, before.item.id) == found.end())
        found.push_back(before.item.id);
  return found;
}

std::vector<ChainStep> history(const web::Call& call, db::Transaction& tx, ItemId id) {
  const auto own = find_visible(call, tx, id);
  if (!own) return {};
  std::vector<Dated> steps;
  add_steps(call, tx, *own, id, false, steps);
  return in_order(std::move(steps));
}

}  // namespace wijktafel::items
