// SQL about keys of clients and what came in with them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "capabilities/items/items.hpp"
#include "platform/db/database.hpp"

namespace wijktafel::open311 {

enum class KeyId : std::int64_t {};

struct Key {
  KeyId id{};
  std::string client;  // whose system it is
  int per_hour = 0;
  bool may_update = false;
  Instant made_at{};
  std::optional<Instant> ended_at = std::nullopt;
  std::optional<Instant> last_used_at = std::nullopt;
  std::int64_t request_count = 0;
};

}  // namespace wijktafel::open311

namespace wijktafel::open311::store {

using items::ItemId;

KeyId insert_key(db::Transaction& tx, const Key& key, std::string_view key_hash);
std::vector<Key> all_keys(db::Transaction& tx);  // those that still work first, newest first
std::optional<Key> find_key(db::Transaction& tx, KeyId id);
std::optional<Key> find_key_by_hash(db::Transaction& tx, std::string_view key_hash);
void end_key(db::Transaction& tx, KeyId id, Instant now);
// What is sent with this key at the same moment is taken one after the other until this transaction ends: a
// retry then finds what the first made.
void lock_key(db::Transaction& tx, KeyId id);
int used_in_hour(db::Transaction& tx, KeyId id, std::int64_t hour);
void count_use(db::Transaction& tx, KeyId id, std::int64_t hour, Instant now);

struct Received {
  ItemId item{};
  std::optional<KeyId> key = std::nullopt;
  std::string address_id = {};
  std::string media_url = {};
  std::string service_code = {};
  std::string token = {};
  std::string fingerprint = {};
  std::string retry_key = {};
  Instant received_at{};
};
void insert_received(db::Transaction& tx, const Received& received);
std::optional<Received> find_received(db::Transaction& tx, ItemId item);
std::optional<Received> find_by_token(db::Transaction& tx, std::string_view token);
// The newest with this fingerprint, since a moment.
std::optional<Received> find_by_fingerprint(db::Transaction& tx, std::string_view fingerprint, Instant since);
std::optional<Received> find_by_retry_key(db::Transaction& tx, std::string_view retry_key);
void forget_fingerprints_before(db::Transaction& tx, Instant limit);

struct Answer {
  std::string code;
  std::string question;
  std::string answer;
};
void insert_answers(db::Transaction& tx, ItemId item, const std::vector<Answer>& answers);
std::vector<Answer> answers_of(db::Transaction& tx, ItemId item);
// What a person may have written: answers and the address of a picture.
void destroy_texts(db::Transaction& tx, ItemId item);

// False when this client sent the same update of the same request before.
bool insert_update(db::Transaction& tx, KeyId key, std::string_view code, ItemId item, Instant now);
// The entry of the history that it became; 0 when that is not known.
void set_update_sequence(db::Transaction& tx, KeyId key, std::string_view code, ItemId item,
                         std::int64_t sequence);
std::int64_t update_sequence(db::Transaction& tx, KeyId key, std::string_view code, ItemId item);

}  // namespace wijktafel::open311::store
