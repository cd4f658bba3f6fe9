#include "capabilities/organisations/store.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "platform/web/edge.hpp"

namespace wijktafel::organisations::store {

namespace {

Organisation organisation_from(const db::Row& row) {
  auto [id, kind, name, key] = row.as<OrganisationId, std::string, std::string, std::string>();
  return {.id = id, .kind = std::move(kind), .name = std::move(name), .key = std::move(key)};
}

}  // namespace

std::optional<Organisation> find(db::Transaction& tx, OrganisationId id) {
  const auto row = tx.find("SELECT id, kind, name, key FROM organisation WHERE id = $1", id);
  if (!row) return std::nullopt;
  return organisation_from(*row);
}

std::optional<Organisation> find_by_key(db::Transaction& tx, std::string_view key) {
  const auto row = tx.find("SELECT id, kind, name, key FROM organisation WHERE key = $1", key);
  if (!row) return std::nullopt;
  return organisation_from(*row);
}

std::vector<Organisation> all_by_name(db::Transaction& tx) {
  std::vector<Organisation> found;
  for (const auto& row : tx.query("SELECT id, kind, name, key FROM organisation"))
    found.push_back(organisation_from(row));
  // Sorted here, so that both databases give the same order whatever their collation.
  std::ranges::sort(found, {},
                    [](const Organisation& one) { return std::pair(slug(one.name), raw(one.id)); });
  return found;
}

OrganisationId insert(db::Transaction& tx, std::string_view kind, std::string_view name,
                      std::string_view key) {
  return tx.insert<OrganisationId>(
      "INSERT INTO organisation (kind, name, key) VALUES ($1, $2, $3) RETURNING id", kind, name, key);
}

void update(db::Transaction& tx, OrganisationId id, std::string_view kind, std::string_view name) {
  tx.execute("UPDATE organisation SET kind = $2, name = $3 WHERE id = $1", id, kind, name);
  tx.touch(web::every_area);  // its name stands on the pages of every area
}

}  // namespace wijktafel::organisations::store
