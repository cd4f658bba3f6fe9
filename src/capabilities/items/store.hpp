// SQL of the registry: one function per question.
#pragma once

#include "capabilities/items/history.hpp"
#include "capabilities/items/items.hpp"

namespace wijktafel::items::store {

// Locks the item's row until the transaction ends and raises its version; every write on an item begins here.
struct Locked {
  Item item;
  Head head;
  bool is_followed = false;
};
std::optional<Locked> lock(db::Transaction& tx, ItemId id, Instant now);
void mark_followed(db::Transaction& tx, ItemId id);
bool is_followed(db::Transaction& tx, ItemId id);
void set_head(db::Transaction& tx, ItemId id, const Head& head);
ItemId insert(db::Transaction& tx, Instant now, const NewItem& item);
void insert_area(db::Transaction& tx, ItemId id, std::string_view area, const NewItem& item);
void update(db::Transaction& tx, const Item& item);
// What the lists of its areas are found by: visibility, is_open, domains, and whether it is on the map.
void update_areas(db::Transaction& tx, const Item& item);
void insert_gap(db::Transaction& tx, ItemId id, std::string_view gap, const Facts& facts, Instant since);
bool remove_gap(db::Transaction& tx, ItemId id, std::string_view gap);  // false: there was none
std::vector<std::string> areas_of(db::Transaction& tx, ItemId id);
void set_themes(db::Transaction& tx, ItemId id, const std::vector<std::string>& themes);
void insert_themes(db::Transaction& tx, ItemId id, const std::vector<std::string>& themes);  // of a new item
void add_themes(db::Transaction& tx, std::vector<Item>& items);
// +1 or -1 for the item in each of its areas and domains.
void count(db::Transaction& tx, const Item& item, const std::vector<std::string>& areas, int change);
// Whether some count has so many changes that adding them up would be felt on a page.
bool are_counts_long(db::Transaction& tx);
void fold_counts(db::Transaction& tx);

Item item_of(const db::Row& row);                  // columns as in item_columns
std::vector<Item> items_of(const db::Rows& rows);  // without their themes
extern const std::string item_columns;             // of table item, aliased i

}  // namespace wijktafel::items::store
