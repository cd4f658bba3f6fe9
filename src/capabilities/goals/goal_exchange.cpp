// The section "goals": each goal is made, measured and closed at its own time.
#include <boost/json/fwd.hpp>
#include <fmt/format.h>
#include <functional>

#include "base/result.hpp"
#include "capabilities/goals/actions/make_goal.hpp"
#include "capabilities/goals/actions/measure_goal.hpp"
#include "capabilities/goals/actions/tell_gain.hpp"
#include "capabilities/goals/exchange.hpp"
#include "capabilities/goals/exchange_names.hpp"
#include "capabilities/goals/exchange_record.hpp"
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

struct GoalRecord {
  MakeGoal goal;  // area and from are filled in when it happens
  std::string key, area, by;
  Instant at;
  std::vector<std::string> from;
  std::vector<std::pair<std::string, std::string>> gains;  // organisation, text
};

GoalRecord goal_in(const Record& record) {
  GoalRecord read{.goal = {},
                  .key = record.name(),
                  .area = record.needed("area"),
                  .by = record.needed("by"),
                  .at = record.instant("at"),
                  .from = record.texts("from"),
                  .gains = {}};
  read.goal.title = record.needed("title");
  read.goal.why = record.text("why");
  for (const auto& name : record.texts("domains")) {
    const auto domain = items::domain_of(name);
    if (!domain) record.refuse(fmt::format("\"{}\" is none of social, physical and safety", name));
    read.goal.domains |= *domain;
  }
  read.goal.themes = record.texts("themes");
  read.goal.indicator = record.needed("indicator");
  read.goal.baseline = record.number("baseline");
  read.goal.target = record.number("target");
  read.goal.target_date = record.date("target_date");
  for (const auto& gain : record.records("gains"))
    read.gains.emplace_back(gain.needed("organisation"), gain.needed("text"));
  return read;
}

void tell_gains(db::Transaction& tx, const web::Service& service, const GoalRecord& record, ItemId id) {
  for (const auto& [organisation, text] : record.gains) {
    const auto told = tell_gain(tx, record.at, identity::system_actor(), id,
                                {.organisation = organisation_named(tx, organisation), .text = text});
    const auto call = reader_of(service, record.at);
    if (!told) refuse(call, in_words(call, tx, told.error()));
  }
}

void make(db::Transaction& tx, const web::Service& service, const GoalRecord& record) {
  auto form = record.goal;
  form.area = area_named(service, record.area);
  form.from = items_named(tx, record.from);
  const auto made = make_goal(tx, record.at, actor_named(tx, record.at, record.by), form);
  const auto call = reader_of(service, record.at);
  if (!made) refuse(call, in_words(call, made.error()));
  items::set_key(tx, record.key, *made);
  tell_gains(tx, service, record, *made);
}

using GoalAction = std::function<Result<void, GoalRefusal>(db::Transaction&, const identity::Actor&, ItemId)>;

web::Step later_step(const std::string& key, const std::string& what, Instant at, const std::string& by,
                     GoalAction action) {
  const auto apply = [key, at, by, action = std::move(action)](db::Transaction& tx,
                                                               const web::Service& service) {
    const auto done = action(tx, actor_named(tx, at, by), item_named(tx, key));
    const auto call = reader_of(service, at);
    if (!done) refuse(call, in_words(call, done.error()));
  };
  return {.at = at, .name = fmt::format("goals {}: {}", key, what), .apply = apply};
}

std::string by_or(const Record& record, const std::string& otherwise) {
  const auto by = record.text("by");
  return by.empty() ? otherwise : by;
}

web::Step measurement_step(const GoalRecord& goal, const Record& record) {
  const store::Measurement measurement{
      .on = record.date("on"), .value = record.number("value"), .note = record.text("note")};
  const Instant at = record.text("at").empty() ? wijktafel::at(measurement.on, 17) : record.instant("at");
  const auto action = [at, measurement](db::Transaction& tx, const identity::Actor& actor, ItemId id) {
    return measure_goal(tx, at, actor, id, measurement);
  };
  return later_step(goal.key, "measured on " + iso_date(measurement.on), at, by_or(record, goal.by), action);
}

web::Step closing_step(const GoalRecord& goal, const Record& record) {
  const Instant at = record.instant("at");
  const auto action = [at, text = record.text("text")](db::Transaction& tx, const identity::Actor& actor,
                                                       ItemId id) {
    return close_goal(tx, at, actor, id, text);
  };
  return later_step(goal.key, "closed", at, by_or(record, goal.by), action);
}

}  // namespace

std::vector<web::Step> goal_steps(const web::Service&, const boost::json::value& section) {
  std::vector<web::Step> steps;
  for (const auto& record : records_of(section)) {
    const auto goal = goal_in(record);
    steps.push_back(
        {.at = goal.at,
         .name = fmt::format("goals {}: made", goal.key),
         .apply = [goal](db::Transaction& tx, const web::Service& service) { make(tx, service, goal); }});
    for (const auto& measurement : record.records("measurements"))
      steps.push_back(measurement_step(goal, measurement));
    if (const auto closed = record.record("closed")) steps.push_back(closing_step(goal, *closed));
  }
  return steps;
}

}  // namespace wijktafel::goals
