// All SQL about internal notes, reply templates and saved views of an inbox.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals {

enum class TemplateId : std::int64_t {};
enum class InboxViewId : std::int64_t {};

}  // namespace wijktafel::signals

namespace wijktafel::signals::store {

struct NoteRow {
  PersonId author{};
  Instant written_at{};
  std::string text;
};
void insert_note(db::Transaction& tx, ItemId item, const NoteRow& note);
std::vector<NoteRow> notes_of(db::Transaction& tx, ItemId item, int most);  // newest first
void remove_notes(db::Transaction& tx, ItemId item);

struct TemplateRow {
  TemplateId id{};
  std::string area;   // key
  std::string theme;  // "" for every theme
  std::string title;
  std::string text;
};
void insert_template(db::Transaction& tx, const TemplateRow& row, Instant now);
void update_template(db::Transaction& tx, const TemplateRow& row, Instant now);
void remove_template(db::Transaction& tx, TemplateId id);
std::optional<TemplateRow> find_template(db::Transaction& tx, TemplateId id);
// Of this area alone, by title.
std::vector<TemplateRow> templates_of(db::Transaction& tx, std::string_view area, int most);

struct InboxViewRow {
  InboxViewId id{};
  PersonId person{};
  std::string title;
  std::string list;   // as in the address: "mij", "team-3"; of an area its key
  std::string query;  // "stand=received&thema=licht"
  bool is_first = false;
};
void insert_view(db::Transaction& tx, const InboxViewRow& row);
void remove_view(db::Transaction& tx, PersonId person, InboxViewId id);
// The one that opens first, or none.
void set_first_view(db::Transaction& tx, PersonId person, std::optional<InboxViewId> id);
std::vector<InboxViewRow> views_of(db::Transaction& tx, PersonId person, int most);  // by title
void remove_views(db::Transaction& tx, PersonId person);

}  // namespace wijktafel::signals::store
