// The part of the face about what is due: for whoever watches over terms, warns and reports.
#include <algorithm>

#include "capabilities/places/places.hpp"
#include "capabilities/signals/due_store.hpp"
#include "capabilities/signals/model/working_days.hpp"
#include "capabilities/signals/settings.hpp"
#include "capabilities/signals/signal_change.hpp"
#include "capabilities/signals/work_store.hpp"
#include "capabilities/themes/themes.hpp"

namespace wijktafel::signals {
namespace {

// What was waited for did not come in time: whoever has it says within these working days what happens now.
constexpr int days_after_a_wait = 2;

}  // namespace

std::vector<DueSignal> due_between(db::Transaction& tx, std::string_view area, Date from, Date until,
                                   const std::optional<DueSignal>& after, int most) {
  return store::due_between(tx, area, from, until, after, most);
}

std::vector<DueSignal> due_of_organisation(db::Transaction& tx, OrganisationId organisation, Date from,
                                           Date until, int most) {
  return store::due_on_list(tx, store::list_of(organisation), from, until, most);
}

std::vector<ItemId> newest_open(db::Transaction& tx, std::string_view area, Instant since, int most) {
  return store::newest_on_list(tx, area, since, most);
}

std::vector<ItemId> newest_open_of(db::Transaction& tx, OrganisationId organisation, Instant since,
                                   int most) {
  return store::newest_on_list(tx, store::list_of(organisation), since, most);
}

TermRule term_rule(db::Transaction& tx, std::string_view area, std::string_view theme, Date from) {
  if (!theme.empty()) {
    const auto rule = themes::rule_for(tx, theme, places::lineage_of(tx, area), from);
    if (rule.term_days) return {.days = *rule.term_days, .theme = std::string(theme), .area = rule.term_from};
  }
  // A year is more than any term; it also bounds the counting when somebody sets a strange number.
  return {.days = static_cast<int>(
              std::clamp<std::int64_t>(places::whole_number(tx, area, settings::answer_days, from), 1, 250)),
          .theme = {},
          .area = {}};
}

bool end_wait(db::Transaction& tx, Instant now, ItemId id) {
  const auto signal = find_whole_locked(tx, id);
  if (!signal || signal->status != Status::waiting) return false;
  const auto next = working_days_after(local_date(now), days_after_a_wait);
  items::Entry entry{.what = "signals.wait_ended", .is_milestone = true};
  entry.facts["until_date"] = iso_date(signal->item.next_date.value_or(local_date(now)));
  entry.facts["next_date"] = iso_date(next);
  const auto changed =
      change_status(tx, now, identity::system_actor(), *signal,
                    {.to = Status::in_progress, .entry = std::move(entry), .next_date = next});
  return changed.has_value();
}

}  // namespace wijktafel::signals
