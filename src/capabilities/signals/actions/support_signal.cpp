#include "capabilities/signals/actions/support_signal.hpp"

#include "capabilities/places/places.hpp"
#include "capabilities/signals/draft_store.hpp"
#include "capabilities/signals/hold_store.hpp"
#include "capabilities/signals/sending_store.hpp"
#include "capabilities/signals/signal_change.hpp"
#include "capabilities/signals/support_store.hpp"
#include "capabilities/signals/tokens.hpp"
#include "capabilities/signals/update_store.hpp"

namespace wijktafel::signals {
namespace {

constexpr std::size_t photos_with_support_most = 20;

// Among what waits for a look; by whom is not kept.
void let_detail_wait(db::Transaction& tx, Instant now, const items::Item& item, const std::string& text) {
  const auto update = store::insert_update(tx, {.item = item.id, .waiting_text = text, .written_at = now});
  store::put_update_in_work(tx, places::lineage_of(tx, item.area), update);
}

bool is_own(db::Transaction& tx, const SupportSignal& form) {
  if (!form.device_hash.empty() && store::has_sent(tx, form.device_hash, form.item)) return true;
  const auto reporter = form.person ? store::find_reporter(tx, form.item) : std::nullopt;
  return reporter && reporter->person == form.person;
}

std::vector<items::Photo> photos_of(db::Transaction& tx, Instant now, const SupportSignal& form) {
  auto photos = form.photos;
  if (form.draft_token.empty()) return photos;
  const auto draft = store::find_draft(tx, hash_of_token(form.draft_token), now);
  if (!draft || draft->is_sent()) return photos;
  for (const auto& photo : store::photos_of_draft(tx, draft->id))
    photos.push_back({.key = photo.file_key,
                      .thumbnail = photo.thumbnail_key,
                      .width = photo.width,
                      .height = photo.height,
                      .is_shown = false});
  return photos;
}

// Only when the rest was not refused: a refused press keeps what was written.
void remove_given_up(db::Transaction& tx, Instant now, std::string_view draft_token) {
  const auto draft = store::find_draft(tx, hash_of_token(draft_token), now);
  if (draft && !draft->is_sent()) store::remove_draft(tx, draft->id);
}

}  // namespace

Result<Supported, SupportRefusal> support_signal(db::Transaction& tx, Instant now, const SupportSignal& form,
                                                 const Sender& sender) {
  const auto signal = find_whole_locked(tx, form.item);
  const bool is_public =
      signal && signal->item.visibility == items::Visibility::everyone && !signal->row.is_held;
  if (!is_public) return std::unexpected(NoSuchSignal{});
  if (!is_open(signal->status)) return std::unexpected(SignalIsClosed{});
  const auto photos = photos_of(tx, now, form);
  if (!photos.empty() && items::photos_of(tx, form.item).size() + photos.size() > photos_with_support_most)
    return std::unexpected(TooManyPhotos{.most = photos_with_support_most});

  if (!form.draft_token.empty()) remove_given_up(tx, now, form.draft_token);

  Supported supported{.is_own = is_own(tx, form)};
  const auto hash = hex(sha256(std::to_string(raw(form.item)) + ":" + form.supporter));
  supported.is_counted = !supported.is_own && store::insert_support(tx, form.item, hash, now);
  supported.supporters = store::count_supporters(tx, form.item);
  for (auto photo : photos) {
    photo.is_shown = false;
    items::add_photo(tx, form.item, photo);
  }
  if (!form.detail.empty()) let_detail_wait(tx, now, signal->item, form.detail);
  store::insert_sending(tx, now, sender.device_hash, sender.network);
  for (const auto& area : places::lineage_of(tx, signal->item.area)) tx.touch(area);
  return supported;
}

void forget_supporters(db::Transaction& tx, Instant now, int most) {
  store::remove_supporters_before(tx, now - std::chrono::days(reporter_kept_days), most);
}

}  // namespace wijktafel::signals
