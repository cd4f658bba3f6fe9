#include "capabilities/comments/publication.hpp"

#include "base/result.hpp"
#include "capabilities/comments/settings.hpp"
#include "capabilities/comments/writer_store.hpp"
#include "capabilities/places/places.hpp"
#include "platform/erasures/erasures.hpp"

namespace wijktafel::comments {
namespace {

items::Entry entry_of(const store::CommentRow& row, std::string_view what) {
  return {.what = std::string(what), .facts = {{"comment", raw(row.id)}}};
}

// Whoever writes here does so as a neighbour, whatever else they are, unless they speak for an organisation.
Actor writer_of(const store::CommentRow& row) {
  Actor shown;
  shown.person = row.person;
  if (row.organisation)
    shown.grants.push_back({.role = "member", .area = {}, .organisation = row.organisation});
  return shown;
}

void tell(db::Transaction& tx, Instant now, const store::CommentRow& row) {
  auto entry = entry_of(row, row.reply_to ? "comments.replied" : "comments.placed");
  entry.is_told = true;
  items::record(tx, now, writer_of(row), row.item, entry);
}

}  // namespace

std::optional<items::Item> find_public_item(db::Transaction& tx, ItemId id) {
  auto item = items::find(tx, id);
  if (!item || item->visibility != items::Visibility::everyone) return std::nullopt;
  return item;
}

bool is_moderated_first(db::Transaction& tx, const items::Item& item, Date on) {
  return places::yes_no(tx, item.area, settings::moderated_first, on);
}

void publish(db::Transaction& tx, Instant now, const items::Item& item, store::CommentRow& row) {
  row.state = after_confirmation(is_moderated_first(tx, item, local_date(now)));
  if (row.state == State::waiting) {
    store::update(tx, row);
    store::put_in_work(tx, places::lineage_of(tx, item.area),
                       {.comment = row.id, .why = store::Why::fresh, .since = now});
    return;
  }
  row.shown_at = now;
  store::update(tx, row);
  tell(tx, now, row);
}

void change_state(db::Transaction& tx, Instant now, const Actor& actor, store::CommentRow& row, State state,
                  std::string_view what, std::string_view reason) {
  WIJKTAFEL_ASSERT(may_become(row.state, state), "the action asked whether this may be");
  row.state = state;
  row.reason = reason;
  const bool is_first = state == State::shown && !row.shown_at;
  if (is_first) row.shown_at = now;
  store::update(tx, row);
  store::take_from_work(tx, row.id);
  store::remove_reports(tx, row.id);
  // What nobody ever read leaves without a trace.
  if (state == State::removed && !row.shown_at) return;
  auto entry = entry_of(row, what);
  entry.personal_text = reason;
  items::record(tx, now, actor, row.item, entry);
  // Followers hear of it when it can be read, and then as of its writer.
  if (is_first) tell(tx, now, row);
}

void remove(db::Transaction& tx, Instant now, const Actor& actor, store::CommentRow& row) {
  row.text.clear();
  row.name.clear();
  store::remove_writer(tx, row.id);
  change_state(tx, now, actor, row, State::removed, "comments.removed");
  erasures::record(tx, now, "comments.remove_again", {{"comment", raw(row.id)}});
}

void remove_again(db::Transaction& tx, CommentId id) {
  auto row = store::find_locked(tx, id);
  if (!row || row->state == State::removed) return;
  row->text.clear();
  row->name.clear();
  row->reason.clear();
  row->state = State::removed;
  store::update(tx, *row);
  store::remove_writer(tx, id);
  store::take_from_work(tx, id);
  store::remove_reports(tx, id);
}

}  // namespace wijktafel::comments
