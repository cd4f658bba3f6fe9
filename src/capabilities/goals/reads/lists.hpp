// The lists of goals and commitments of an area, a page at a time: no page costs more because the archive
// grew.
#pragma once

#include <map>

#include "capabilities/goals/goals.hpp"

namespace wijktafel::goals {

inline constexpr int page_length = 20;

struct ListedGoal {
  GoalSummary goal;
  bool lacks_commitment = false;  // nobody has promised anything for it
};
struct GoalPage {
  std::vector<ListedGoal> goals;     // newest first
  std::optional<ItemId> older_than;  // where the next page begins
};
GoalPage list_goals(db::Transaction& tx, std::string_view area, bool is_open, std::optional<ItemId> before,
                    int limit = page_length);

enum class CommitmentList { late, open, ended };
struct CommitmentPage {
  std::vector<CommitmentSummary> commitments;  // by due date; the ended ones newest first
  std::string next;                            // where the next page begins; "" on the last one
  std::int64_t late = 0;
  std::int64_t open = 0;
  std::int64_t ended = 0;
};
// `from` is the `next` of an earlier page; anything else gives the first page.
CommitmentPage list_commitments(db::Transaction& tx, std::string_view area, CommitmentList list, Date today,
                                std::string_view from, int limit = page_length);

// The names of all organisations: a municipality has tens of them.
std::map<OrganisationId, std::string> organisation_names(db::Transaction& tx);

}  // namespace wijktafel::goals
