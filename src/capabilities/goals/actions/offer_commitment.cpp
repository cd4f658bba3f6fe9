#include "capabilities/goals/actions/offer_commitment.hpp"

namespace wijktafel::goals {
namespace {

// Domains and themes of what it comes from, so that it is found where people look for it.
void take_over(db::Transaction& tx, ItemId source, items::NewItem& item) {
  const auto found = items::find(tx, source);
  if (!found) return;
  item.domains |= found->domains;
  item.themes.insert(item.themes.end(), found->themes.begin(), found->themes.end());
}

}  // namespace

Result<ItemId, CommitmentRefusal> offer_commitment(db::Transaction& tx, Instant now,
                                                   const identity::Actor& actor,
                                                   const OfferCommitment& form) {
  const Date today = local_date(now);
  if (form.due < today) return std::unexpected(DueInThePast{today});
  items::NewItem item{.kind = "commitment",
                      .area = form.area.key,
                      .lineage = form.area.lineage,
                      .title = form.title,
                      .text = form.measure,
                      .status = "offered",
                      .holder = form.promiser,
                      .next_date = form.due};
  if (form.goal) take_over(tx, *form.goal, item);
  for (const auto source : form.from) take_over(tx, source, item);
  const ItemId id = items::create(tx, now, actor, item,
                                  {.what = "goals.commitment_offered",
                                   .facts = {{"promiser_organisation", raw(form.promiser)},
                                             {"title", form.title},
                                             {"due_date", iso_date(form.due)}}});
  store::insert_commitment(tx, {.item = id,
                                .goal = form.goal,
                                .promiser = form.promiser,
                                .receiver = form.receiver,
                                .measure = form.measure,
                                .is_intention = form.is_intention,
                                .first_due = form.due,
                                .due = form.due,
                                .consent_of = {},
                                .consent_before = {},
                                .reported_at = {}});
  if (form.goal) items::link(tx, now, *form.goal, id, items::LinkKind::led_to);
  for (const auto source : form.from) items::link(tx, now, source, id, items::LinkKind::led_to);
  return id;
}

}  // namespace wijktafel::goals
