// What is sent from the page of a goal: a measurement, an organisation's gain, the end.
#include "capabilities/goals/actions/measure_goal.hpp"
#include "capabilities/goals/actions/tell_gain.hpp"
#include "capabilities/goals/web/decimal.hpp"
#include "capabilities/goals/web/goal_page.hpp"
#include "capabilities/goals/web/here.hpp"
#include "capabilities/goals/web/organisation_choice.hpp"
#include "capabilities/goals/web/pages.hpp"
#include "capabilities/goals/web/paths.hpp"
#include "capabilities/goals/web/refusals.hpp"
#include "design/edge_pages.hpp"

namespace wijktafel::goals {
namespace {

constexpr std::size_t note_limit = 500;
constexpr std::size_t gain_limit = 1000;

http::Response refused_page(const web::Call& call, ItemId goal, const Refused& refused) {
  if (refused.status == 404) return design::edge_pages().not_found(call);
  CameBack back{.status = refused.status};
  if (refused.field.empty()) {
    back.sentence = sentence(call, refused);
  } else {
    back.faults = {fault(refused)};
  }
  return goal_page(call, goal, back);
}

}  // namespace

http::Response send_measurement(const web::Call& call) {
  auto here = item_here(call, "goal");
  if (auto* elsewhere = std::get_if<http::Response>(&here)) return std::move(*elsewhere);
  const auto id = std::get<items::Item>(here).id;
  web::FormReader reader(call.request.form);
  const auto value = read_decimal(reader, "measured_value", "goals.fault.value_missing");
  const auto on = reader.date("measured_on", "goals.fault.measured_on_missing");
  auto note = reader.text("measured_note", {.most = note_limit});
  if (!reader.ok()) return goal_page(call, id, {.status = 422, .faults = reader.faults()});
  const store::Measurement measurement{.on = *on, .value = *value, .note = std::move(note)};
  const auto done = call.service.database.write(
      [&](db::Transaction& tx) { return measure_goal(tx, call.now, call.actor, id, measurement); });
  if (!done) return refused_page(call, id, in_words(call, done.error()));
  return http::see_other(goal_path(*call.area, id));
}

http::Response send_gain(const web::Call& call) {
  auto here = item_here(call, "goal");
  if (auto* elsewhere = std::get_if<http::Response>(&here)) return std::move(*elsewhere);
  const auto id = std::get<items::Item>(here).id;
  web::FormReader reader(call.request.form);
  const auto organisation = read_organisation(reader, "gain_organisation", call.actor.organisations(),
                                              "goals.fault.organisation_missing");
  auto text = reader.text("gain_text", {.most = gain_limit, .missing_key = "goals.fault.gain_missing"});
  if (!reader.ok()) return goal_page(call, id, {.status = 422, .faults = reader.faults()});
  const store::Gain gain{.organisation = *organisation, .text = std::move(text)};
  const auto done = call.service.database.write(
      [&](db::Transaction& tx) { return tell_gain(tx, call.now, call.actor, id, gain); });
  if (done) return http::see_other(goal_path(*call.area, id));
  return refused_page(call, id, call.service.database.read([&](db::Transaction& tx) {
    return in_words(call, tx, done.error());
  }));
}

http::Response send_closing(const web::Call& call) {
  auto here = item_here(call, "goal");
  if (auto* elsewhere = std::get_if<http::Response>(&here)) return std::move(*elsewhere);
  const auto id = std::get<items::Item>(here).id;
  web::FormReader reader(call.request.form);
  const auto text = reader.text("closing_text", {.missing_key = "goals.fault.closing_missing"});
  if (!reader.ok()) return goal_page(call, id, {.status = 422, .faults = reader.faults()});
  const auto done = call.service.database.write(
      [&](db::Transaction& tx) { return close_goal(tx, call.now, call.actor, id, text); });
  if (!done) return refused_page(call, id, in_words(call, done.error()));
  return http::see_other(goal_path(*call.area, id));
}

}  // namespace wijktafel::goals
