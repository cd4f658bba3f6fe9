// Shared goals and the commitments (afspraken) that carry them. One promise, one record: an action item of a
// meeting, a point of a walk and a commitment to a goal are one commitment, shown in several places.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "capabilities/items/items.hpp"

namespace wijktafel::goals {

using identity::OrganisationId;
using items::ItemId;

web::Capability capability();

// Item kinds "goal" (/doelen/12) and "commitment" (/afspraken/34).

// A commitment as lists show it, on the neighbourhood page and under "Stand van de afspraken".
struct CommitmentSummary {
  items::Item item;
  OrganisationId promiser{};
  Date first_due;  // what was promised first; stays visible
  Date due;
  int days_late = 0;  // derived from `today`; 0 when it is not late
  bool is_intention = false;
};

// What is late, longest first: ten named at most on an agenda. Costs the same however many were ever kept.
std::vector<CommitmentSummary> late_commitments(db::Transaction& tx, std::string_view area, Date today,
                                                int limit = 10);
std::int64_t count_late(db::Transaction& tx, std::string_view area, Date today);
// Open ones by due date (late first), then those ended most recently.
std::vector<CommitmentSummary> commitments_of_area(db::Transaction& tx, std::string_view area, Date today,
                                                   int limit = 20);
std::vector<CommitmentSummary> commitments_of(db::Transaction& tx, ItemId goal, Date today);
// Promised (no offer, no intention), not reported yet, and due on `until` or before, by due date: here, or by
// this organisation wherever in the municipality.
std::vector<CommitmentSummary> commitments_due(db::Transaction& tx, std::string_view area, Date until,
                                               Date today, int most);
std::vector<CommitmentSummary> commitments_due_of(db::Transaction& tx, OrganisationId promiser, Date until,
                                                  Date today, int most);

struct GoalSummary {
  items::Item item;
  std::string indicator;  // "mensen eten samen op donderdag"
  double baseline = 0;
  double target = 0;
  double now = 0;  // last measurement, or the baseline
  bool is_reached = false;
  Date target_date;
  int commitments = 0;  // accepted ones
};
std::vector<GoalSummary> goals_of_area(db::Transaction& tx, std::string_view area,
                                       int limit = 20);  // open first, newest first

// "15 november (eerst 30 juni)" as parts, the word of the state and its tone ("7 dagen te laat", "late").
struct Standing {
  std::string word;
  std::string tone;
};
Standing standing_of(const web::Call& call, const CommitmentSummary& commitment);

// --- for capabilities of a higher level: a promise that is made elsewhere than on the pages of goals ---

// Why not, in words of this capability, with the status of the response.
struct Refused {
  int status = 422;
  std::string word_key;
  i18n::Arguments arguments = {};
  std::string field = {};  // of the form it came from; "" when it is about the whole
};

struct NewCommitment {
  std::string title;    // who does what, in one sentence
  std::string measure;  // how one sees that it is done
  OrganisationId promiser{};
  Date due;
  std::vector<ItemId> from = {};  // the walk, the signal it comes from
};

// By call.actor, at call.now, as with the form: whoever records a promise of their own organisation says yes
// by doing so; for another it is offered, because nobody can promise for another.
Result<ItemId, Refused> offer(const web::Call& call, db::Transaction& tx, const web::AreaRef& area,
                              const NewCommitment& commitment);
// Somebody of the promising organisation says yes.
Result<void, Refused> accept(const web::Call& call, db::Transaction& tx, ItemId commitment);
// Somebody of the promising organisation says that it is done; `proof`: what one can see or where.
Result<void, Refused> report_done(const web::Call& call, db::Transaction& tx, ItemId commitment,
                                  const std::string& text, const std::string& proof);
// In the order of `ids`; what not everybody may see is left out.
std::vector<CommitmentSummary> find_commitments(db::Transaction& tx, const std::vector<ItemId>& ids,
                                                Date today);

}  // namespace wijktafel::goals
