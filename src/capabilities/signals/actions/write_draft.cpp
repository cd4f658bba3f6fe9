#include "capabilities/signals/actions/write_draft.hpp"

#include <algorithm>

#include "capabilities/signals/draft_store.hpp"
#include "capabilities/signals/hold_store.hpp"
#include "capabilities/signals/sending_store.hpp"
#include "capabilities/signals/tokens.hpp"

namespace wijktafel::signals {
namespace {

Result<Draft, DraftRefusal> open_draft(db::Transaction& tx, Instant now, std::string_view token) {
  // Two screens of one browser at once are one after the other.
  store::lock_draft(tx, hash_of_token(token));
  auto draft = store::find_draft(tx, hash_of_token(token), now);
  if (!draft) return std::unexpected(DraftGone{});
  if (draft->is_sent()) return std::unexpected(DraftAlreadySent{});
  return std::move(*draft);
}

template <class F>
Result<void, DraftRefusal> changed_draft(db::Transaction& tx, Instant now, std::string_view token,
                                         const F& change) {
  auto draft = open_draft(tx, now, token);
  if (!draft) return std::unexpected(draft.error());
  change(*draft);
  store::update_draft(tx, *draft);
  return {};
}

void add_unused(db::Transaction& tx, const DraftPhoto& photo, std::vector<std::string>& unused) {
  for (const auto& key : {photo.file_key, photo.thumbnail_key})
    if (is_unused_file(tx, key)) unused.push_back(key);
}

}  // namespace

bool is_unused_file(db::Transaction& tx, std::string_view file_key) {
  return !store::is_in_a_draft(tx, file_key) && !items::is_photo(tx, file_key);
}

void begin_draft(db::Transaction& tx, Instant now, std::string_view token) {
  store::insert_draft(tx, hash_of_token(token), now);
}

Result<void, DraftRefusal> keep_what(db::Transaction& tx, Instant now, std::string_view token,
                                     const WhatIsTold& what) {
  return changed_draft(tx, now, token, [&](Draft& draft) {
    draft.kind = what.kind;
    draft.text = what.text;
    draft.chance = what.chance;
  });
}

Result<void, DraftRefusal> keep_where(db::Transaction& tx, Instant now, std::string_view token,
                                      const WhereItIs& where) {
  return changed_draft(tx, now, token, [&](Draft& draft) {
    draft.place = where.place;
    draft.place_words = where.place_words;
  });
}

Result<void, DraftRefusal> keep_how(db::Transaction& tx, Instant now, std::string_view token,
                                    const HowToReach& how) {
  return changed_draft(tx, now, token, [&](Draft& draft) {
    draft.reach = how.reach;
    draft.mail_address = how.mail_address;
    draft.phone = how.phone;
    draft.name = how.name;
    draft.neighbours_may = how.neighbours_may;
    draft.theme = how.theme;
    draft.is_confidential = how.is_confidential;
  });
}

Result<void, AttachRefusal> attach_photo(db::Transaction& tx, Instant now, std::string_view token,
                                         const DraftPhoto& photo) {
  const auto draft = open_draft(tx, now, token);
  if (!draft)
    return std::unexpected(
        std::visit([](const auto& reason) -> AttachRefusal { return reason; }, draft.error()));
  if (store::photos_of_draft(tx, draft->id).size() >= photos_most) return std::unexpected(TooManyPhotos{});
  store::insert_draft_photo(tx, draft->id, photo);
  return {};
}

Result<std::vector<std::string>, DraftRefusal> remove_photos(db::Transaction& tx, Instant now,
                                                             std::string_view token,
                                                             const std::vector<int>& numbers) {
  const auto draft = open_draft(tx, now, token);
  if (!draft) return std::unexpected(draft.error());
  std::vector<DraftPhoto> removed;
  for (const auto& photo : store::photos_of_draft(tx, draft->id)) {
    if (std::ranges::find(numbers, photo.number) == numbers.end()) continue;
    store::remove_draft_photo(tx, draft->id, photo.number);
    removed.push_back(photo);
  }
  std::vector<std::string> unused;
  for (const auto& photo : removed) add_unused(tx, photo, unused);
  return unused;
}

Result<std::vector<std::string>, DraftRefusal> empty_draft(db::Transaction& tx, Instant now,
                                                           std::string_view token) {
  const auto draft = open_draft(tx, now, token);
  if (!draft) return std::unexpected(draft.error());
  const auto photos = store::photos_of_draft(tx, draft->id);
  store::remove_draft_photos(tx, draft->id);
  store::update_draft(tx, {.id = draft->id, .created_at = draft->created_at});
  std::vector<std::string> unused;
  for (const auto& photo : photos) add_unused(tx, photo, unused);
  return unused;
}

std::vector<std::string> discard_old_drafts(db::Transaction& tx, Instant now, int most) {
  std::vector<DraftPhoto> removed;
  store::remove_sendings_before(tx, now - draft_lifetime);
  store::remove_sent_bodies_before(tx, now - draft_lifetime);
  for (const auto draft : store::drafts_before(tx, now - draft_lifetime, most)) {
    const auto photos = store::photos_of_draft(tx, draft);
    removed.insert(removed.end(), photos.begin(), photos.end());
    store::remove_draft(tx, draft);
  }
  std::vector<std::string> unused;
  for (const auto& photo : removed) add_unused(tx, photo, unused);
  return unused;
}

}  // namespace wijktafel::signals
