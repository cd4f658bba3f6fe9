// What colleagues wrote to each other about a signal, and the answers they can begin with.
#pragma once

#include <string>
#include <vector>

#include "capabilities/signals/note_store.hpp"
#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals {

struct Note {
  std::string author;  // "" when the account is gone
  Instant written_at{};
  std::string text;
};
inline constexpr int notes_most = 100;
std::vector<Note> read_notes(db::Transaction& tx, ItemId id);  // newest first

inline constexpr int templates_most = 100;
// For an answer to a signal with this theme: those of its theme first, the nearest area first.
std::vector<store::TemplateRow> reply_templates_for(db::Transaction& tx,
                                                    const std::vector<std::string>& lineage,
                                                    std::string_view theme);

// The ones of an area alone, to manage them.
std::vector<store::TemplateRow> reply_templates_of(db::Transaction& tx, std::string_view area);

}  // namespace wijktafel::signals
