#include "capabilities/open311/key_store.hpp"

namespace wijktafel::open311::store {
namespace {

const std::string key_columns =
    "SELECT id, client, per_hour, may_update, made_at, ended_at, last_used_at, request_count "
    "FROM open311_key ";

Key key_of(const db::Row& row) {
  return {.id = row.get<KeyId>(0),
          .client = row.get<std::string>(1),
          .per_hour = row.get<int>(2),
          .may_update = row.get<bool>(3),
          .made_at = row.get<Instant>(4),
          .ended_at = row.get<std::optional<Instant>>(5),
          .last_used_at = row.get<std::optional<Instant>>(6),
          .request_count = row.get<std::int64_t>(7)};
}

std::optional<Key> one_key(const std::optional<db::Row>& row) {
  if (!row) return std::nullopt;
  return key_of(*row);
}

const std::string received_columns =
    "SELECT item, key_id, address_id, media_url, service_code, token, fingerprint, retry_key, received_at "
    "FROM open311_request ";

std::optional<Received> one_received(const std::optional<db::Row>& row) {
  if (!row) return std::nullopt;
  return Received{.item = row->get<ItemId>(0),
                  .key = row->get<std::optional<KeyId>>(1),
                  .address_id = row->get<std::string>(2),
                  .media_url = row->get<std::string>(3),
                  .service_code = row->get<std::string>(4),
                  .token = row->get<std::string>(5),
                  .fingerprint = row->get<std::string>(6),
                  .retry_key = row->get<std::string>(7),
                  .received_at = row->get<Instant>(8)};
}

}  // namespace

KeyId insert_key(db::Transaction& tx, const Key& key, std::string_view key_hash) {
  return tx.insert<KeyId>(
      "INSERT INTO open311_key (client, key_hash, per_hour, may_update, made_at, request_count, hour, "
      "used_in_hour) VALUES ($1, $2, $3, $4, $5, 0, 0, 0) RETURNING id",
      key.client, key_hash, key.per_hour, key.may_update, key.made_at);
}

std::vector<Key> all_keys(db::Transaction& tx) {
  std::vector<Key> all;
  for (const auto& row :
       tx.query(key_columns + "ORDER BY CASE WHEN ended_at IS NULL THEN 0 ELSE 1 END, id DESC LIMIT 100"))
    all.push_back(key_of(row));
  return all;
}

std::optional<Key> find_key(db::Transaction& tx, KeyId id) {
  return one_key(tx.find(key_columns + "WHERE id = $1", id));
}

std::optional<Key> find_key_by_hash(db::Transaction& tx, std::string_view key_hash) {
  return one_key(tx.find(key_columns + "WHERE key_hash = $1 AND ended_at IS NULL", key_hash));
}

void end_key(db::Transaction& tx, KeyId id, Instant now) {
  tx.execute("UPDATE open311_key SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL", id, now);
}

void lock_key(db::Transaction& tx, KeyId id) {
  tx.execute("UPDATE open311_key SET used_in_hour = used_in_hour WHERE id = $1", id);
}

int used_in_hour(db::Transaction& tx, KeyId id, std::int64_t hour) {
  const auto row = tx.find("SELECT used_in_hour FROM open311_key WHERE id = $1 AND hour = $2", id, hour);
  return row ? row->get<int>(0) : 0;
}

void count_use(db::Transaction& tx, KeyId id, std::int64_t hour, Instant now) {
  tx.execute(
      "UPDATE open311_key SET used_in_hour = CASE WHEN hour = $2 THEN used_in_hour + 1 ELSE 1 END, hour = "
      "$2, "
      "request_count = request_count + 1, last_used_at = $3 WHERE id = $1",
      id, hour, now);
}

void insert_received(db::Transaction& tx, const Received& received) {
  tx.execute(
      "INSERT INTO open311_request (item, key_id, address_id, media_url, service_code, token, fingerprint, "
      "retry_key, received_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
      received.item, received.key, received.address_id, received.media_url, received.service_code,
      received.token, received.fingerprint, received.retry_key, received.received_at);
}

std::optional<Received> find_received(db::Transaction& tx, ItemId item) {
  return one_received(tx.find(received_columns + "WHERE item = $1", item));
}

std::optional<Received> find_by_token(db::Transaction& tx, std::string_view token) {
  return one_received(tx.find(received_columns + "WHERE token = $1 AND token <> ''", token));
}

std::optional<Received> find_by_fingerprint(db::Transaction& tx, std::string_view fingerprint,
                                            Instant since) {
  return one_received(tx.find(received_columns +
                                  "WHERE fingerprint = $1 AND fingerprint <> '' AND received_at >= $2 "
                                  "ORDER BY received_at DESC LIMIT 1",
                              fingerprint, since));
}

std::optional<Received> find_by_retry_key(db::Transaction& tx, std::string_view retry_key) {
  return one_received(
      tx.find(received_columns + "WHERE retry_key = $1 AND retry_key <> '' LIMIT 1", retry_key));
}

void forget_fingerprints_before(db::Transaction& tx, Instant limit) {
  tx.execute(
      "UPDATE open311_request SET fingerprint = '', retry_key = '' WHERE fingerprint <> '' AND received_at < "
      "$1",
      limit);
}

void insert_answers(db::Transaction& tx, ItemId item, const std::vector<Answer>& answers) {
  int place = 0;
  for (const auto& answer : answers)
    tx.execute(
        "INSERT INTO open311_answer (item, place_in_list, code, question, answer) VALUES ($1, $2, $3, $4, "
        "$5)",
        item, ++place, answer.code, answer.question, answer.answer);
}

std::vector<Answer> answers_of(db::Transaction& tx, ItemId item) {
  std::vector<Answer> all;
  for (const auto& row : tx.query(
           "SELECT code, question, answer FROM open311_answer WHERE item = $1 ORDER BY place_in_list", item))
    all.push_back({row.get<std::string>(0), row.get<std::string>(1), row.get<std::string>(2)});
  return all;
}

void destroy_texts(db::Transaction& tx, ItemId item) {
  tx.execute("DELETE FROM open311_answer WHERE item = $1", item);
  tx.execute(
      "UPDATE open311_request SET media_url = '', address_id = '', fingerprint = '', retry_key = '' "
      "WHERE item = $1",
      item);
}

bool insert_update(db::Transaction& tx, KeyId key, std::string_view code, ItemId item, Instant now) {
  return tx.execute(
             "INSERT INTO open311_update (key_id, update_code, item, received_at) VALUES ($1, $2, $3, $4) "
             "ON CONFLICT (key_id, item, update_code) DO NOTHING",
             key, code, item, now) > 0;
}

void set_update_sequence(db::Transaction& tx, KeyId key, std::string_view code, ItemId item,
                         std::int64_t sequence) {
  tx.execute("UPDATE open311_update SET sequence = $4 WHERE key_id = $1 AND update_code = $2 AND item = $3",
             key, code, item, sequence);
}

std::int64_t update_sequence(db::Transaction& tx, KeyId key, std::string_view code, ItemId item) {
  const auto row =
      tx.find("SELECT sequence FROM open311_update WHERE key_id = $1 AND update_code = $2 AND item = $3", key,
              code, item);
  return row ? row->get<std::int64_t>(0) : 0;
}

}  // namespace wijktafel::open311::store
