#include "capabilities/signals/web/signal_view.hpp"

#include <algorithm>

#include "capabilities/signals/reads/place_map.hpp"
#include "capabilities/signals/web/paths.hpp"
#include "capabilities/signals/web/work_forms.hpp"
#include "platform/web/slots.hpp"

namespace wijktafel::signals {
namespace {

std::string day(const web::Call& call, Date date) { return i18n::long_date(call.language, date, call.today); }

std::string about(const web::Call& call, const SignalDetail& detail) {
  std::string line = call.text("signals.page.number", {{"number", raw(detail.item.id)}});
  line += " · " + call.text("signals.sort." + std::string(word(detail.kind)));
  for (const auto& domain : items::domain_names(detail.item.domains))
    line += " · " + call.text("items.domain." + domain);
  return line;
}

std::string who(const web::Call& call, const SignalDetail& detail) {
  if (!detail.holder.empty() && detail.status == Status::waiting)
    return call.text("signals.page.who_waiting", {{"holder", detail.holder}, {"whom", detail.waiting_for}});
  if (!detail.holder.empty()) return detail.holder;
  if (detail.is_with_neighbours || detail.status == Status::became_initiative)
    return call.text("signals.page.who_neighbours");
  // A goal goes on; of what else has ended nobody looks for somebody.
  if (!is_open(detail.status) && detail.status != Status::part_of_goal)
    return call.text("signals.page.who_nobody_more");
  if (detail.coordinators.empty()) return call.text("signals.page.who_nobody");
  return call.text("signals.page.who_names", {{"names", i18n::listed(call.language, detail.coordinators)}});
}

bool is_late(const web::Call& call, const SignalDetail& detail) {
  return is_open(detail.status) && detail.item.next_date && *detail.item.next_date < call.today;
}

std::string when(const web::Call& call, const SignalDetail& detail) {
  if (detail.confirm_until)
    return call.text("signals.page.waits_for_reporter", {{"date", day(call, *detail.confirm_until)}});
  if (!is_open(detail.status) || !detail.item.next_date) return call.text("signals.page.closed");
  return call.text(is_late(call, detail) ? "signals.page.when_late" : "signals.page.when",
                   {{"date", day(call, *detail.item.next_date)}});
}

// The colour of the mark; a signal without a domain yet is a chance or just new.
std::string pin_class(const SignalDetail& detail) {
  const auto domains = items::domain_names(detail.item.domains);
  return domains.empty() ? "chance" : domains.front();
}

void add_place(const web::Call& call, const SignalDetail& detail, SignalView& view) {
  if (!detail.item.place_words.empty()) view.place_words = detail.item.place_words;
  if (!detail.item.place) return;
  const auto area = call.service.find_area(detail.item.area);
  const std::string title = call.text("signals.page.map_title", {{"area", area ? area->name : ""}});
  const auto map = call.service.database.read([&](db::Transaction& tx) {
    return place_map(tx, detail.item.area, title, detail.item.place, pin_class(detail));
  });
  view.map = design::AreaMap{.drawing = places::draw(map)};
}

void add_photos(const web::Call& call, const web::AreaRef& area, const SignalDetail& detail,
                SignalView& view) {
  // Whoever follows what is not public reads it here, but opens no photo of it.
  const bool is_public = detail.item.visibility == items::Visibility::everyone;
  if (!is_public && !call.may("items.see_confidential", area.lineage)) return;
  const bool sees_all = may_assign(call, area);
  std::int64_t waiting = 0;
  for (std::size_t i = 0; i < detail.photos.size(); ++i) {
    const auto& photo = detail.photos[i];
    if (!photo.is_shown) ++waiting;
    if (!photo.is_shown && !sees_all) continue;
    view.photos.push_back(
        {.url = photo_path(area, raw(detail.item.id), i + 1),
         .description = call.text("signals.page.photo", {{"number", static_cast<std::int64_t>(i + 1)}}),
         .width = photo.width,
         .height = photo.height});
  }
  if (waiting > 0) view.photos_waiting = call.text("signals.page.photos_waiting", {{"count", waiting}});
}

// The chain has an end when nothing is waited for and nothing is missing.
bool has_ended(const SignalDetail& detail) {
  const bool is_broken =
      std::ranges::any_of(detail.chain, [](const auto& step) { return !step.gaps.empty(); });
  return !is_open(detail.status) && !detail.confirm_until && !is_broken;
}

void add_duplicates(const web::Call& call, const SignalDetail& detail, SignalView& view) {
  if (detail.original)
    view.original = design::Link{call.text("signals.page.original", {{"number", raw(detail.original->id)}}),
                                 items::url_of(call.service, *detail.original)};
  for (const auto& item : detail.duplicates)
    view.duplicates.push_back(
        {call.text("signals.page.number", {{"number", raw(item.id)}}), items::url_of(call.service, item)});
}

}  // namespace

SignalView view_of(const web::Call& call, const web::AreaRef& area, const SignalDetail& detail) {
  SignalView view;
  view.badge = {items::status_word(call, detail.item), items::tone_of(call.service, detail.item)};
  view.about = about(call, detail);
  view.title = detail.item.title;
  view.text = html::from_markdown(detail.item.text);
  if (!detail.chance.empty()) view.chance = detail.chance;
  add_place(call, detail, view);
  add_photos(call, area, detail, view);
  view.who = who(call, detail);
  view.when = when(call, detail);
  if (detail.ending) view.outcome = call.text(sentence_key(*detail.ending, detail.status));
  view.is_late = is_late(call, detail);
  view.neighbours_may = detail.neighbours_may && is_open(detail.status);
  add_duplicates(call, detail, view);
  view.chain = items::chain_component(call, detail.chain, has_ended(detail));
  view.actions = web::filled_slot(call, "signal_actions", raw(detail.item.id));
  view.footer = web::filled_slot(call, "item_footer", raw(detail.item.id));
  return view;
}

}  // namespace wijktafel::signals
