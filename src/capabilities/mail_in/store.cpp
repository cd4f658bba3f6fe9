#include "capabilities/mail_in/store.hpp"

namespace wijktafel::mail_in::store {

bool is_known(db::Transaction& tx, std::string_view digest) {
  return tx.find("SELECT 1 FROM mail_in_message WHERE digest = $1", digest).has_value();
}

void insert(db::Transaction& tx, std::string_view digest, std::string_view sender_digest,
            std::string_view outcome, Instant now) {
  tx.execute(
      "INSERT INTO mail_in_message (digest, sender_digest, outcome, taken_at) VALUES ($1, $2, $3, $4) "
      "ON CONFLICT (digest) DO NOTHING",
      digest, sender_digest, outcome, now);
}

std::int64_t taken_of_sender(db::Transaction& tx, std::string_view sender_digest, Instant since) {
  return tx
      .query(
          "SELECT COUNT(*) FROM mail_in_message WHERE sender_digest = $1 AND sender_digest <> '' AND "
          "taken_at >= $2",
          sender_digest, since)
      .at(0)
      .get<std::int64_t>(0);
}

void forget_senders_before(db::Transaction& tx, Instant limit) {
  tx.execute("UPDATE mail_in_message SET sender_digest = '' WHERE sender_digest <> '' AND taken_at < $1",
             limit);
}

void forget_before(db::Transaction& tx, Instant limit) {
  tx.execute("DELETE FROM mail_in_message WHERE taken_at < $1", limit);
}

std::int64_t count_held(db::Transaction& tx) {
  return tx.query("SELECT COUNT(*) FROM mail_in_message WHERE outcome LIKE 'held%'")
      .at(0)
      .get<std::int64_t>(0);
}

}  // namespace wijktafel::mail_in::store
