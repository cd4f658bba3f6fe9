#include "capabilities/items/history.hpp"

#include <boost/json.hpp>

#include "base/digest.hpp"

namespace wijktafel::items {
namespace {

constexpr std::string_view entry_columns =
    "h.item, h.sequence, h.recorded_at, h.what, h.by_person, h.by_organisation, h.by_role, h.facts, "
    "h.is_milestone, "
    "h.text_digest, h.previous_hash, h.hash, t.text";

StoredEntry stored_entry(const db::Row& row) {
  StoredEntry entry;
  entry.item = row.get<ItemId>(0);
  entry.sequence = row.get<std::int64_t>(1);
  entry.recorded_at = row.get<Instant>(2);
  entry.what = row.get<std::string>(3);
  entry.by_person = row.get<std::optional<PersonId>>(4);
  entry.by_organisation = row.get<std::optional<OrganisationId>>(5);
  entry.by_role = row.get<std::string>(6);
  entry.facts = row.get<std::string>(7);
  entry.is_milestone = row.get<bool>(8);
  entry.text_digest = row.get<std::string>(9);
  entry.previous_hash = row.get<std::string>(10);
  entry.hash = row.get<std::string>(11);
  entry.text = row.get<std::optional<std::string>>(12);
  return entry;
}

}  // namespace

std::string role_shown(const Actor& actor) {
  if (actor.is_system) return "system";
  if (!actor.person) return "visitor";
  for (const std::string_view role :
       {"coordinator", "member", "moderator", "panel_member", "administrator", "council_member"})
    for (const auto& grant : actor.grants)
      if (grant.role == role) return std::string(role);
  return "resident";
}

std::string hash_of(const StoredEntry& entry) {
  Facts record{{"item", raw(entry.item)},
               {"sequence", entry.sequence},
               {"recorded_at", to_millis(entry.recorded_at)},
               {"what", entry.what},
               {"by_role", entry.by_role},
               {"facts", entry.facts},
               {"is_milestone", entry.is_milestone},
               {"text_digest", entry.text_digest},
               {"previous_hash", entry.previous_hash}};
  if (entry.by_person) record["by_person"] = raw(*entry.by_person);
  if (entry.by_organisation) record["by_organisation"] = raw(*entry.by_organisation);
  return hex(sha256(canonical(record)));
}

std::string digest_of_text(std::string_view salt, std::string_view text) {
  return hex(hmac_sha256(salt, text));
}

Head append(db::Transaction& tx, Instant now, const Actor& actor, ItemId item, const Head& head,
            const Entry& entry) {
  StoredEntry stored;
  stored.item = item;
  stored.sequence = head.sequence + 1;
  stored.recorded_at = now;
  stored.what = entry.what;
  stored.by_person = actor.person;
  stored.by_organisation = entry.on_behalf_of;
  if (const auto own = actor.organisations(); !stored.by_organisation && !own.empty())
    stored.by_organisation = own.front();
  stored.by_role = role_shown(actor);
  stored.facts = canonical(entry.facts);
  stored.is_milestone = entry.is_milestone;
  stored.previous_hash = head.hash;
  if (!entry.personal_text.empty()) {
    const std::string salt = random_token(16);
    stored.text_digest = digest_of_text(salt, entry.personal_text);
    tx.execute("INSERT INTO item_history_text (item, sequence, salt, text) VALUES ($1, $2, $3, $4)", item,
               stored.sequence, salt, entry.personal_text);
  }
  stored.hash = hash_of(stored);
  tx.execute(
      "INSERT INTO item_history (item, sequence, recorded_at, what, by_person, by_organisation, by_role, "
      "facts, "
      "is_milestone, text_digest, previous_hash, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, "
      "$12)",
      item, stored.sequence, now, stored.what, stored.by_person, stored.by_organisation, stored.by_role,
      stored.facts, stored.is_milestone, stored.text_digest, stored.previous_hash, stored.hash);
  return {stored.sequence, stored.hash};
}

std::vector<StoredEntry> entries_of(db::Transaction& tx, ItemId item) {
  static const std::string sql = "SELECT " + std::string(entry_columns) +
                                 " FROM item_history h LEFT JOIN item_history_text t ON t.item = h.item AND "
                                 "t.sequence = h.sequence WHERE h.item = $1 ORDER BY h.sequence";
  std::vector<StoredEntry> entries;
  for (const auto& row : tx.query(sql, item)) entries.push_back(stored_entry(row));
  return entries;
}

Facts parse_facts(std::string_view canonical_json) {
  Facts facts;
  const auto parsed = boost::json::parse(canonical_json);
  for (const auto& [name, value] : parsed.as_object()) {
    if (value.is_int64()) {
      facts[std::string(name)] = value.as_int64();
    } else if (value.is_bool()) {
      facts[std::string(name)] = value.as_bool();
    } else {
      facts[std::string(name)] = std::string(value.as_string());
    }
  }
  return facts;
}

}  // namespace wijktafel::items
