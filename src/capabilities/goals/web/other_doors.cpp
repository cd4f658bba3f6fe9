// The face towards other capabilities for promises that are made elsewhere: through the same actions as the
// pages.
#include "capabilities/goals/actions/answer_offer.hpp"
#include "capabilities/goals/actions/offer_commitment.hpp"
#include "capabilities/goals/actions/report_progress.hpp"
#include "capabilities/goals/goals.hpp"
#include "capabilities/goals/reads/summaries.hpp"
#include "capabilities/goals/web/refusals.hpp"

namespace wijktafel::goals {
namespace {

Result<void, Refused> said(const web::Call& call, db::Transaction& tx, const Done& done) {
  if (!done) return std::unexpected(in_words(call, tx, done.error()));
  return {};
}

}  // namespace

Result<ItemId, Refused> offer(const web::Call& call, db::Transaction& tx, const web::AreaRef& area,
                              const NewCommitment& commitment) {
  const auto offered = offer_commitment(tx, call.now, call.actor,
                                        {.area = area,
                                         .title = commitment.title,
                                         .measure = commitment.measure,
                                         .promiser = commitment.promiser,
                                         .due = commitment.due,
                                         .from = commitment.from});
  if (!offered) return std::unexpected(in_words(call, tx, offered.error()));
  if (call.actor.is_member_of(commitment.promiser))
    if (const auto accepted = accept(call, tx, *offered); !accepted) return std::unexpected(accepted.error());
  return *offered;
}

Result<void, Refused> accept(const web::Call& call, db::Transaction& tx, ItemId commitment) {
  return said(call, tx, accept_commitment(tx, call.now, call.actor, commitment, std::nullopt));
}

Result<void, Refused> report_done(const web::Call& call, db::Transaction& tx, ItemId commitment,
                                  const std::string& text, const std::string& proof) {
  return said(call, tx,
              report_progress(tx, call.now, call.actor, commitment,
                              {.state = "reported_done", .text = text, .proof = proof}));
}

std::vector<CommitmentSummary> find_commitments(db::Transaction& tx, const std::vector<ItemId>& ids,
                                                Date today) {
  return commitment_summaries(tx, ids, today);
}

}  // namespace wijktafel::goals
