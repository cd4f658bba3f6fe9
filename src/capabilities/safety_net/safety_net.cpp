#include "capabilities/safety_net/safety_net.hpp"

#include <algorithm>
#include <array>

#include "capabilities/safety_net/exchange.hpp"
#include "capabilities/safety_net/rounds.hpp"
#include "capabilities/safety_net/settings.hpp"
#include "capabilities/safety_net/store.hpp"
#include "capabilities/safety_net/web/pages.hpp"
#include "capabilities/safety_net/web/week_mail.hpp"

namespace wijktafel::safety_net {
namespace {

constexpr std::array<std::pair<DeskKind, std::string_view>, 6> desk_words{
    {{DeskKind::organisation, "organisation"},
     {DeskKind::team, "team"},
     {DeskKind::person, "person"},
     {DeskKind::coordinator, "coordinator"},
     {DeskKind::administrator, "administrator"},
     {DeskKind::none, "none"}}};

void mail_weeks(const web::Service& service, db::Transaction& tx, const Facts&, Instant now) {
  if (mail_week(service, tx, now)) jobs::enqueue(tx, "safety_net.mail_week_on", {}, now);
}

}  // namespace

std::string_view word(DeskKind kind) {
  return std::ranges::find(desk_words, kind, &std::pair<DeskKind, std::string_view>::first)->second;
}

std::optional<DeskKind> desk_kind_of(std::string_view word) {
  const auto known = std::ranges::find(desk_words, word, &std::pair<DeskKind, std::string_view>::second);
  if (known == desk_words.end()) return std::nullopt;
  return known->first;
}

web::Capability capability() {
  web::Capability net{.name = "safety_net", .level = 6};
  net.routes = routes();
  net.permissions = {{"safety_net.set_desks", {"administrator"}}};
  net.slots = {{"signal_actions", 90, show_net},
               {"meeting_standing", 10, show_at_table},
               {"my_administration", 30, link_to_desks},
               {"my_page", 3, link_to_week},
               {"area_work", 5, link_to_week},
               {"my_page", 1, show_all_broken},
               {"area_work", 1, show_broken_here},
               {"organisation_page", 40, show_own_answers},
               {"municipality_home", 85, link_to_answers},
               {"figures_page", 10, link_to_answers}};
  net.metrics = {{.name = "wijktafel_rules_broken",
                  .help = "Rules of themes and safety nets whose organisation, team or person is gone.",
                  .read = store::count_broken}};
  net.jobs = safety_net_jobs();
  net.jobs.push_back(
      {.kind = "safety_net.mail_week", .handler = mail_weeks, .every = std::chrono::minutes(15)});
  net.jobs.push_back({.kind = "safety_net.mail_week_on", .handler = mail_weeks});
  net.listeners = {{.event = "signals.changed", .kind = "safety_net.settle"},
                   {.event = "signals.answered", .kind = "safety_net.count_answer"}};
  net.settings = settings::all();
  net.exchanges = {exchange()};
  return net;
}

}  // namespace wijktafel::safety_net
