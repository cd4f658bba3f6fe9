#include "capabilities/comments/actions/moderate_comment.hpp"

#include "capabilities/comments/publication.hpp"

namespace wijktafel::comments {

Result<void, ModerateRefusal> hide_comment(db::Transaction& tx, Instant now, const Actor& moderator,
                                           CommentId id, std::string_view reason) {
  auto row = store::find_locked(tx, id);
  if (!row || row->state == State::unconfirmed) return std::unexpected(NoSuchComment{});
  if (!may_become(row->state, State::hidden)) return std::unexpected(AlreadyDone{});
  change_state(tx, now, moderator, *row, State::hidden, "comments.hidden", reason);
  return {};
}

Result<void, ModerateRefusal> show_comment(db::Transaction& tx, Instant now, const Actor& moderator,
                                           CommentId id) {
  auto row = store::find_locked(tx, id);
  if (!row || row->state == State::unconfirmed) return std::unexpected(NoSuchComment{});
  if (row->state == State::shown) {
    store::take_from_work(tx, id);
    store::remove_reports(tx, id);
    return {};
  }
  if (!may_become(row->state, State::shown)) return std::unexpected(AlreadyDone{});
  const bool was_hidden = row->state == State::hidden;
  change_state(tx, now, moderator, *row, State::shown,
               was_hidden ? "comments.shown_again" : "comments.approved");
  return {};
}

}  // namespace wijktafel::comments
