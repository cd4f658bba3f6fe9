// What somebody has to work on: their own lists, and one page of one list.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "capabilities/signals/note_store.hpp"
#include "capabilities/signals/work_store.hpp"

namespace wijktafel::signals {

using store::WorkFilter;
using store::WorkKey;

// Forty open matters fit on one page.
inline constexpr int inbox_page = 50;
// A list is counted no further: more is "more than 1.000".
inline constexpr int inbox_count_most = 1'001;

// Whose work: lists that are read together, under one name.
struct WorkList {
  enum class Of { person, team, organisation, area };
  Of of = Of::person;
  std::int64_t number = 0;  // of the team or the organisation
  std::string area = {};    // key
  std::string name = {};    // of team, organisation or area
  std::vector<std::string> lists = {};
  std::vector<items::Visibility> visible = {};
  store::WorkCount count = {};
};

// Everything this person has something to do with: what they do themselves, their teams, their
// organisations, the areas they coordinate. In the order of the page.
std::vector<WorkList> lists_of(const web::Call& call, db::Transaction& tx);
// The list of one area; its count is filled.
WorkList list_of_area(const web::Call& call, db::Transaction& tx, const web::AreaRef& area);

// The ways of looking that this person keeps, by title.
std::vector<store::InboxViewRow> read_views(const web::Call& call, db::Transaction& tx);

struct InboxRow {
  items::Item item;
  store::WorkRow work;
  std::string area;     // name
  std::string holder;   // name; "" when nobody has it
  std::string team;     // name
  std::string contact;  // name
  std::string theme;    // name
};

struct Inbox {
  std::vector<InboxRow> rows;
  std::optional<WorkKey> next;  // there is more: ask again with `after`
};
Inbox read_inbox(const web::Call& call, db::Transaction& tx, const WorkList& list, WorkFilter filter,
                 std::optional<WorkKey> after);

// What a filter, or an assignment, can choose from.
struct InboxChoices {
  std::vector<std::pair<std::string, std::string>> themes;  // key and name
  std::vector<std::pair<OrganisationId, std::string>> organisations;
  std::vector<std::pair<organisations::TeamId, std::string>> teams;  // of the organisations named
  std::vector<std::pair<PersonId, std::string>> people;              // of the organisations named
};
InboxChoices inbox_choices(const web::Call& call, db::Transaction& tx,
                           const std::vector<OrganisationId>& named);

}  // namespace wijktafel::signals
