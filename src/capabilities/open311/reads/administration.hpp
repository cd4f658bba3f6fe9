// What the administrator sees: keys, services and their questions, and what came beside a signal.
#pragma once

#include "capabilities/open311/catalogue.hpp"
#include "capabilities/open311/key_store.hpp"

namespace wijktafel::open311 {

std::vector<Key> keys_now(db::Transaction& tx);
std::optional<Key> key_with(db::Transaction& tx, std::int64_t id);

struct ServiceDetail {
  Service service;
  std::vector<Attribute> attributes;
};
std::optional<ServiceDetail> service_detail(const web::Call& call, db::Transaction& tx,
                                            std::string_view code);

// For those who work on a signal only.
struct Beside {
  std::string client;
  std::string media_url;
  std::string address_id;
  std::vector<store::Answer> answers;
};
std::optional<Beside> beside_signal(db::Transaction& tx, items::ItemId item);

}  // namespace wijktafel::open311
