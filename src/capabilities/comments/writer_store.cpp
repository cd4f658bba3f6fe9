#include "capabilities/comments/writer_store.hpp"

namespace wijktafel::comments::store {

void insert_writer(db::Transaction& tx, const Writer& writer) {
  tx.execute(
      "INSERT INTO comment_writer (comment, mail_address, network, link_token_hash, asked_at, confirmed_at) "
      "VALUES ($1, $2, $3, $4, $5, $6)",
      writer.comment, writer.mail_address, writer.network, writer.link_token_hash, writer.asked_at,
      writer.confirmed_at);
}

std::optional<Writer> find_writer(db::Transaction& tx, std::string_view link_token_hash) {
  const auto row = tx.find(
      "SELECT comment, mail_address, network, asked_at, confirmed_at FROM comment_writer WHERE "
      "link_token_hash = $1",
      link_token_hash);
  if (!row) return std::nullopt;
  return Writer{.comment = row->get<CommentId>(0),
                .mail_address = row->get<std::string>(1),
                .network = row->get<std::string>(2),
                .link_token_hash = std::string(link_token_hash),
                .asked_at = row->get<Instant>(3),
                .confirmed_at = row->get<std::optional<Instant>>(4)};
}

void confirm_writer(db::Transaction& tx, CommentId id, Instant now) {
  tx.execute("UPDATE comment_writer SET mail_address = '', confirmed_at = $2 WHERE comment = $1", id, now);
}

std::int64_t asked_for_address(db::Transaction& tx, std::string_view mail_address, Instant since) {
  return tx
      .find("SELECT COUNT(*) FROM comment_writer WHERE mail_address = $1 AND asked_at > $2", mail_address,
            since)
      ->get<std::int64_t>(0);
}

std::int64_t asked_from_network(db::Transaction& tx, std::string_view network, Instant since) {
  return tx.find("SELECT COUNT(*) FROM comment_writer WHERE network = $1 AND asked_at > $2", network, since)
      ->get<std::int64_t>(0);
}

void remove_unconfirmed_before(db::Transaction& tx, Instant limit, int most) {
  const auto rows = tx.query(
      "SELECT comment FROM comment_writer WHERE confirmed_at IS NULL AND asked_at <= $1 ORDER BY asked_at "
      "LIMIT $2",
      limit, most);
  for (const auto& row : rows) {
    const auto id = row.get<CommentId>(0);
    tx.execute("DELETE FROM comment_writer WHERE comment = $1", id);
    tx.execute("DELETE FROM comment WHERE id = $1 AND state = 'unconfirmed'", id);
  }
}

void forget_networks_before(db::Transaction& tx, Instant limit) {
  tx.execute("UPDATE comment_writer SET network = '' WHERE asked_at <= $1 AND network <> ''", limit);
  tx.execute("UPDATE comment_report SET network = '' WHERE reported_at <= $1 AND network <> ''", limit);
}

void remove_writer(db::Transaction& tx, CommentId id) {
  tx.execute("DELETE FROM comment_writer WHERE comment = $1", id);
}

}  // namespace wijktafel::comments::store
