// All SQL about who wrote a reaction without an account. Asked by actions only; nothing here is shown.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "capabilities/comments/comments.hpp"

namespace wijktafel::comments::store {

struct Writer {
  CommentId comment{};
  std::string mail_address;  // "" once confirmed
  std::string network;       // "" after a day
  std::string link_token_hash;
  Instant asked_at{};
  std::optional<Instant> confirmed_at = std::nullopt;
};

void insert_writer(db::Transaction& tx, const Writer& writer);
std::optional<Writer> find_writer(db::Transaction& tx, std::string_view link_token_hash);
// The address has done its work: it is emptied.
void confirm_writer(db::Transaction& tx, CommentId id, Instant now);
std::int64_t asked_for_address(db::Transaction& tx, std::string_view mail_address, Instant since);
std::int64_t asked_from_network(db::Transaction& tx, std::string_view network, Instant since);

// Reactions that nobody confirmed before this moment, with what belongs to them.
void remove_unconfirmed_before(db::Transaction& tx, Instant limit, int most);
// Networks that were noted before this moment, of writers and of reports.
void forget_networks_before(db::Transaction& tx, Instant limit);
// The secret of the mailed link and an address that was not confirmed: for a reaction whose text is gone.
void remove_writer(db::Transaction& tx, CommentId id);

}  // namespace wijktafel::comments::store
