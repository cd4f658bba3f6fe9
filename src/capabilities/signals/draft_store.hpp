// All SQL about reports that are being written. Tokens come in here as hashes only.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "capabilities/signals/draft.hpp"

namespace wijktafel::signals::store {

DraftId insert_draft(db::Transaction& tx, std::string_view token_hash, Instant now);
// Not older than draft_lifetime.
std::optional<Draft> find_draft(db::Transaction& tx, std::string_view token_hash, Instant now);
void update_draft(db::Transaction& tx, const Draft& draft);
// Holds the row until the end of the transaction, so that two presses of "Verstuur" wait for each other.
void lock_draft(db::Transaction& tx, std::string_view token_hash);

std::vector<DraftPhoto> photos_of_draft(db::Transaction& tx, DraftId draft);
void insert_draft_photo(db::Transaction& tx, DraftId draft,
                        const DraftPhoto& photo);  // the number is given here
void remove_draft_photo(db::Transaction& tx, DraftId draft, int number);
void remove_draft_photos(db::Transaction& tx, DraftId draft);
// A file can stand in more than one draft: it is named after its content.
bool is_in_a_draft(db::Transaction& tx, std::string_view file_key);

std::vector<DraftId> drafts_before(db::Transaction& tx, Instant limit, int most);
void remove_draft(db::Transaction& tx, DraftId draft);  // with its photos

}  // namespace wijktafel::signals::store
