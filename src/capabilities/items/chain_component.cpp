// From the steps of a chain to what the component of the design shows.
#include "capabilities/items/items.hpp"
#include "design/components/chain/chain.hpp"

namespace wijktafel::items {
namespace {

design::ChainStep shown(const web::Call& call, const ChainStep& step) {
  design::ChainStep row{.when = i18n::short_date(call.language, step.date, call.today),
                        .text = step.sentence};
  if (!step.quote.empty()) row.quote = step.quote;
  row.gaps = step.gaps;
  // The last step of another item says how it stands and leads there; a link on every step would be noise.
  if (!step.status.empty()) {
    row.badge = design::StatusBadge{step.status, step.tone};
    if (!step.url.empty()) row.link = design::Link{step.item_title, step.url};
  }
  return row;
}

}  // namespace

design::Chain chain_component(const web::Call& call, const std::vector<ChainStep>& steps, bool has_ended) {
  design::Chain chain;
  for (const auto& step : steps) chain.steps.push_back(shown(call, step));
  if (has_ended && !chain.steps.empty()) chain.steps.back().last = chain.steps.back().gaps.empty();
  return chain;
}

}  // namespace wijktafel::items
