// The chain of one item: each entry's hash covers the entry before it, so that nothing can be rewritten
// unseen.
//   hash = SHA-256( canonical JSON of previous hash, item, sequence, time, what, who, facts, milestone, text
//   digest ) text digest = HMAC-SHA-256( salt of this entry, personal text ), "" without text
// Salt and text stand in item_history_text and can be deleted; the digest stays and the chain stays valid.
#pragma once

#include <string>

#include "capabilities/items/items.hpp"

namespace wijktafel::items {

struct Head {
  std::int64_t sequence = 0;
  std::string hash;  // 64 hex digits; "" before the first entry
};

struct StoredEntry {
  ItemId item{};
  std::int64_t sequence = 0;
  Instant recorded_at{};
  std::string what;
  std::optional<PersonId> by_person;
  std::optional<OrganisationId> by_organisation;
  std::string by_role;
  std::string facts;  // canonical JSON
  bool is_milestone = false;
  std::string text_digest;
  std::string previous_hash;
  std::string hash;
  std::optional<std::string> text;  // while it exists
};

// Which of the actor's hats is shown: system, coordinator, member, resident ... or visitor.
std::string role_shown(const Actor& actor);

std::string hash_of(const StoredEntry& entry);
std::string digest_of_text(std::string_view salt, std::string_view text);
// Appends to the chain; the caller holds the lock on the item's row.
Head append(db::Transaction& tx, Instant now, const Actor& actor, ItemId item, const Head& head,
            const Entry& entry);
std::vector<StoredEntry> entries_of(db::Transaction& tx, ItemId item);

Facts parse_facts(std::string_view canonical_json);

}  // namespace wijktafel::items
