// SQL about services: how they answer and what they ask. Requests are in request_store.hpp, keys in
// key_store.hpp.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "capabilities/open311/model.hpp"
#include "platform/db/database.hpp"

namespace wijktafel::open311::store {

std::map<std::string, Answers, std::less<>> answers_of_services(db::Transaction& tx);
void set_answers(db::Transaction& tx, std::string_view service_code, Answers answers);

// All of a service, in their order; "": of every service.
std::vector<Attribute> attributes_of(db::Transaction& tx, std::string_view service_code);
std::optional<Attribute> find_attribute(db::Transaction& tx, std::int64_t id);
bool has_attribute(db::Transaction& tx, std::string_view service_code, std::string_view code);
std::int64_t insert_attribute(db::Transaction& tx, const Attribute& attribute);
void update_attribute(db::Transaction& tx, const Attribute& attribute);
void remove_attribute(db::Transaction& tx, std::int64_t id);

struct Changeset {
  std::string digest;
  Instant changed_at;
};
std::optional<Changeset> find_changeset(db::Transaction& tx);
void set_changeset(db::Transaction& tx, const Changeset& changeset);

}  // namespace wijktafel::open311::store
