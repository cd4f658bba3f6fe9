// What is kept of a table, beside what every item has: as store writes it and actions and reads use it.
#pragma once

#include "capabilities/tables/model.hpp"
#include "capabilities/tables/tables.hpp"

namespace wijktafel::tables {

// The table of one area. How it decides and who votes is printed on each decision.
struct Body {
  std::string area;
  std::string name;              // "Wijktafel Bomenbuurt"
  std::string state = "active";  // one of body_states
  std::string decides_by = "consensus";
  std::string voters = {};  // "de leden van het wijkpanel"
  int quorum = 0;           // votes that a vote needs; 0: any number
};

struct Meeting {
  ItemId item{};
  std::string area;
  Instant begins_at{};
  std::string place;
  std::string online_link = {};
  bool is_public = true;
  std::string minutes = {};
  std::string minutes_state = "none";  // none, draft, adopted
};

struct AgendaItem {
  ItemId item{};
  ItemId meeting{};
  int position = 0;
  std::optional<ItemId> subject;  // the signal, goal ... it is about
  std::string discussion;
};

// Only people who are at the table for their work or for the panel; other residents are counted.
struct Attendance {
  PersonId person{};
  std::optional<OrganisationId> organisation = std::nullopt;
  bool is_voter = false;  // of the panel
};

struct Decision {
  ItemId item{};
  ItemId meeting{};
  ItemId agenda_item{};
  std::string kind;
  std::string taken_by;
  Votes votes = {};
  std::string voters;  // the rules of its day
  int quorum = 0;
  std::string advice_to = {};
  std::optional<Date> answer_before = std::nullopt;
  std::string regulation = {};
};

}  // namespace wijktafel::tables
