// All SQL of goals and commitments: one function per question.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "capabilities/goals/goals.hpp"

namespace wijktafel::goals::store {

struct Goal {
  ItemId item{};
  std::string why;
  std::string indicator;
  double baseline = 0;
  double target = 0;
  double latest = 0;
  Date target_date;
};

struct Measurement {
  Date on;
  double value = 0;
  std::string note;
};

struct Gain {
  OrganisationId organisation{};
  std::string text;
};

struct Commitment {
  ItemId item{};
  std::optional<ItemId> goal;
  OrganisationId promiser{};
  std::optional<OrganisationId> receiver;
  std::string measure;
  bool is_intention = false;
  Date first_due;
  Date due;
  std::string consent_of;
  std::optional<Date> consent_before;
  std::optional<Instant> reported_at;
};

struct DateChange {
  Date earlier;
  Date later;
  std::string reason;
  Instant changed_at{};
};

struct Report {
  bool is_judgement = false;
  std::string state;
  std::string text;
  std::string proof;
  std::optional<OrganisationId> by;
  Instant reported_at{};
};

void insert_goal(db::Transaction& tx, const Goal& goal);
std::optional<Goal> find_goal(db::Transaction& tx, ItemId id);
std::map<ItemId, Goal> goals(db::Transaction& tx, const std::vector<ItemId>& ids);
// Those that an organisation accepted.
std::map<ItemId, int> commitment_counts(db::Transaction& tx, const std::vector<ItemId>& goals);
void insert_gain(db::Transaction& tx, ItemId goal, const Gain& gain);
std::vector<Gain> gains_of(db::Transaction& tx, ItemId goal);
// Also makes it the goal's latest value when nothing newer was measured.
void insert_measurement(db::Transaction& tx, Instant now, ItemId goal, const Measurement& measurement);
std::vector<Measurement> measurements_of(db::Transaction& tx, ItemId goal);  // oldest first

void insert_commitment(db::Transaction& tx, const Commitment& commitment);
std::optional<Commitment> find_commitment(db::Transaction& tx, ItemId id);
std::map<ItemId, Commitment> commitments(db::Transaction& tx, const std::vector<ItemId>& ids);
std::vector<ItemId> commitments_of_goal(db::Transaction& tx, ItemId goal);
// After a change of state: whether the clock may now make it late.
void set_can_be_late(db::Transaction& tx, ItemId id, bool can_be_late);
void set_consent(db::Transaction& tx, ItemId id, std::string_view consent_of, std::optional<Date> before);
void set_due(db::Transaction& tx, Instant now, ItemId id, const DateChange& change);
void set_reported(db::Transaction& tx, ItemId id, Instant at);
std::vector<DateChange> date_changes_of(db::Transaction& tx, ItemId id);
void insert_report(db::Transaction& tx, ItemId id, const Report& report);
std::vector<Report> reports_of(db::Transaction& tx, ItemId id);  // oldest first

// How many promises carry a goal: accepted, and not given back, lapsed or replaced since.
std::int64_t count_carrying(db::Transaction& tx, ItemId goal);

// Where a list by due date goes on.
struct AfterDue {
  Date due;
  ItemId item{};
};
std::vector<ItemId> late(db::Transaction& tx, std::string_view area, Date today, int limit,
                         const std::optional<AfterDue>& after = std::nullopt);
// Public ones that have not ended, by due date.
std::vector<ItemId> open_by_due(db::Transaction& tx, std::string_view area, int limit,
                                const std::optional<AfterDue>& after = std::nullopt);
// Promised and not reported yet, no intention, public, and due on this day or before, by due date.
std::vector<ItemId> due_in_area(db::Transaction& tx, std::string_view area, Date until, int limit);
std::vector<ItemId> due_of_organisation(db::Transaction& tx, OrganisationId promiser, Date until, int limit);
std::int64_t count_late(db::Transaction& tx, std::string_view area, Date today);
// Late, and not yet recorded as such for this due date.
std::vector<ItemId> late_and_unrecorded(db::Transaction& tx, Date today, int limit);
void mark_late_recorded(db::Transaction& tx, ItemId id, Date due);
bool is_late_recorded(db::Transaction& tx, ItemId id, Date due);
std::vector<ItemId> unjudged_since(db::Transaction& tx, Instant reported_before, int limit);
std::vector<ItemId> of_organisation(db::Transaction& tx, OrganisationId promiser,
                                    int limit);  // open ones, by due date
// Reported done since then and not judged yet: promised to this organisation, or to the table of this area.
std::vector<ItemId> reported_to(db::Transaction& tx, OrganisationId receiver, Instant since, int limit);
std::vector<ItemId> reported_to_table(db::Transaction& tx, std::string_view area, Instant since, int limit);

}  // namespace wijktafel::goals::store
