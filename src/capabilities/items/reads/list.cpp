// Lists of items, newest first. Each is one or a few walks along an index from its newest end, so that a page
// of twenty reads twenty rows of ten million.
#include <algorithm>
#include <bit>

#include "capabilities/items/items.hpp"
#include "capabilities/items/store.hpp"

namespace wijktafel::items {
namespace {

// Builds a statement with numbered parameters; only fixed text is ever joined into it.
class Statement {
 public:
  template <class T>
  Statement& with(std::string_view text, const T& value) {
    parameters_.push_back(db::to_value(value));
    sql_ += text;
    sql_ += "$" + std::to_string(parameters_.size());
    return *this;
  }
  Statement& with(std::string_view text) {
    sql_ += text;
    return *this;
  }
  db::Rows run(db::Transaction& tx) const { return tx.run(sql_, parameters_); }

 private:
  std::string sql_;
  std::vector<db::Value> parameters_;
};

// In the words of the partial indexes, or they would not be used.
std::string_view condition_of(Domain domain) {
  switch (domain) {
    case social: return " AND (a.domains & 1) <> 0";
    case physical: return " AND (a.domains & 2) <> 0";
    case safety: return " AND (a.domains & 4) <> 0";
  }
  return "";
}

// One walk: everything that an index has in front is given.
struct Walk {
  std::string_view kind;
  Visibility visibility = Visibility::everyone;
  bool is_open = true;
  std::string_view of_domain;
};

std::vector<Walk> walks_of(const Filter& filter) {
  std::vector<Visibility> visibilities{Visibility::everyone};
  if (!filter.only_public)
    visibilities = {Visibility::everyone, Visibility::table, Visibility::organisation,
                    Visibility::confidential};
  std::vector<std::string_view> domains;
  for (const auto domain : {social, physical, safety})
    if (filter.domains & domain) domains.push_back(condition_of(domain));
  if (domains.empty()) domains.emplace_back();
  std::vector<Walk> walks;
  for (const auto& kind : filter.kinds)
    for (const auto visibility : visibilities)
      for (const bool is_open : {true, false})
        for (const auto domain : domains)
          if (filter.is_open.value_or(is_open) == is_open)
            walks.push_back({kind, visibility, is_open, domain});
  return walks;
}

void add_walk(Statement& sql, const Filter& filter, const Walk& walk) {
  sql.with("SELECT a.item FROM item_area a WHERE a.area = ", filter.area)
      .with(" AND a.kind = ", walk.kind)
      .with(" AND a.visibility = ", walk.visibility)
      .with(" AND a.is_open = ", walk.is_open)
      .with(walk.of_domain);
  if (filter.before) sql.with(" AND a.item < ", *filter.before);
  sql.with(" ORDER BY a.item DESC LIMIT ", std::clamp(filter.limit, 1, 100));
}

// The newest of each walk, of which the newest are the list. Only an item of two domains can be met twice,
// and only then the costlier UNION is asked.
void add_walks(Statement& sql, const Filter& filter) {
  const auto walks = walks_of(filter);
  if (walks.size() == 1) return add_walk(sql, filter, walks.front());
  std::string_view before = "SELECT item FROM (";
  for (const auto& walk : walks) {
    add_walk(sql.with(before), filter, walk);
    before = std::popcount(filter.domains) > 1 ? ") AS one UNION SELECT item FROM ("
                                               : ") AS one UNION ALL SELECT item FROM (";
  }
  sql.with(") AS one");
}

void add_map(Statement& sql, const Filter& filter) {
  sql.with("SELECT a.item FROM item_area a WHERE a.on_map = 1 AND a.area = ", filter.area);
  if (filter.before) sql.with(" AND a.item < ", *filter.before);
  sql.with(" ORDER BY a.item DESC LIMIT ", std::clamp(filter.limit, 1, 100));
}

bool is_map(const Filter& filter) {
  return filter.with_place && filter.kinds.empty() && filter.domains == 0 && filter.only_public &&
         filter.is_open.value_or(false);
}

// What no index of its own has: walks until a page is full. For tests and for what is rare.
void add_search(Statement& sql, const Filter& filter) {
  sql.with("SELECT a.item FROM item_area a JOIN item o ON o.id = a.item WHERE a.area = ", filter.area);
  std::string_view before = " AND a.kind IN (";
  for (const auto& kind : filter.kinds) {
    sql.with(before, kind);
    before = ", ";
  }
  if (!filter.kinds.empty()) sql.with(")");
  if (filter.only_public) sql.with(" AND a.visibility = ", Visibility::everyone);
  if (filter.is_open) sql.with(" AND a.is_open = ", *filter.is_open);
  if (filter.domains != 0) sql.with(" AND (a.domains & ", filter.domains).with(") <> 0");
  if (filter.holder) sql.with(" AND o.holder = ", *filter.holder);
  if (!filter.status.empty()) sql.with(" AND o.status = ", filter.status);
  if (filter.with_place) sql.with(" AND o.longitude IS NOT NULL");
  if (filter.before) sql.with(" AND a.item < ", *filter.before);
  sql.with(" ORDER BY a.item DESC LIMIT ", std::clamp(filter.limit, 1, 100));
}

}  // namespace

std::vector<Item> list(db::Transaction& tx, const Filter& filter) {
  const bool is_search = filter.kinds.empty() || filter.with_place || filter.holder || !filter.status.empty();
  Statement sql;
  sql.with("SELECT " + store::item_columns + " FROM (");
  if (is_map(filter))
    add_map(sql, filter);
  else if (is_search)
    add_search(sql, filter);
  else
    add_walks(sql, filter);
  sql.with(") AS found JOIN item i ON i.id = found.item ORDER BY found.item DESC LIMIT ",
           std::clamp(filter.limit, 1, 100));
  return store::items_of(sql.run(tx));
}

}  // namespace wijktafel::items
