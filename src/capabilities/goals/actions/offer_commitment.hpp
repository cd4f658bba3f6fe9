// A promise is put into words, by anybody at the table, for one organisation. It binds nobody until someone
// of that organisation accepts it.
#pragma once

#include "capabilities/goals/actions/refusals.hpp"
#include "capabilities/goals/store.hpp"

namespace wijktafel::goals {

struct OfferCommitment {
  web::AreaRef area;
  std::string title;    // who does what, in one sentence
  std::string measure;  // how one sees that it is done
  OrganisationId promiser{};
  std::optional<OrganisationId> receiver = std::nullopt;  // none: the table
  Date due;
  bool is_intention = false;
  std::optional<ItemId> goal = std::nullopt;
  std::vector<ItemId> from = {};  // decision, signal, agenda item, meeting
};

Result<ItemId, CommitmentRefusal> offer_commitment(db::Transaction& tx, Instant now,
                                                   const identity::Actor& actor, const OfferCommitment& form);

}  // namespace wijktafel::goals
