#include "capabilities/signals/sending_store.hpp"

namespace wijktafel::signals::store {
namespace {

std::optional<Instant> moment_in(const std::optional<db::Row>& row) {
  return row ? std::optional(row->get<Instant>(0)) : std::nullopt;
}

}  // namespace

void insert_sending(db::Transaction& tx, Instant now, std::string_view device_hash,
                    std::string_view network) {
  tx.execute("INSERT INTO signal_sending (device_hash, network, sent_at) VALUES ($1, $2, $3)", device_hash,
             network, now);
}

std::optional<Instant> sent_so_many_ago_by_device(db::Transaction& tx, std::string_view device_hash,
                                                  int most) {
  return moment_in(
      tx.find("SELECT sent_at FROM signal_sending WHERE device_hash = $1 "
              "ORDER BY sent_at DESC LIMIT 1 OFFSET $2",
              device_hash, most - 1));
}

std::optional<Instant> sent_so_many_ago_by_network(db::Transaction& tx, std::string_view network, int most) {
  return moment_in(
      tx.find("SELECT sent_at FROM signal_sending WHERE network = $1 AND network <> '' "
              "ORDER BY sent_at DESC LIMIT 1 OFFSET $2",
              network, most - 1));
}

void remove_sendings_before(db::Transaction& tx, Instant limit) {
  tx.execute("DELETE FROM signal_sending WHERE sent_at <= $1", limit);
}

}  // namespace wijktafel::signals::store
