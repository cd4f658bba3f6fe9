// What another system handled before: many at once, without mails or events.
#include "capabilities/places/places.hpp"
#include "capabilities/signals/confidential_theme.hpp"
#include "capabilities/signals/likeness.hpp"
#include "capabilities/signals/model.hpp"
#include "capabilities/signals/signals.hpp"
#include "capabilities/signals/store.hpp"
#include "capabilities/signals/work_list.hpp"

namespace wijktafel::signals {
namespace {

std::vector<std::string> themes_of(const NewSignal& told) {
  if (told.theme.empty()) return {};
  return {told.theme};
}

items::NewItem item_of(db::Transaction& tx, const web::AreaRef& area, const PastSignal& past, Kind kind,
                       Date next_date) {
  const auto& told = past.signal;
  const bool is_open = !past.closed_at;
  return {.kind = std::string(item_kind),
          .area = area.key,
          .lineage = area.lineage,
          .title = told.title.empty() ? title_from(kind, told.text, told.chance) : told.title,
          .text = told.text,
          .domains = told.domains,
          .themes = themes_of(told),
          .place = told.place,
          .place_words = told.place_words,
          // Another system may have told everybody; here this theme is not for everybody.
          .visibility = is_confidential_theme(tx, told.theme) ? items::Visibility::confidential
                                                              : items::Visibility::everyone,
          .status = std::string(word(is_open ? Status::received : Status::done)),
          .is_open = is_open,
          .holder = told.holder,
          .next_date = is_open ? std::optional(next_date) : std::nullopt};
}

}  // namespace

ItemId keep_past(db::Transaction& tx, const web::AreaRef& area, const PastSignal& past, Date next_date) {
  const auto& told = past.signal;
  const auto kind = kind_of(told.kind).value_or(Kind::problem);
  const auto channel = channel_of(told.channel).value_or(Channel::open311);
  const auto system = identity::system_actor();
  const ItemId item = items::create(
      tx, past.reported_at, system, item_of(tx, area, past, kind, next_date),
      {.what = "signals.reported", .facts = {{"channel", std::string(word(channel))}}, .is_milestone = true});
  store::insert_signal(tx, {.item = item,
                            .kind = kind,
                            .chance = told.chance,
                            .channel = channel,
                            .closed_at = past.closed_at,
                            .theme = told.theme,
                            .reported_at = past.reported_at});
  store::insert_due(tx, item, area.lineage, past.closed_at ? store::DueState::closed : store::DueState::fresh,
                    next_date);
  if (!told.key.empty()) items::set_key(tx, told.key, item);
  if (past.closed_at)
    items::record(tx, *past.closed_at, system, item,
                  {.what = "signals.closed_elsewhere", .is_milestone = true});
  // Somebody works on what is open, and sees that it is known already.
  if (!past.closed_at) {
    keep_likeness(tx, item);
    keep_work(tx, item);
  }
  return item;
}

}  // namespace wijktafel::signals
