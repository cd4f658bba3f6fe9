#include "capabilities/signals/note_store.hpp"

namespace wijktafel::signals::store {
namespace {

TemplateRow template_of(const db::Row& row) {
  return {.id = row.get<TemplateId>(0),
          .area = row.get<std::string>(1),
          .theme = row.get<std::string>(2),
          .title = row.get<std::string>(3),
          .text = row.get<std::string>(4)};
}

}  // namespace

void insert_note(db::Transaction& tx, ItemId item, const NoteRow& note) {
  tx.execute("INSERT INTO signal_note (item, author, written_at, text) VALUES ($1, $2, $3, $4)", item,
             note.author, note.written_at, note.text);
}

std::vector<NoteRow> notes_of(db::Transaction& tx, ItemId item, int most) {
  std::vector<NoteRow> notes;
  for (const auto& row :
       tx.query("SELECT author, written_at, text FROM signal_note WHERE item = $1 ORDER BY id DESC LIMIT $2",
                item, most))
    notes.push_back({row.get<PersonId>(0), row.get<Instant>(1), row.get<std::string>(2)});
  return notes;
}

void remove_notes(db::Transaction& tx, ItemId item) {
  tx.execute("DELETE FROM signal_note WHERE item = $1", item);
}

void insert_template(db::Transaction& tx, const TemplateRow& row, Instant now) {
  tx.execute(
      "INSERT INTO signal_reply_template (area, theme, title, text, changed_at) VALUES ($1, $2, $3, $4, $5)",
      row.area, row.theme, row.title, row.text, now);
}

void update_template(db::Transaction& tx, const TemplateRow& row, Instant now) {
  tx.execute(
      "UPDATE signal_reply_template SET theme = $2, title = $3, text = $4, changed_at = $5 WHERE id = $1",
      row.id, row.theme, row.title, row.text, now);
}

void remove_template(db::Transaction& tx, TemplateId id) {
  tx.execute("DELETE FROM signal_reply_template WHERE id = $1", id);
}

std::optional<TemplateRow> find_template(db::Transaction& tx, TemplateId id) {
  const auto row =
      tx.find("SELECT id, area, theme, title, text FROM signal_reply_template WHERE id = $1", id);
  if (!row) return std::nullopt;
  return template_of(*row);
}

std::vector<TemplateRow> templates_of(db::Transaction& tx, std::string_view area, int most) {
  std::vector<TemplateRow> all;
  for (const auto& row :
       tx.query("SELECT id, area, theme, title, text FROM signal_reply_template WHERE area = "
                "$1 ORDER BY title, id LIMIT $2",
                area, most))
    all.push_back(template_of(row));
  return all;
}

void insert_view(db::Transaction& tx, const InboxViewRow& row) {
  tx.execute(
      "INSERT INTO signal_inbox_view (person, title, list, query, is_first) VALUES ($1, $2, $3, $4, $5)",
      row.person, row.title, row.list, row.query, row.is_first);
}

void remove_view(db::Transaction& tx, PersonId person, InboxViewId id) {
  tx.execute("DELETE FROM signal_inbox_view WHERE person = $1 AND id = $2", person, id);
}

void set_first_view(db::Transaction& tx, PersonId person, std::optional<InboxViewId> id) {
  tx.execute("UPDATE signal_inbox_view SET is_first = CASE WHEN id = $2 THEN 1 ELSE 0 END WHERE person = $1",
             person, id ? raw(*id) : 0);
}

std::vector<InboxViewRow> views_of(db::Transaction& tx, PersonId person, int most) {
  std::vector<InboxViewRow> views;
  for (const auto& row :
       tx.query("SELECT id, title, list, query, is_first FROM signal_inbox_view WHERE person "
                "= $1 ORDER BY title, id LIMIT $2",
                person, most))
    views.push_back({.id = row.get<InboxViewId>(0),
                     .person = person,
                     .title = row.get<std::string>(1),
                     .list = row.get<std::string>(2),
                     .query = row.get<std::string>(3),
                     .is_first = row.get<bool>(4)});
  return views;
}

void remove_views(db::Transaction& tx, PersonId person) {
  tx.execute("DELETE FROM signal_inbox_view WHERE person = $1", person);
}

}  // namespace wijktafel::signals::store
