#include "capabilities/goals/reads/commitment_details.hpp"

#include <algorithm>

#include "capabilities/accounts/accounts.hpp"
#include "capabilities/goals/reads/summaries.hpp"

namespace wijktafel::goals {
namespace {

constexpr int most_replacements = 50;

std::optional<std::string> contact_of(db::Transaction& tx, const items::Item& item, OrganisationId promiser,
                                      Instant now) {
  if (!item.contact) return std::nullopt;
  for (auto& member : accounts::members_of(tx, promiser, now))
    if (member.id == *item.contact) return std::move(member.name);
  return std::nullopt;
}

}  // namespace

std::optional<CommitmentDetails> find_commitment_details(const web::Call& call, db::Transaction& tx,
                                                         ItemId id) {
  auto item = items::find_visible(call, tx, id);
  auto commitment = store::find_commitment(tx, id);
  if (!item || !commitment) return std::nullopt;
  auto promiser = organisations::find_organisation(tx, commitment->promiser);
  WIJKTAFEL_ASSERT(promiser.has_value(), "an organisation that promised something is never removed");
  CommitmentDetails details{.item = std::move(*item),
                            .commitment = std::move(*commitment),
                            .promiser = std::move(*promiser),
                            .receiver = {},
                            .contact = {},
                            .date_changes = {},
                            .reports = {},
                            .chain = {}};
  details.days_late = days_late(details.item.status, details.commitment.due, call.today);
  if (details.commitment.receiver)
    details.receiver = organisations::find_organisation(tx, *details.commitment.receiver);
  details.contact = contact_of(tx, details.item, details.promiser.id, call.now);
  details.is_contact = details.contact && details.item.contact == call.actor.person;
  details.date_changes = store::date_changes_of(tx, id);
  details.reports = store::reports_of(tx, id);
  details.chain = items::chain(call, tx, id);
  return details;
}

Possible possible_for(const web::Call& call, const CommitmentDetails& details) {
  const auto area = call.service.find_area(details.item.area);
  const auto lineage = area ? area->lineage : std::vector<std::string>{details.item.area};
  Asker asker;
  asker.is_promiser = call.actor.is_member_of(details.promiser.id);
  asker.is_receiver =
      details.receiver ? call.actor.is_member_of(details.receiver->id) : call.may("goals.judge", lineage);
  asker.is_residents_group = details.promiser.kind == "residents_group";
  asker.is_contact = details.is_contact;
  return possible_now(details.item.status, details.days_late > 0, asker);
}

std::vector<CommitmentSummary> replacements_for(db::Transaction& tx, const CommitmentDetails& details,
                                                Date today) {
  auto ids = store::of_organisation(tx, details.promiser.id, most_replacements);
  std::erase(ids, details.item.id);
  return commitment_summaries(tx, ids, today);
}

}  // namespace wijktafel::goals
