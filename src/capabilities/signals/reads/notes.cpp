#include "capabilities/signals/reads/notes.hpp"

#include <algorithm>

#include "capabilities/accounts/accounts.hpp"

namespace wijktafel::signals {

std::vector<Note> read_notes(db::Transaction& tx, ItemId id) {
  std::vector<Note> notes;
  for (auto& row : store::notes_of(tx, id, notes_most))
    notes.push_back({accounts::name_of(tx, row.author), row.written_at, std::move(row.text)});
  return notes;
}

std::vector<store::TemplateRow> reply_templates_for(db::Transaction& tx,
                                                    const std::vector<std::string>& lineage,
                                                    std::string_view theme) {
  std::vector<store::TemplateRow> all;
  for (const auto& area : lineage)
    for (auto& row : store::templates_of(tx, area, templates_most))
      if (row.theme.empty() || row.theme == theme) all.push_back(std::move(row));
  std::ranges::stable_sort(all, {}, [](const store::TemplateRow& row) { return row.theme.empty(); });
  return all;
}

std::vector<store::TemplateRow> reply_templates_of(db::Transaction& tx, std::string_view area) {
  return store::templates_of(tx, area, templates_most);
}

}  // namespace wijktafel::signals
