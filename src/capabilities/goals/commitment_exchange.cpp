// The section "commitments": each is offered, accepted, reported, judged at its own time.
#include <algorithm>
#include <boost/json/fwd.hpp>
#include <fmt/format.h>
#include <set>

#include "base/result.hpp"
#include "capabilities/goals/actions/answer_offer.hpp"
#include "capabilities/goals/actions/change_due.hpp"
#include "capabilities/goals/actions/end_commitment.hpp"
#include "capabilities/goals/actions/judge_commitment.hpp"
#include "capabilities/goals/actions/offer_commitment.hpp"
#include "capabilities/goals/actions/report_progress.hpp"
#include "capabilities/goals/exchange.hpp"
#include "capabilities/goals/exchange_names.hpp"
#include "capabilities/goals/exchange_record.hpp"
#include "capabilities/goals/model.hpp"
#include "capabilities/goals/web/refusals.hpp"

namespace wijktafel::goals {
namespace {

// A refusal is a fault of the story: its sentence is what the person would have read.
[[noreturn]] void refuse(const web::Call& call, const Refused& refused) {
  throw Failure(sentence(call, refused));
}

web::Call reader_of(const web::Service& service, Instant now) {
  return web::job_call(service, i18n::Language::en, now);
}

struct CommitmentRecord {
  OfferCommitment offer;  // area, organisations, goal and from are filled in when it happens
  std::string key, area, by, promiser, receiver, goal;
  Instant at;
  std::vector<std::string> from;
};

CommitmentRecord commitment_in(const Record& record) {
  CommitmentRecord read{.offer = {},
                        .key = record.name(),
                        .area = record.needed("area"),
                        .by = record.needed("offered_by"),
                        .promiser = record.needed("promiser"),
                        .receiver = record.text("receiver"),
                        .goal = record.text("goal"),
                        .at = record.instant("offered_at"),
                        .from = record.texts("from")};
  read.offer.title = record.needed("title");
  read.offer.measure = record.text("measure");
  read.offer.due = record.date("first_due");
  read.offer.is_intention = record.flag("is_intention");
  return read;
}

void offer(db::Transaction& tx, const web::Service& service, const CommitmentRecord& record) {
  auto form = record.offer;
  form.area = area_named(service, record.area);
  form.promiser = organisation_named(tx, record.promiser);
  if (!record.receiver.empty()) form.receiver = organisation_named(tx, record.receiver);
  if (!record.goal.empty()) form.goal = item_named(tx, record.goal);
  form.from = items_named(tx, record.from);
  const auto offered = offer_commitment(tx, record.at, actor_named(tx, record.at, record.by), form);
  const auto call = reader_of(service, record.at);
  if (!offered) refuse(call, in_words(call, tx, offered.error()));
  items::set_key(tx, record.key, *offered);
}

struct Event {
  std::string what, by, state, text, proof, consent_of, reason;
  Instant at;
  std::optional<Date> before, new_due;
};

Event event_in(const Record& record) {
  static const std::set<std::string, std::less<>> known = {
      "accept", "subject_to_consent", "consent",   "decline", "progress", "done",
      "judge",  "change_due",         "give_back", "lapse",   "late",     "contact"};
  Event event{.what = record.needed("do"),
              .by = record.text("by"),
              .state = record.text("state"),
              .text = record.text("text"),
              .proof = record.text("proof"),
              .consent_of = record.text("consent_of"),
              .reason = record.text("reason"),
              .at = record.instant("at"),
              .before = record.date_if_any("before"),
              .new_due = record.date_if_any("new_due")};
  if (!known.contains(event.what)) record.refuse(fmt::format("nothing is called \"{}\"", event.what));
  if (event.what == "change_due" && !event.new_due) record.refuse("\"new_due\" is missing");
  if (event.what == "progress" && event.state != "on_track" && event.state != "at_risk")
    record.refuse("the state of progress is on_track or at_risk");
  if (event.what == "judge" && std::ranges::find(judgements, event.state) == std::end(judgements))
    record.refuse("a judgement is kept, partly_kept or not_kept");
  if (event.what != "late" && event.by.empty()) record.refuse("\"by\" is missing");
  if (event.reason.empty()) event.reason = event.text;
  return event;
}

Done carry_out(db::Transaction& tx, const web::Service& service, const std::string& area, ItemId id,
               const Event& event) {
  const Instant now = event.at;
  if (event.what == "late") return record_late(tx, now, id);
  const auto actor = actor_named(tx, now, event.by);
  const bool may_judge = service.permissions.allows(actor, "goals.judge", area_named(service, area).lineage);
  if (event.what == "accept") return accept_commitment(tx, now, actor, id, std::nullopt);
  if (event.what == "subject_to_consent")
    return accept_commitment(tx, now, actor, id, Consent{event.consent_of, event.before});
  if (event.what == "consent") return give_consent(tx, now, actor, id);
  if (event.what == "decline") return decline_commitment(tx, now, actor, id, event.reason);
  if (event.what == "progress")
    return report_progress(tx, now, actor, id, {event.state, event.text, event.proof});
  if (event.what == "done")
    return report_progress(tx, now, actor, id, {"reported_done", event.text, event.proof});
  if (event.what == "judge")
    return judge_commitment(tx, now, actor, may_judge, id, {event.state, event.text});
  if (event.what == "change_due") return change_due(tx, now, actor, id, *event.new_due, event.reason);
  if (event.what == "give_back") return give_back(tx, now, actor, id, event.reason);
  if (event.what == "contact") return take_over_contact(tx, now, actor, id);
  return lapse(tx, now, actor, may_judge, id, event.reason);
}

}  // namespace

std::vector<web::Step> commitment_steps(const web::Service&, const boost::json::value& section) {
  std::vector<web::Step> steps;
  for (const auto& record : records_of(section)) {
    const auto commitment = commitment_in(record);
    const auto& key = commitment.key;
    steps.push_back({.at = commitment.at,
                     .name = fmt::format("commitments {}: offered", key),
                     .apply = [commitment](db::Transaction& tx, const web::Service& service) {
                       offer(tx, service, commitment);
                     }});
    for (const auto& happened : record.records("events")) {
      const auto event = event_in(happened);
      const auto apply = [key, area = commitment.area, event](db::Transaction& tx,
                                                              const web::Service& service) {
        const auto done = carry_out(tx, service, area, item_named(tx, key), event);
        const auto call = reader_of(service, event.at);
        if (!done) refuse(call, in_words(call, tx, done.error()));
      };
      steps.push_back(
          {.at = event.at, .name = fmt::format("commitments {}: {}", key, event.what), .apply = apply});
    }
  }
  return steps;
}

}  // namespace wijktafel::goals
