// Points on the agenda: from a signal, a goal, another item, or a point of its own.
#pragma once

#include "capabilities/tables/actions/refusals.hpp"

namespace wijktafel::tables {

struct AddAgendaItem {
  ItemId meeting{};
  std::string title;  // taken from the subject when empty
  std::optional<ItemId> subject = std::nullopt;
  std::string text = {};
  std::vector<ItemId> more_subjects = {};  // a point made from several, each of which leads to it
};

// Links every subject -> agenda item and tells "tables.item_put_on_agenda" {item: subject}.
Result<ItemId, TableRefusal> add_agenda_item(db::Transaction& tx, Instant now, const identity::Actor& actor,
                                             const web::AreaRef& area, const AddAgendaItem& form);
enum class Direction { up, down };
Done move_agenda_item(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId agenda_item,
                      Direction direction);
Done record_discussion(db::Transaction& tx, Instant now, const identity::Actor& actor, ItemId agenda_item,
                       const std::string& text);

// What a point is about was referred: its words are destroyed, so the point takes the new title too.
void retitle_points(db::Transaction& tx, Instant now, ItemId subject);

// What a point is about became confidential, or public again: its title stands on the point, so who may read
// the one may read the other.
void hide_or_show_points(db::Transaction& tx, Instant now, ItemId subject);

}  // namespace wijktafel::tables
