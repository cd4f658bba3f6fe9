#include "capabilities/signals/actions/tell_more.hpp"

#include <algorithm>

#include "capabilities/places/places.hpp"
#include "capabilities/signals/settings.hpp"
#include "capabilities/signals/signal_change.hpp"
#include "capabilities/signals/tell_holder.hpp"

namespace wijktafel::signals {
namespace {

// What was said ends in one place: with the first signal of a duplicate; a worry that was referred is not
// talked about any more.
bool takes_updates(const WholeSignal& signal) {
  return signal.status != Status::referred && signal.status != Status::duplicate;
}

bool is_same_writer(const store::UpdateRow& row, const Actor& actor, const TellMore& form) {
  return row.is_reporter == form.is_reporter && row.organisation == form.organisation &&
         (form.is_reporter || row.person == actor.person);
}

std::string text_of(db::Transaction& tx, const store::UpdateRow& row) {
  if (!row.sequence) return row.waiting_text;
  const auto entry = items::entry_text(tx, row.item, *row.sequence);
  return entry ? entry->text : std::string();
}

// Whoever tells more does so as a resident, whatever else they are, unless they speak for an organisation.
Actor writer_of(const store::UpdateRow& row) {
  Actor shown;
  shown.person = row.is_reporter ? std::nullopt : row.person;
  if (row.organisation)
    shown.grants.push_back({.role = "member", .area = {}, .organisation = row.organisation});
  return shown;
}

std::string what_of(const store::UpdateRow& row) {
  if (row.is_reporter) return "signals.reporter_told_more";
  return row.organisation ? "signals.organisation_told_more" : "signals.resident_told_more";
}

void publish(db::Transaction& tx, Instant now, store::UpdateRow& row, std::string_view text) {
  items::record(tx, now, writer_of(row), row.item,
                {.what = what_of(row),
                 .personal_text = std::string(text),
                 .is_milestone = true,
                 .on_behalf_of = row.organisation});
  // Every write on an item raises its version by one and adds one entry: the number of the entry is the
  // version.
  const auto item = items::find(tx, row.item);
  row.sequence = item->version;
  row.shown_at = now;
  row.waiting_text.clear();
  store::update_update(tx, row);
  const Facts ids{{"item", raw(row.item)}, {"sequence", *row.sequence}};
  jobs::enqueue(tx, "signals.updated", ids, now);
  // Whoever has it need not hear what they said themselves.
  if (!row.organisation || item->holder != row.organisation) tell_holder_later(tx, now, row.item, "updated");
}

bool must_be_looked_at(db::Transaction& tx, const WholeSignal& signal, const Actor& actor, Date today) {
  if (actor.is_signed_in() || actor.is_system) return false;
  return places::yes_no(tx, signal.item.area, settings::updates_looked_at_first, today);
}

}  // namespace

Result<ToldMore, TellMoreRefusal> tell_more(db::Transaction& tx, Instant now, const Actor& actor, ItemId id,
                                            const TellMore& form) {
  const auto signal = find_whole_locked(tx, id);
  if (!signal) return std::unexpected(NoSuchSignal{});
  if (form.text.empty()) return std::unexpected(NothingTold{"update"});
  if (!takes_updates(*signal)) return std::unexpected(TakesNoUpdates{signal->status});
  int of_this_writer = 0;
  for (const auto& row : store::written_since(tx, id, now - std::chrono::days(1), 10 * updates_most)) {
    if (!is_same_writer(row, actor, form)) continue;
    ++of_this_writer;
    if (row.written_at >= now - same_update_within && text_of(tx, row) == form.text)
      return ToldMore{.id = row.id, .sequence = row.sequence, .is_new = false};
  }
  if (of_this_writer >= updates_most && !actor.is_system) return std::unexpected(TooManyUpdates{});
  if (!form.photos.empty() && items::photos_of(tx, id).size() + form.photos.size() > photos_of_signal_most)
    return std::unexpected(TooManyPhotos{photos_of_signal_most});

  store::UpdateRow row{.item = id,
                       .person = form.is_reporter ? std::nullopt : actor.person,
                       .organisation = form.organisation,
                       .is_reporter = form.is_reporter,
                       .waiting_text = form.text,
                       .written_at = now};
  row.id = store::insert_update(tx, row);
  for (const auto& photo : form.photos) items::add_photo(tx, id, photo);
  if (must_be_looked_at(tx, *signal, actor, local_date(now)))
    store::put_update_in_work(tx, places::lineage_of(tx, signal->item.area), row.id);
  else
    publish(tx, now, row, form.text);
  return ToldMore{.id = row.id, .sequence = row.sequence};
}

Result<void, UpdateLookRefusal> show_update(db::Transaction& tx, Instant now, store::UpdateId id) {
  auto row = store::find_update(tx, id);
  const auto signal = row ? find_whole_locked(tx, row->item) : std::nullopt;
  // Looked up again under the lock: somebody else may have shown it just now.
  if (signal) row = store::find_update(tx, id);
  if (!signal || !row || row->sequence) return std::unexpected(NoSuchUpdate{});
  store::take_update_from_work(tx, id);
  const std::string text = row->waiting_text;
  publish(tx, now, *row, text);
  return {};
}

Result<void, UpdateLookRefusal> leave_update_out(db::Transaction& tx, store::UpdateId id) {
  const auto row = store::find_update(tx, id);
  const auto signal = row ? find_whole_locked(tx, row->item) : std::nullopt;
  const auto still = signal ? store::find_update(tx, id) : std::nullopt;
  if (!still || still->sequence) return std::unexpected(NoSuchUpdate{});
  store::remove_update(tx, id);
  return {};
}

}  // namespace wijktafel::signals
