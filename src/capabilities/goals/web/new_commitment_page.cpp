// The form that puts a promise into words. For an organisation that one acts for it is made at once; for
// another it is offered, because nobody can promise for another.
#include "capabilities/goals/actions/answer_offer.hpp"
#include "capabilities/goals/actions/offer_commitment.hpp"
#include "capabilities/goals/reads/lists.hpp"
#include "capabilities/goals/web/commitment_views.hpp"
#include "capabilities/goals/web/organisation_choice.hpp"
#include "capabilities/goals/web/pages.hpp"
#include "capabilities/goals/web/paths.hpp"
#include "capabilities/goals/web/refusals.hpp"
#include "capabilities/goals/web/source.hpp"
#include "design/edge_pages.hpp"
#include "design/page.hpp"

namespace wijktafel::goals {
namespace {

constexpr std::size_t title_limit = 120;
constexpr std::size_t measure_limit = 1000;

using Names = std::map<OrganisationId, std::string>;

Names all_names(const web::Call& call) {
  return call.service.database.read([](db::Transaction& tx) { return organisation_names(tx); });
}

http::Response form_page(const web::Call& call, const Source& source, const Names& names,
                         std::span<const web::FieldFault> faults = {}) {
  const design::Fields fields(call, faults);
  const auto typed = [&](std::string_view name) { return call.request.form.get(name); };
  NewCommitmentView view;
  view.url = new_commitment_path(*call.area, source.item ? std::optional(source.item->id) : std::nullopt);
  view.source = link_to(call, source.item);
  view.faults = fields.summary();
  view.promiser =
      fields.select("promiser", "goals.form.promiser", organisation_choices(names), typed("promiser"));
  view.title = fields.text("title", "goals.form.commitment_title", typed("title"));
  view.measure = fields.area("measure", "goals.form.measure_text", typed("measure"),
                             {.rows = 3, .most = static_cast<int>(measure_limit)});
  view.due = fields.date("due", "goals.form.due", typed("due"), {.earliest = call.today});
  view.receiver =
      fields.select("receiver", "goals.form.receiver", organisation_choices(names), typed("receiver"), true);
  view.is_intention = fields.tick("is_intention", "goals.form.is_intention", !typed("is_intention").empty());
  view.submit = {.text = call.text("goals.form.make_commitment"),
                 .way_out = design::Link{call.text("goals.form.stop"), commitments_path(*call.area)}};
  return design::page(call,
                      {.title = call.text("goals.new_commitment.title"),
                       .active_tab = "doelen",
                       .narrow = true,
                       .back_url = commitments_path(*call.area),
                       .has_faults = !faults.empty(),
                       .query = {"van", "doel"}},
                      "goals/new_commitment", view, faults.empty() ? 200 : 422);
}

std::optional<OfferCommitment> read_offer(const web::Call& call, const Source& source, const Names& names,
                                          web::FormReader& reader) {
  std::vector<OrganisationId> all;
  for (const auto& [id, name] : names) all.push_back(id);
  OfferCommitment offer;
  offer.area = *call.area;
  const auto promiser = read_organisation(reader, "promiser", all, "goals.fault.promiser_missing");
  offer.title =
      reader.text("title", {.most = title_limit, .missing_key = "goals.fault.commitment_title_missing"});
  offer.measure =
      reader.text("measure", {.most = measure_limit, .missing_key = "goals.fault.measure_missing"});
  const auto due = reader.date("due", "goals.fault.due_missing");
  offer.receiver = read_organisation(reader, "receiver", all, {});
  if (promiser && offer.receiver == promiser) reader.fault("receiver", "goals.fault.receiver_is_promiser");
  offer.is_intention = reader.checked("is_intention");
  if (!reader.ok()) return std::nullopt;
  offer.promiser = *promiser;
  offer.due = *due;
  if (source.item && source.item->kind == "goal") offer.goal = source.item->id;
  if (source.item && source.item->kind != "goal") offer.from = {source.item->id};
  return offer;
}

Result<ItemId, CommitmentRefusal> offer_and_accept_own(db::Transaction& tx, const web::Call& call,
                                                       const OfferCommitment& offer) {
  const auto offered = offer_commitment(tx, call.now, call.actor, offer);
  if (!offered || !call.actor.is_member_of(offer.promiser)) return offered;
  const auto accepted = accept_commitment(tx, call.now, call.actor, *offered, std::nullopt);
  if (!accepted) return std::unexpected(accepted.error());
  return offered;
}

}  // namespace

http::Response show_new_commitment(const web::Call& call) {
  const auto source = source_of(call);
  if (source.is_missing) return design::edge_pages().not_found(call);
  return form_page(call, source, all_names(call));
}

http::Response make_new_commitment(const web::Call& call) {
  const auto source = source_of(call);
  if (source.is_missing) return design::edge_pages().not_found(call);
  const auto names = all_names(call);
  web::FormReader reader(call.request.form);
  const auto offer = read_offer(call, source, names, reader);
  if (!offer) return form_page(call, source, names, reader.faults());
  const auto made = call.service.database.write(
      [&](db::Transaction& tx) { return offer_and_accept_own(tx, call, *offer); });
  if (made) return http::see_other(commitment_path(*call.area, *made));
  auto refused = call.service.database.read(
      [&](db::Transaction& tx) { return fault(in_words(call, tx, made.error())); });
  if (refused.field.empty()) refused.field = "title";
  return form_page(call, source, names, {&refused, 1});
}

}  // namespace wijktafel::goals
