#include "capabilities/goals/web/commitment_page.hpp"

#include "base/text.hpp"
#include "capabilities/goals/reads/commitment_details.hpp"
#include "capabilities/goals/web/commitment_forms.hpp"
#include "capabilities/goals/web/commitment_views.hpp"
#include "capabilities/goals/web/here.hpp"
#include "capabilities/goals/web/pages.hpp"
#include "capabilities/goals/web/paths.hpp"
#include "design/edge_pages.hpp"
#include "design/page.hpp"
#include "platform/web/slots.hpp"

namespace wijktafel::goals {
namespace {

std::vector<DateChangeRow> date_changes(const web::Call& call, const CommitmentDetails& details) {
  const auto day = [&](Date date) { return i18n::short_date(call.language, date, call.today); };
  std::vector<DateChangeRow> rows;
  rows.reserve(details.date_changes.size());
  for (const auto& change : details.date_changes)
    rows.push_back({.when = day(local_date(change.changed_at)),
                    .change = call.text("goals.commitment_page.date_change",
                                        {{"earlier", day(change.earlier)}, {"later", day(change.later)}}),
                    .reason = change.reason});
  return rows;
}

std::vector<ReportRow> reports(const web::Call& call, const CommitmentDetails& details, bool judgements) {
  std::vector<ReportRow> rows;
  for (const auto& report : details.reports) {
    if (report.is_judgement != judgements) continue;
    ReportRow row{.when = i18n::short_date(call.language, local_date(report.reported_at), call.today),
                  .state = call.text("goals.commitment.status." + report.state),
                  .text = html::from_plain_text(report.text),
                  .proof = std::nullopt};
    if (!report.proof.empty()) row.proof = report.proof;
    rows.push_back(std::move(row));
  }
  return rows;
}

// What the eye needs first: it binds nobody yet; or a consent that is waited for.
std::optional<design::Notice> first_of_all(const web::Call& call, const CommitmentDetails& details) {
  if (details.item.status != "offered") return std::nullopt;
  return design::Notice{
      .title = call.text("goals.commitment_page.offered_title", {{"organisation", details.promiser.name}}),
      .text = call.text("goals.commitment_page.nobody_for_another")};
}

std::optional<std::string> consent(const web::Call& call, const CommitmentDetails& details) {
  const auto& commitment = details.commitment;
  if (details.item.status != "subject_to_consent") return std::nullopt;
  if (!commitment.consent_before)
    return call.text("goals.commitment_page.consent", {{"who", commitment.consent_of}});
  return call.text("goals.commitment_page.consent_before",
                   {{"who", commitment.consent_of},
                    {"date", i18n::long_date(call.language, *commitment.consent_before, call.today)}});
}

std::optional<std::string> judge_before(const web::Call& call, const CommitmentDetails& details) {
  if (details.item.status != "reported_done" || !details.commitment.reported_at) return std::nullopt;
  const Date last = plus_days(local_date(*details.commitment.reported_at), days_to_judge);
  const i18n::Arguments date = {{"date", i18n::long_date(call.language, last, call.today)}};
  return call.text("goals.commitment_page.judge_before", date);
}

CommitmentPageView view_of(const web::Call& call, const CommitmentDetails& details, const CameBack& back) {
  CommitmentPageView view;
  view.kicker = call.text(details.commitment.is_intention ? "goals.commitment_page.kicker_intention"
                                                          : "goals.commitment_page.kicker",
                          {{"number", raw(details.item.id)}});
  view.title = details.item.title;
  const auto standing = standing_of(call, {.item = details.item,
                                           .promiser = details.promiser.id,
                                           .first_due = details.commitment.first_due,
                                           .due = details.commitment.due,
                                           .days_late = details.days_late,
                                           .is_intention = details.commitment.is_intention});
  view.badge = {standing.word, standing.tone};
  view.notice = first_of_all(call, details);
  if (!back.sentence.empty()) view.notice = design::Notice{.tone = "warning", .title = back.sentence};
  view.faults = design::Fields(call, back.faults).summary();
  view.promiser = details.promiser.name;
  view.receiver = details.receiver ? details.receiver->name : call.text("goals.commitment_page.the_table");
  view.measure = details.commitment.measure;
  view.due = i18n::long_date(call.language, details.commitment.due, call.today);
  if (details.commitment.first_due != details.commitment.due)
    view.first_due = i18n::long_date(call.language, details.commitment.first_due, call.today);
  view.contact = details.contact.value_or(call.text("goals.commitment_page.no_contact"));
  view.is_intention = details.commitment.is_intention;
  view.consent = consent(call, details);
  view.date_changes = date_changes(call, details);
  view.has_date_changes = !view.date_changes.empty();
  view.reports = reports(call, details, false);
  view.judgements = reports(call, details, true);
  view.judged_by = details.receiver ? call.text("goals.commitment_page.organisation_finds",
                                                {{"organisation", details.receiver->name}})
                                    : call.text("goals.commitment_page.table_finds");
  view.judge_before = judge_before(call, details);
  view.chain = items::chain_component(call, details.chain, !details.item.is_open);
  return view;
}

}  // namespace

http::Response commitment_page(const web::Call& call, ItemId id, const CameBack& back) {
  struct Found {
    CommitmentDetails details;
    Possible possible;
    std::vector<CommitmentSummary> replacements;
  };
  const auto found = call.service.database.read([&](db::Transaction& tx) -> std::optional<Found> {
    auto details = find_commitment_details(call, tx, id);
    if (!details) return std::nullopt;
    const auto possible = possible_for(call, *details);
    auto others =
        possible.replace ? replacements_for(tx, *details, call.today) : std::vector<CommitmentSummary>{};
    return Found{std::move(*details), possible, std::move(others)};
  });
  if (!found) return design::edge_pages().not_found(call);
  auto view = view_of(call, found->details, back);
  view.buttons = commitment_buttons(call, found->details, found->possible);
  view.forms = commitment_forms(call, found->details, found->possible, found->replacements, back);
  view.footer = web::filled_slot(call, "item_footer", raw(id));
  view.has_forms = !view.forms.empty();
  return design::page(call,
                      {.title = view.title,
                       .active_tab = "doelen",
                       .back_url = commitments_path(*call.area),
                       .description = first_words(found->details.commitment.measure, 150),
                       .has_faults = !back.faults.empty()},
                      "goals/commitment_page", view, back.status);
}

http::Response show_commitment(const web::Call& call) {
  auto here = item_here(call, "commitment");
  if (auto* elsewhere = std::get_if<http::Response>(&here)) return std::move(*elsewhere);
  return commitment_page(call, std::get<items::Item>(here).id);
}

}  // namespace wijktafel::goals
