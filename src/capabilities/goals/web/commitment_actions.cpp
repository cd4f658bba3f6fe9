// What is sent from the page of a commitment. Each ends on that page: changed, or with the reason why not.
#include <charconv>

#include "capabilities/goals/actions/answer_offer.hpp"
#include "capabilities/goals/actions/change_due.hpp"
#include "capabilities/goals/actions/end_commitment.hpp"
#include "capabilities/goals/actions/judge_commitment.hpp"
#include "capabilities/goals/actions/report_progress.hpp"
#include "capabilities/goals/model.hpp"
#include "capabilities/goals/web/commitment_page.hpp"
#include "capabilities/goals/web/here.hpp"
#include "capabilities/goals/web/pages.hpp"
#include "capabilities/goals/web/paths.hpp"
#include "capabilities/goals/web/refusals.hpp"
#include "design/edge_pages.hpp"

namespace wijktafel::goals {
namespace {

constexpr std::size_t report_limit = 2000;
constexpr std::size_t reason_limit = 1000;
constexpr std::size_t line_limit = 200;

using Action = std::function<Done(db::Transaction&, ItemId)>;

http::Response refused_page(const web::Call& call, ItemId id, const CommitmentRefusal& refusal) {
  const auto refused =
      call.service.database.read([&](db::Transaction& tx) { return in_words(call, tx, refusal); });
  if (refused.status == 404) return design::edge_pages().not_found(call);
  CameBack back{.status = refused.status};
  if (refused.field.empty()) {
    back.sentence = sentence(call, refused);
  } else {
    back.faults = {fault(refused)};
  }
  return commitment_page(call, id, back);
}

// Does it, unless the form has faults or the commitment is not here.
http::Response carry_out(const web::Call& call, const std::vector<web::FieldFault>& faults,
                         const Action& action) {
  auto here = item_here(call, "commitment");
  if (auto* elsewhere = std::get_if<http::Response>(&here)) return std::move(*elsewhere);
  const auto id = std::get<items::Item>(here).id;
  if (!faults.empty()) return commitment_page(call, id, {.status = 422, .faults = faults});
  const auto done = call.service.database.write([&](db::Transaction& tx) { return action(tx, id); });
  if (!done) return refused_page(call, id, done.error());
  return http::see_other(commitment_path(*call.area, id));
}

}  // namespace

http::Response send_acceptance(const web::Call& call) {
  return carry_out(call, {}, [&](db::Transaction& tx, ItemId id) {
    return accept_commitment(tx, call.now, call.actor, id, std::nullopt);
  });
}

http::Response send_conditional_acceptance(const web::Call& call) {
  web::FormReader reader(call.request.form);
  Consent consent;
  consent.of =
      reader.text("consent_of", {.most = line_limit, .missing_key = "goals.fault.consent_of_missing"});
  consent.before = reader.date("consent_before");
  return carry_out(call, reader.faults(), [&](db::Transaction& tx, ItemId id) {
    return accept_commitment(tx, call.now, call.actor, id, consent);
  });
}

http::Response send_consent(const web::Call& call) {
  return carry_out(
      call, {}, [&](db::Transaction& tx, ItemId id) { return give_consent(tx, call.now, call.actor, id); });
}

http::Response send_refusal(const web::Call& call) {
  web::FormReader reader(call.request.form);
  const auto reason =
      reader.text("decline_reason", {.most = reason_limit, .missing_key = "goals.fault.reason_missing"});
  return carry_out(call, reader.faults(), [&](db::Transaction& tx, ItemId id) {
    return decline_commitment(tx, call.now, call.actor, id, reason);
  });
}

http::Response send_progress(const web::Call& call) {
  web::FormReader reader(call.request.form);
  ProgressReport report;
  report.state =
      reader.choice("progress", {"on_track", "at_risk", "reported_done"}, "goals.fault.progress_missing")
          .value_or("");
  report.text = reader.text("progress_text",
                            {.most = report_limit, .missing_key = "goals.fault.progress_text_missing"});
  report.proof = reader.text("progress_proof", {.most = line_limit});
  return carry_out(call, reader.faults(), [&](db::Transaction& tx, ItemId id) {
    return report_progress(tx, call.now, call.actor, id, report);
  });
}

http::Response send_judgement(const web::Call& call) {
  web::FormReader reader(call.request.form);
  Judgement judgement;
  judgement.state = reader
                        .choice("judgement", {std::begin(judgements), std::end(judgements)},
                                "goals.fault.judgement_missing")
                        .value_or("");
  judgement.text = reader.text("judgement_text",
                               {.most = report_limit, .missing_key = "goals.fault.judgement_text_missing"});
  return carry_out(call, reader.faults(), [&](db::Transaction& tx, ItemId id) {
    return judge_commitment(tx, call.now, call.actor, call.may("goals.judge"), id, judgement);
  });
}

http::Response send_new_due(const web::Call& call) {
  web::FormReader reader(call.request.form);
  const auto due = reader.date("due", "goals.fault.due_missing");
  const auto reason =
      reader.text("due_reason", {.most = reason_limit, .missing_key = "goals.fault.reason_missing"});
  return carry_out(call, reader.faults(), [&](db::Transaction& tx, ItemId id) {
    return change_due(tx, call.now, call.actor, id, *due, reason);
  });
}

http::Response send_giving_back(const web::Call& call) {
  web::FormReader reader(call.request.form);
  const auto reason =
      reader.text("give_back_reason", {.most = reason_limit, .missing_key = "goals.fault.reason_missing"});
  return carry_out(call, reader.faults(), [&](db::Transaction& tx, ItemId id) {
    return give_back(tx, call.now, call.actor, id, reason);
  });
}

http::Response send_lapse(const web::Call& call) {
  web::FormReader reader(call.request.form);
  const auto reason =
      reader.text("lapse_reason", {.most = reason_limit, .missing_key = "goals.fault.reason_missing"});
  return carry_out(call, reader.faults(), [&](db::Transaction& tx, ItemId id) {
    return lapse(tx, call.now, call.actor, call.may("goals.judge"), id, reason);
  });
}

http::Response send_replacement(const web::Call& call) {
  web::FormReader reader(call.request.form);
  const auto other =
      reader.whole_number("replaced_by", 1, 999'999'999'999, "goals.fault.replaced_by_missing");
  return carry_out(call, reader.faults(), [&](db::Transaction& tx, ItemId id) {
    return replace_commitment(tx, call.now, call.actor, id, ItemId{*other});
  });
}

http::Response send_contact(const web::Call& call) {
  return carry_out(call, {}, [&](db::Transaction& tx, ItemId id) {
    return take_over_contact(tx, call.now, call.actor, id);
  });
}

}  // namespace wijktafel::goals
