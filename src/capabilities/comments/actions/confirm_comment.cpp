#include "capabilities/comments/actions/confirm_comment.hpp"

#include "capabilities/comments/publication.hpp"
#include "capabilities/comments/tokens.hpp"
#include "capabilities/comments/writer_store.hpp"

namespace wijktafel::comments {

Result<Confirmed, ConfirmRefusal> confirm_comment(db::Transaction& tx, Instant now,
                                                  std::string_view link_token) {
  const auto known = store::find_writer(tx, hash_of_token(link_token));
  if (!known) return std::unexpected(LinkUnknown{});
  auto row = store::find_locked(tx, known->comment);
  // Read again under the lock: two presses at once are one.
  const auto writer = store::find_writer(tx, known->link_token_hash);
  if (!row || !writer) return std::unexpected(LinkUnknown{});
  switch (link_state(writer->asked_at, writer->confirmed_at, now)) {
    case LinkState::used: return std::unexpected(LinkUsed{});
    case LinkState::expired: return std::unexpected(LinkExpired{});
    case LinkState::usable: break;
  }
  const auto item = find_public_item(tx, row->item);
  if (!item || row->state != State::unconfirmed) return std::unexpected(NoSuchItem{});
  store::confirm_writer(tx, row->id, now);
  publish(tx, now, *item, *row);
  return Confirmed{row->id, row->state};
}

}  // namespace wijktafel::comments
