#include "capabilities/open311/reads/administration.hpp"

#include "capabilities/open311/store.hpp"

namespace wijktafel::open311 {

std::vector<Key> keys_now(db::Transaction& tx) { return store::all_keys(tx); }
std::optional<Key> key_with(db::Transaction& tx, std::int64_t id) { return store::find_key(tx, KeyId{id}); }

std::optional<ServiceDetail> service_detail(const web::Call& call, db::Transaction& tx,
                                            std::string_view code) {
  const auto service = find_service(call, tx, code);
  if (!service) return std::nullopt;
  return ServiceDetail{*service, store::attributes_of(tx, code)};
}

std::optional<Beside> beside_signal(db::Transaction& tx, items::ItemId item) {
  const auto received = store::find_received(tx, item);
  if (!received) return std::nullopt;
  const auto key = received->key ? store::find_key(tx, *received->key) : std::nullopt;
  return Beside{.client = key ? key->client : "",
                .media_url = received->media_url,
                .address_id = received->address_id,
                .answers = store::answers_of(tx, item)};
}

}  // namespace wijktafel::open311
