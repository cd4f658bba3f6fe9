// "Deze week": what somebody who works here must know on Monday morning.
#pragma once

#include "capabilities/accounts/accounts.hpp"
#include "capabilities/goals/goals.hpp"
#include "capabilities/safety_net/safety_net.hpp"
#include "capabilities/tables/tables.hpp"

namespace wijktafel::safety_net {

// For whom: the areas somebody coordinates and the organisations they act for, those of people they stand in
// for included.
struct Scope {
  std::vector<std::string> areas;
  std::vector<OrganisationId> organisations;
  bool is_empty() const { return areas.empty() && organisations.empty(); }
};
Scope scope_of(db::Transaction& tx, Instant now, const identity::Actor& actor);

struct WeekSignal {
  items::Item item;
  std::string holder;       // name; "" for nobody
  std::string waiting_for;  // while it waits
  bool at_net = false;      // its date passed and the desk has it
};
struct SignalPart {
  std::vector<WeekSignal> signals;
  bool has_more = false;
};
struct PromisePart {
  std::vector<goals::CommitmentSummary> promises;
  bool has_more = false;
};
struct AwayPerson {
  std::string name;
  std::string deputy;  // "" for nobody
  Date first_day;
  Date last_day;
};
struct WeekMeeting {
  tables::MeetingSummary meeting;
  std::string area;  // name
};
struct Week {
  Date monday;
  Date sunday;
  SignalPart passed = {};
  SignalPart due = {};
  SignalPart waiting = {};
  SignalPart fresh = {};      // since Monday of last week, and still open
  PromisePart promises = {};  // late, or due this week
  std::vector<WeekMeeting> meetings = {};
  std::vector<AwayPerson> away = {};
};
bool wants_week_mail(db::Transaction& tx, PersonId person);
Date monday_of(Date date);
Week read_week(db::Transaction& tx, Instant now, const Scope& scope);

}  // namespace wijktafel::safety_net
