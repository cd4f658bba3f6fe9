#include "capabilities/signals/actions/ask_whether_still_so.hpp"

#include "capabilities/signals/revisit_store.hpp"
#include "capabilities/signals/signal_change.hpp"
#include "capabilities/signals/tell_holder.hpp"

namespace wijktafel::signals {
namespace {

std::string after(int months) { return months == 6 ? "half_a_year" : "a_year"; }

}  // namespace

int ask_whether_still_so(db::Transaction& tx, Instant now, int most) {
  const auto due = store::revisits_due(tx, local_date(now), most);
  for (const auto& revisit : due) {
    store::mark_asked(tx, revisit, now);
    const auto signal = find_whole_locked(tx, revisit.item);
    const auto reporter = store::find_reporter(tx, revisit.item);
    const bool can_be_asked = signal && is_solved(signal->status) &&
                              signal->item.visibility == items::Visibility::everyone && reporter;
    if (!can_be_asked) {
      store::keep_answer(tx, revisit, "unknown", now);
      continue;
    }
    if (reporter->reach != Reach::none)
      items::record(tx, now, identity::system_actor(), revisit.item,
                    {.what = "signals.asked_after_" + after(revisit.months), .is_told = true});
  }
  return static_cast<int>(due.size());
}

Result<void, StillSoRefusal> answer_still_so(db::Transaction& tx, Instant now, const Actor& actor, ItemId id,
                                             StillSo answer, std::string_view what_is_back) {
  const auto signal = find_whole_locked(tx, id);
  if (!signal) return std::unexpected(NoSuchSignal{});
  const auto asked = store::find_open_revisit(tx, id);
  if (!asked || !is_solved(signal->status)) return std::unexpected(NothingAsked{});
  switch (answer) {
    case StillSo::unknown: store::keep_answer(tx, *asked, "unknown", now); break;
    case StillSo::lasting:
      store::keep_answer(tx, *asked, "lasting", now);
      items::record(tx, now, actor, id,
                    {.what = "signals.lasting_after_" + after(asked->months), .is_milestone = true});
      break;
    case StillSo::relapsed: {
      store::keep_answer(tx, *asked, "relapsed", now);
      const auto changed = change_status(tx, now, actor, *signal,
                                         {.to = Status::reopened,
                                          .entry = {.what = "signals.relapsed_after_" + after(asked->months),
                                                    .personal_text = std::string(what_is_back),
                                                    .is_milestone = true}});
      WIJKTAFEL_ASSERT(changed.has_value(), "the table lets what is solved be opened again");
      tell_holder_later(tx, now, id, "relapsed");
      break;
    }
  }
  return {};
}

}  // namespace wijktafel::signals
