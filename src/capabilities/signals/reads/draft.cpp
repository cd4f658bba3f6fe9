#include "capabilities/signals/reads/draft.hpp"

#include "capabilities/signals/draft_store.hpp"
#include "capabilities/signals/store.hpp"
#include "capabilities/signals/tokens.hpp"

namespace wijktafel::signals {

std::optional<WholeDraft> find_draft(db::Transaction& tx, Instant now, std::string_view token) {
  if (token.empty()) return std::nullopt;
  auto draft = store::find_draft(tx, hash_of_token(token), now);
  if (!draft) return std::nullopt;
  auto photos = store::photos_of_draft(tx, draft->id);
  return WholeDraft{std::move(*draft), std::move(photos)};
}

std::optional<Receipt> find_receipt(db::Transaction& tx, Instant now, std::string_view token) {
  const auto whole = find_draft(tx, now, token);
  if (!whole || !whole->draft.item || !whole->draft.sent_at) return std::nullopt;
  if (now - *whole->draft.sent_at > receipt_lifetime) return std::nullopt;
  const auto item = items::find(tx, *whole->draft.item);
  const auto reporter = store::find_reporter(tx, *whole->draft.item);
  const auto signal = store::find_signal(tx, *whole->draft.item);
  const Reach reach = reporter ? reporter->reach : Reach::none;
  return Receipt{*whole->draft.item,
                 item ? item->next_date : std::nullopt,
                 reach != Reach::none,
                 reach == Reach::mail,
                 item && item->visibility == items::Visibility::everyone,
                 signal && signal->is_held};
}

}  // namespace wijktafel::signals
