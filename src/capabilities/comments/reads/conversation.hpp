// What people said about an item, as a page shows it: reactions newest first, replies oldest first.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "capabilities/comments/comments.hpp"
#include "capabilities/comments/model.hpp"

namespace wijktafel::comments {

// A reaction with names instead of numbers. `text` is there for moderators too when it is hidden.
struct SaidComment {
  CommentId id{};
  ItemId item{};
  std::optional<CommentId> reply_to;
  State state = State::shown;
  std::string text;
  std::string name;          // "" when the account is gone
  std::string organisation;  // "" for who speaks for themselves
  std::optional<PersonId> person;
  std::string reason;  // why it is hidden
  Instant at{};        // shown, or else written
};
struct Thread {
  SaidComment first;
  std::vector<SaidComment> replies = {};
};
struct Conversation {
  items::Item item;
  std::vector<Thread> threads = {};
  std::optional<CommentId> older = std::nullopt;  // there are more before this one
  std::int64_t count = 0;                         // that can be read, on all pages
};
// The item that is talked about; nothing for one that not everyone may see.
std::optional<items::Item> find_discussed(db::Transaction& tx, ItemId item);
std::optional<Conversation> read_conversation(db::Transaction& tx, ItemId item,
                                              std::optional<CommentId> before);

// One reaction with its item; nothing when it is unknown, unconfirmed or removed, or not public.
struct OneComment {
  items::Item item;
  SaidComment comment;
};
std::optional<OneComment> find_comment(db::Transaction& tx, CommentId id);

// Behind the link of the mail: what is written, and what can be done with it.
struct OwnComment {
  OneComment one;
  LinkState link{};
};
std::optional<OwnComment> find_own_comment(db::Transaction& tx, Instant now, std::string_view link_token);

}  // namespace wijktafel::comments
