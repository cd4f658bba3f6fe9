// On the page of a signal: what came with it, for those who work on it. It may hold something personal, so it
// is on no page that visitors see.
#include "capabilities/open311/reads/administration.hpp"
#include "capabilities/open311/web/pages.hpp"
#include "capabilities/open311/web/views.hpp"

namespace wijktafel::open311 {
namespace {

bool works_on(const web::Call& call, const items::Item& item) {
  const auto area = call.service.find_area(item.area);
  if (area && call.may("signals.assign", area->lineage)) return true;
  return item.holder && call.actor.is_member_of(*item.holder);
}

}  // namespace

html::SafeHtml show_beside(const web::Call& call, std::int64_t number) {
  if (!call.actor.is_signed_in()) return {};
  const auto beside = call.service.database.read([&](db::Transaction& tx) -> std::optional<Beside> {
    const auto item = items::find(tx, items::ItemId{number});
    if (!item || !works_on(call, *item)) return std::nullopt;
    return beside_signal(tx, item->id);
  });
  if (!beside) return {};
  BesideView view;
  if (!beside->client.empty()) view.client = beside->client;
  for (const auto& answer : beside->answers) view.answers.push_back({answer.question, answer.answer});
  if (!beside->address_id.empty())
    view.answers.push_back({call.text("open311.beside.address_id"), beside->address_id});
  // As text: a foreign address is not fetched, and nobody is sent there by a click.
  if (!beside->media_url.empty())
    view.answers.push_back({call.text("open311.beside.media_url"), beside->media_url});
  return call.service.templates.render(call.language, "open311/beside", view);
}

}  // namespace wijktafel::open311
