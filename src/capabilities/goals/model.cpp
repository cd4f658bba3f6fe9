#include "capabilities/goals/model.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace wijktafel::goals {
namespace {

using States = std::set<std::string_view>;

const std::map<std::string_view, States>& transitions() {
  static const States under_way = {"on_track", "at_risk", "reported_done", "kept",      "partly_kept",
                                   "not_kept", "lapsed",  "replaced",      "given_back"};
  static const std::map<std::string_view, States> table = {
      {"offered", {"agreed", "subject_to_consent", "declined"}},
      {"subject_to_consent", {"agreed", "declined"}},
      {"agreed", under_way},
      {"on_track", under_way},
      {"at_risk", under_way},
      {"reported_done", {"kept", "partly_kept", "not_kept", "not_confirmed"}},
      {"not_confirmed", {"kept", "partly_kept", "not_kept"}},
      {"kept", {}},
      {"partly_kept", {}},
      {"not_kept", {}},
      {"lapsed", {}},
      {"replaced", {}},
      {"given_back", {}},
      {"declined", {}},
  };
  return table;
}

}  // namespace

bool may_become(std::string_view from, std::string_view to) {
  const auto found = transitions().find(from);
  return found != transitions().end() && found->second.contains(to);
}

bool is_report(std::string_view state) {
  return state == "on_track" || state == "at_risk" || state == "reported_done";
}

bool is_judgement(std::string_view state) {
  return std::ranges::find(judgements, state) != std::end(judgements);
}

bool is_open_state(std::string_view state) {
  static const States open = {"offered", "subject_to_consent", "agreed", "on_track",
                              "at_risk", "reported_done"};
  return open.contains(state);
}

bool can_be_late(std::string_view state) {
  return state == "agreed" || state == "on_track" || state == "at_risk";
}

int days_late(std::string_view state, Date due, Date today) {
  return can_be_late(state) ? std::max(0, days_between(due, today)) : 0;
}

Possible possible_now(std::string_view state, bool is_late, const Asker& asker) {
  Possible possible;
  if (asker.is_promiser) {
    possible.accept = state == "offered";
    possible.give_consent = state == "subject_to_consent";
    possible.decline = may_become(state, "declined");
    possible.report = may_become(state, "reported_done");
    possible.change_due = can_be_late(state);
    possible.replace = may_become(state, "replaced");
    possible.give_back = asker.is_residents_group && may_become(state, "given_back");
    possible.become_contact = !asker.is_contact && is_open_state(state) && state != "offered";
  } else if (asker.is_receiver) {
    // Not before it was reported or is late: a judgement on work that is going on would judge nothing.
    possible.judge = may_become(state, "kept") && (!can_be_late(state) || is_late);
    possible.lapse = may_become(state, "lapsed");
  }
  return possible;
}

bool is_reached(double baseline, double target, double value) {
  return target < baseline ? value <= target : value >= target;
}

}  // namespace wijktafel::goals
