// All that the page of one goal shows.
#pragma once

#include "capabilities/goals/store.hpp"
#include "capabilities/organisations/organisations.hpp"

namespace wijktafel::goals {

struct ToldGain {
  std::string organisation;
  std::string text;
};

struct GoalDetails {
  items::Item item;
  store::Goal goal;
  bool is_reached = false;
  bool lacks_commitment = false;
  std::vector<store::Measurement> measurements;  // oldest first
  std::vector<ToldGain> gains;
  std::vector<CommitmentSummary> commitments;
  std::map<OrganisationId, std::string> names;  // of all organisations
  std::vector<items::ChainStep> chain;
};

// Nothing when there is no such goal, or not for this person.
std::optional<GoalDetails> find_goal_details(const web::Call& call, db::Transaction& tx, ItemId id);

}  // namespace wijktafel::goals
