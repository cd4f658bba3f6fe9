// From an entry of the history to the sentence a person reads.
#pragma once

#include "capabilities/items/history.hpp"
#include "capabilities/items/items.hpp"

namespace wijktafel::items {

// "signals.answered" becomes the word key "signals.history.answered".
std::string history_key(std::string_view what);
// Who did it: the organisation's name, or "een bewoner", "de wijkregisseur", "Wijktafel".
std::string who(const web::Call& call, db::Transaction& tx, const StoredEntry& entry);
// The sentence of the entry, with its facts written out for people.
std::string sentence_of(const web::Call& call, db::Transaction& tx, const StoredEntry& entry);
i18n::Arguments arguments_of(const web::Call& call, db::Transaction& tx, const Facts& facts);

}  // namespace wijktafel::items
