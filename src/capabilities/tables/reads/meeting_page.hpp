// One meeting with its agenda, its decisions, who was there and how the promises stand.
#pragma once

#include "capabilities/goals/goals.hpp"
#include "capabilities/tables/records.hpp"

namespace wijktafel::tables {

struct TakenDecision {
  items::Item item;
  Decision decision;
};

struct AgendaPoint {
  items::Item item;
  AgendaItem point;
  std::optional<items::Item> subject;  // when the caller may see it
  std::vector<TakenDecision> decisions;
};

// A line under "Stand van de afspraken". For a meeting that was held: as it stood then.
struct StandingLine {
  goals::CommitmentSummary commitment;
  std::string promiser;  // name
};

struct PresentPerson {
  std::string name;          // "" when the account is gone
  std::string organisation;  // name; "" for the panel and the coordinator
  bool is_voter = false;
};

struct MeetingPage {
  items::Item item;
  Meeting meeting;
  Body body = {};
  std::vector<AgendaPoint> agenda = {};
  std::vector<StandingLine> standing = {};
  std::int64_t more_late = 0;  // late ones that are not named; 0 for a meeting that was held
  std::vector<PresentPerson> people = {};
  int other_residents = 0;
  std::string why_cancelled = {};
};

// Nothing when there is no such meeting in the area of the call, or the caller may not see it.
std::optional<MeetingPage> find_meeting_page(const web::Call& call, db::Transaction& tx, ItemId id);

struct AgendaItemPage {
  AgendaPoint point;
  items::Item meeting_item;
  Meeting meeting;
  Body body;
  std::vector<items::ChainStep> chain;
};
std::optional<AgendaItemPage> find_agenda_item_page(const web::Call& call, db::Transaction& tx, ItemId id);

struct DecisionPage {
  TakenDecision decision;
  items::Item meeting_item;
  Meeting meeting;
  items::Item agenda_item;
  std::vector<items::Gap> gaps;
  std::vector<items::Item> led_to;  // goals, commitments ... that the caller may see
  std::vector<items::ChainStep> chain;
};
std::optional<DecisionPage> find_decision_page(const web::Call& call, db::Transaction& tx, ItemId id);

}  // namespace wijktafel::tables
