#include "capabilities/goals/goals.hpp"

#include "capabilities/goals/exchange.hpp"
#include "capabilities/goals/jobs.hpp"
#include "capabilities/goals/web/pages.hpp"

namespace wijktafel::goals {
namespace {

const std::map<std::string, std::string, std::less<>> goal_tones = {
    {"open", "goal"}, {"reached", "done"}, {"not_reached", "late"}};

const std::map<std::string, std::string, std::less<>> commitment_tones = {
    {"offered", "new"},        {"subject_to_consent", "new"}, {"declined", "late"},        {"agreed", "ok"},
    {"on_track", "ok"},        {"at_risk", "chance"},         {"reported_done", "ok"},     {"kept", "done"},
    {"partly_kept", "chance"}, {"not_kept", "late"},          {"not_confirmed", "chance"}, {"lapsed", "new"},
    {"replaced", "new"},       {"given_back", "new"}};

}  // namespace

web::Capability capability() {
  web::Capability goals{.name = "goals", .level = 4};
  goals.routes = routes();
  goals.permissions = {
      {"goals.make", {"coordinator", "panel_member", "member"}},
      {"goals.judge", {"coordinator", "panel_member"}},
  };
  goals.kinds = {
      {.name = "goal", .segment = "doelen", .words = "goals.goal", .tones = goal_tones},
      {.name = "commitment", .segment = "afspraken", .words = "goals.commitment", .tones = commitment_tones}};
  goals.tabs = {{.segment = "doelen", .word_key = "goals.tab", .order = 40}};
  goals.slots = {{"signal_actions", 20, show_next_steps},
                 {"decision_actions", 20, show_next_steps},
                 {"my_page", 20, show_waiting}};
  goals.jobs = {
      {.kind = "goals.record_late", .handler = record_late_commitments, .every = std::chrono::minutes(60)},
      {.kind = "goals.end_silence", .handler = end_silences, .every = std::chrono::minutes(60)}};
  goals.events = {"goals.goal_made", "goals.goal_made_from"};
  goals.exchanges = {{.section = "goals", .order = 0, .steps = goal_steps},
                     {.section = "commitments", .order = 1, .steps = commitment_steps}};
  return goals;
}

}  // namespace wijktafel::goals
