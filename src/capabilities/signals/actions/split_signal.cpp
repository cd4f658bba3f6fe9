#include "capabilities/signals/actions/split_signal.hpp"

#include "capabilities/signals/likeness.hpp"
#include "capabilities/signals/signal_change.hpp"
#include "capabilities/signals/work_list.hpp"

namespace wijktafel::signals {
namespace {

// As the first, with a text of its own; nobody looked at it yet.
ItemId make_part(db::Transaction& tx, Instant now, const Actor& actor, const web::AreaRef& area,
                 const WholeSignal& first, const std::string& text) {
  const Date next_date = first.item.next_date.value_or(local_date(now));
  const ItemId part = items::create(
      tx, now, actor,
      {.kind = std::string(item_kind),
       .area = first.item.area,
       .lineage = area.lineage,
       .title = title_from(first.row.kind, text, ""),
       .text = text,
       .domains = first.item.domains,
       .themes = first.item.themes,
       .place = first.item.place,
       .place_words = first.item.place_words,
       .visibility = first.item.visibility,
       .status = std::string(word(Status::received)),
       .holder = first.item.holder,
       .next_date = next_date},
      {.what = "signals.split_off", .facts = {{"original", raw(first.item.id)}}, .is_milestone = true});
  store::insert_signal(tx, {.item = part,
                            .kind = first.row.kind,
                            .channel = first.row.channel,
                            .neighbours_may = first.row.neighbours_may,
                            .theme = first.row.theme,
                            .priority = first.row.priority,
                            .team = first.row.team,
                            .is_held = first.row.is_held,
                            .reported_at = first.row.reported_at});
  store::insert_due(tx, part, area.lineage, store::DueState::fresh, next_date);
  items::link(tx, now, first.item.id, part, items::LinkKind::led_to);
  return part;
}

}  // namespace

Result<std::vector<ItemId>, SplitRefusal> split_signal(db::Transaction& tx, Instant now, const Actor& actor,
                                                       const web::AreaRef& area, ItemId id,
                                                       const SplitSignal& form) {
  const auto first = find_whole_locked(tx, id);
  if (!first) return std::unexpected(NoSuchSignal{});
  // What waits for a moderator is let through as a whole.
  if (first->row.is_held) return std::unexpected(NoSuchSignal{});
  if (!is_open(first->status)) return std::unexpected(NotPossibleNow{first->status, first->status});
  WIJKTAFEL_ASSERT(form.parts.size() >= parts_least && form.parts.size() <= parts_most,
                   "the form gives two to five parts");
  // What was told stays to be read, as it was written, beside the history.
  const items::Change change{.text = form.parts.front()};
  const items::Entry entry{.what = "signals.split",
                           .facts = {{"parts", static_cast<std::int64_t>(form.parts.size())}},
                           .personal_text = first->item.text,
                           .is_milestone = true};
  if (const auto done = items::change(tx, now, actor, id, change, entry, form.version); !done)
    return std::unexpected(ChangedMeanwhile{done.error().current_version});
  std::vector<ItemId> parts;
  for (std::size_t part = 1; part < form.parts.size(); ++part)
    parts.push_back(make_part(tx, now, actor, area, *first, form.parts[part]));
  const auto photos = items::photos_of(tx, id);
  for (std::size_t photo = 0; photo < photos.size() && photo < form.photos.size(); ++photo)
    if (form.photos[photo] > 0 && form.photos[photo] <= parts.size())
      items::add_photo(tx, parts[form.photos[photo] - 1], photos[photo]);
  for (const auto part : parts) {
    keep_likeness(tx, part);
    keep_work(tx, part);
    jobs::enqueue(tx, "signals.reported", {{"item", raw(part)}}, now);
  }
  keep_likeness(tx, id);
  keep_work(tx, id);
  return parts;
}

}  // namespace wijktafel::signals
