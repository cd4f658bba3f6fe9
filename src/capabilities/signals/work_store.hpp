// All SQL about the work in hand: open signals in the lists of areas, organisations, teams and people.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "capabilities/signals/model.hpp"
#include "capabilities/signals/signals.hpp"

namespace wijktafel::signals::store {

// The name of a list; that of an area is its key.
std::string list_of(OrganisationId organisation);
std::string list_of(organisations::TeamId team);
std::string list_of(PersonId person);

struct WorkRow {
  ItemId item{};
  Date next_date = {};
  items::Visibility visibility = items::Visibility::everyone;
  Status status{};
  std::string theme = {};
  items::Domains domains = 0;
  Priority priority = Priority::normal;
  std::optional<OrganisationId> holder = {};
  std::optional<organisations::TeamId> team = {};
  std::optional<PersonId> contact = {};
  Channel channel = Channel::web;
  std::string words = {};  // of the title, in small letters
};
// Takes away what stood there of this signal.
void put_work(db::Transaction& tx, const std::vector<std::string>& lists, const WorkRow& row);
void remove_work(db::Transaction& tx, ItemId item);
// Every area in whose list of what is due the signal stands.
std::vector<std::string> areas_of(db::Transaction& tx, ItemId item);

// Who gave it to whoever has it now.
struct Assigned {
  PersonId by{};
  Instant at{};
};
void set_assigned(db::Transaction& tx, ItemId item, const std::optional<Assigned>& assigned);
std::optional<Assigned> find_assigned(db::Transaction& tx, ItemId item);

// What somebody asks of a list; what is not set does not matter.
struct WorkFilter {
  std::vector<items::Visibility> visible = {items::Visibility::everyone};
  std::optional<Status> status = {};
  std::optional<std::string> theme = {};  // "": without a theme
  items::Domains domains = 0;
  std::optional<Priority> priority = {};
  std::optional<std::optional<OrganisationId>> holder = {};  // inner nullopt: nobody has it
  std::optional<organisations::TeamId> team = {};
  std::optional<std::optional<PersonId>> contact = {};
  std::optional<Channel> channel = {};
  std::optional<Date> from = {};        // the next date lies on this day or later
  std::optional<Date> until = {};       // before this day
  std::vector<std::string> words = {};  // each stands somewhere in the title; in small letters
};

// The place of a row in the order of a list.
struct WorkKey {
  Date next_date = {};
  ItemId item{};
};
// What is due longest on top.
std::vector<WorkRow> work_in(db::Transaction& tx, const std::vector<std::string>& lists,
                             const WorkFilter& filter, std::optional<WorkKey> after, int most);

struct WorkCount {
  int late = 0;
  int all = 0;
};
// Counts no further than `most`.
WorkCount count_work(db::Transaction& tx, const std::vector<std::string>& lists, const WorkFilter& filter,
                     Date today, int most);

}  // namespace wijktafel::signals::store
