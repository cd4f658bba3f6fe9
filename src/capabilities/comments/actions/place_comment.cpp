#include "capabilities/comments/actions/place_comment.hpp"

#include "capabilities/comments/publication.hpp"
#include "capabilities/comments/tokens.hpp"
#include "capabilities/comments/writer_store.hpp"

namespace wijktafel::comments {
namespace {

// One level deep: a reply to a reply belongs to the same reaction.
Result<std::optional<CommentId>, PlaceRefusal> thread_of(db::Transaction& tx, const PlaceComment& form) {
  if (!form.reply_to) return std::nullopt;
  const auto answered = store::find(tx, *form.reply_to);
  if (!answered || answered->item != form.item || answered->state != State::shown)
    return std::unexpected(NoSuchComment{});
  const auto thread = answered->reply_to.value_or(answered->id);
  if (store::count_replies(tx, thread) >= most_replies) return std::unexpected(TooManyReplies{});
  return thread;
}

std::optional<PlaceRefusal> too_many(db::Transaction& tx, Instant now, const Actor& actor,
                                     const PlaceComment& form) {
  const auto since = now - link_life;
  if (actor.is_system) return std::nullopt;
  if (actor.person) {
    if (store::written_by(tx, *actor.person, since) < per_person) return std::nullopt;
    return TooManyFromPerson{now + link_life};
  }
  if (!form.network.empty() && store::asked_from_network(tx, form.network, since) >= per_network)
    return TooManyFromNetwork{now + link_life};
  if (store::asked_for_address(tx, form.mail_address, since) >= per_address) return TooManyForAddress{};
  return std::nullopt;
}

}  // namespace

Result<Placed, PlaceRefusal> place_comment(db::Transaction& tx, Instant now, const Actor& actor,
                                           const PlaceComment& form) {
  const auto item = find_public_item(tx, form.item);
  if (!item) return std::unexpected(NoSuchItem{});
  const auto thread = thread_of(tx, form);
  if (!thread) return std::unexpected(thread.error());
  if (const auto refusal = too_many(tx, now, actor, form)) return std::unexpected(*refusal);

  const bool is_known = actor.person || actor.is_system;
  store::CommentRow row{.key = form.key,
                        .item = form.item,
                        .reply_to = *thread,
                        .state = State::unconfirmed,
                        .text = form.text,
                        .person = actor.person,
                        .organisation = form.organisation,
                        .name = actor.person ? std::string() : form.name,
                        .written_at = now};
  row.id = store::insert(tx, row);
  if (is_known) {
    publish(tx, now, *item, row);
    return Placed{.id = row.id, .state = row.state};
  }
  Placed placed{.id = row.id, .state = row.state, .link_token = random_token()};
  store::insert_writer(tx, {.comment = row.id,
                            .mail_address = form.mail_address,
                            .network = form.network,
                            .link_token_hash = hash_of_token(placed.link_token),
                            .asked_at = now});
  return placed;
}

}  // namespace wijktafel::comments
