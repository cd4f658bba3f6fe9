#include "capabilities/comments/actions/remove_comment.hpp"

#include "capabilities/comments/publication.hpp"
#include "capabilities/comments/tokens.hpp"
#include "capabilities/comments/writer_store.hpp"

namespace wijktafel::comments {
namespace {

// As the history shows it: a resident, whatever else the writer is.
Actor as_writer(std::optional<PersonId> person) {
  Actor actor;
  actor.person = person;
  return actor;
}

}  // namespace

Result<ItemId, RemoveRefusal> remove_comment(db::Transaction& tx, Instant now, const Actor& actor,
                                             CommentId id) {
  auto row = store::find_locked(tx, id);
  if (!row) return std::unexpected(NoSuchComment{});
  if (!actor.person || row->person != actor.person) return std::unexpected(NotYours{});
  if (!may_become(row->state, State::removed)) return std::unexpected(AlreadyDone{});
  remove(tx, now, as_writer(actor.person), *row);
  return row->item;
}

Result<ItemId, RemoveRefusal> remove_comment_by_link(db::Transaction& tx, Instant now,
                                                     std::string_view link_token) {
  const auto writer = store::find_writer(tx, hash_of_token(link_token));
  if (!writer) return std::unexpected(NoSuchComment{});
  if (!writer->confirmed_at) return std::unexpected(NotYours{});
  auto row = store::find_locked(tx, writer->comment);
  if (!row) return std::unexpected(NoSuchComment{});
  if (!may_become(row->state, State::removed)) return std::unexpected(AlreadyDone{});
  remove(tx, now, as_writer(std::nullopt), *row);
  return row->item;
}

}  // namespace wijktafel::comments
