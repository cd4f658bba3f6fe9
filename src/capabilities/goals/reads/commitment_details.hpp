// All that the page of one commitment shows.
#pragma once

#include "capabilities/goals/model.hpp"
#include "capabilities/goals/store.hpp"
#include "capabilities/organisations/organisations.hpp"

namespace wijktafel::goals {

struct CommitmentDetails {
  items::Item item;
  store::Commitment commitment;
  int days_late = 0;
  organisations::Organisation promiser;
  std::optional<organisations::Organisation> receiver;  // none: the table
  // The contact person as long as they work for the promiser; else the page says "zonder contactpersoon".
  std::optional<std::string> contact;
  bool is_contact = false;  // the person who asks is it
  std::vector<store::DateChange> date_changes;
  std::vector<store::Report> reports;  // oldest first, of both sides
  std::vector<items::ChainStep> chain;
};

// Nothing when there is no such commitment, or not for this person.
std::optional<CommitmentDetails> find_commitment_details(const web::Call& call, db::Transaction& tx,
                                                         ItemId id);

// What the person who asks may do with it now.
Possible possible_for(const web::Call& call, const CommitmentDetails& details);

// Other open commitments of the same organisation: by which one this one may be replaced.
std::vector<CommitmentSummary> replacements_for(db::Transaction& tx, const CommitmentDetails& details,
                                                Date today);

}  // namespace wijktafel::goals
