#include "capabilities/tables/model.hpp"

namespace wijktafel::tables {

bool meeting_may_become(std::string_view from, std::string_view to) {
  if (from == "planned") return to == "under_way" || to == "held" || to == "cancelled";
  if (from == "under_way") return to == "held";
  return false;
}

bool is_carried(const Votes& votes) { return votes.in_favour > votes.against; }

bool meets_quorum(const Votes& votes, int quorum) { return votes.in_favour + votes.against + votes.abstain >= quorum; }

}  // namespace wijktafel::tables
