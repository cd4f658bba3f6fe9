#include "capabilities/comments/reads/conversation.hpp"

#include "capabilities/accounts/accounts.hpp"
#include "capabilities/comments/publication.hpp"
#include "capabilities/comments/tokens.hpp"
#include "capabilities/comments/writer_store.hpp"
#include "capabilities/organisations/organisations.hpp"

namespace wijktafel::comments {
namespace {

SaidComment said(db::Transaction& tx, const store::CommentRow& row) {
  return {.id = row.id,
          .item = row.item,
          .reply_to = row.reply_to,
          .state = row.state,
          .text = row.text,
          .name = row.person ? accounts::name_of(tx, *row.person) : row.name,
          .organisation = row.organisation ? organisations::name_of(tx, *row.organisation) : std::string(),
          .person = row.person,
          .reason = row.reason,
          .at = row.shown_at.value_or(row.written_at)};
}

}  // namespace

std::optional<items::Item> find_discussed(db::Transaction& tx, ItemId item) {
  return find_public_item(tx, item);
}

std::optional<Conversation> read_conversation(db::Transaction& tx, ItemId item,
                                              std::optional<CommentId> before) {
  auto found = find_public_item(tx, item);
  if (!found) return std::nullopt;
  Conversation conversation{.item = std::move(*found), .count = store::count_shown(tx, item)};
  auto rows = store::threads_of(tx, item, before, page_size + 1);
  if (rows.size() > page_size) {
    rows.resize(page_size);
    conversation.older = rows.back().id;
  }
  for (const auto& row : rows) conversation.threads.push_back({.first = said(tx, row)});
  std::size_t at = 0;  // replies come in the order of their reactions
  for (const auto& reply : store::replies_to(tx, rows)) {
    while (conversation.threads[at].first.id != reply.reply_to) ++at;
    conversation.threads[at].replies.push_back(said(tx, reply));
  }
  return conversation;
}

std::optional<OneComment> find_comment(db::Transaction& tx, CommentId id) {
  const auto row = store::find(tx, id);
  if (!row || row->state == State::unconfirmed || row->state == State::removed) return std::nullopt;
  auto item = find_public_item(tx, row->item);
  if (!item) return std::nullopt;
  return OneComment{.item = std::move(*item), .comment = said(tx, *row)};
}

std::optional<OwnComment> find_own_comment(db::Transaction& tx, Instant now, std::string_view link_token) {
  const auto writer = store::find_writer(tx, hash_of_token(link_token));
  const auto row = writer ? store::find(tx, writer->comment) : std::nullopt;
  auto item = row ? find_public_item(tx, row->item) : std::nullopt;
  if (!item) return std::nullopt;
  return OwnComment{.one = {.item = std::move(*item), .comment = said(tx, *row)},
                    .link = link_state(writer->asked_at, writer->confirmed_at, now)};
}

}  // namespace wijktafel::comments
