#include "capabilities/safety_net/rounds.hpp"

#include <algorithm>
#include <set>

#include "capabilities/places/places.hpp"
#include "capabilities/safety_net/answers.hpp"
#include "capabilities/safety_net/desks.hpp"
#include "capabilities/safety_net/digest.hpp"
#include "capabilities/safety_net/passing.hpp"
#include "capabilities/safety_net/settings.hpp"
#include "capabilities/safety_net/store.hpp"
#include "capabilities/themes/themes.hpp"

namespace wijktafel::safety_net {
namespace {

// So that no job holds the one writer for long; what is left is done at once in the next.
constexpr int at_once = 100;
constexpr int mails_at_once = 50;
constexpr int morning_hour = 6;
constexpr std::int64_t warn_days_most = 20;
constexpr Date long_ago = std::chrono::year{1900} / std::chrono::January / 1;

// The round of today, which may be one that was begun already.
store::Round round_of(db::Transaction& tx, std::string_view task, Date today) {
  const auto known = store::find_round(tx, task);
  return known && known->day == today ? *known : store::Round{.day = today};
}

// True when this batch was not the last.
bool walk(db::Transaction& tx, Instant now, std::string_view task, Date from, Date until,
          void (*look)(db::Transaction&, Instant, const signals::DueSignal&)) {
  auto round = round_of(tx, task, local_date(now));
  if (round.is_done) return false;
  const auto town = places::find_municipality(tx);
  if (!town) return false;
  const auto batch = signals::due_between(tx, town->key, from, until, round.after, at_once);
  for (const auto& due : batch) look(tx, now, due);
  if (!batch.empty()) round.after = batch.back();
  round.is_done = batch.size() < at_once;
  store::save_round(tx, task, round);
  return !round.is_done;
}

Date warn_until(db::Transaction& tx, Date today) {
  const auto town = places::find_municipality(tx);
  const auto days = town ? places::whole_number(tx, town->key, settings::warn_days, today) : 0;
  return signals::working_days_after(today,
                                     static_cast<int>(std::clamp<std::int64_t>(days, 0, warn_days_most)));
}

bool send_mails(const web::Service& service, db::Transaction& tx, Instant now) {
  auto round = round_of(tx, "mail", local_date(now));
  if (round.is_done) return false;
  const auto people = store::people_with_notices(tx, mails_at_once);
  for (const auto person : people) {
    queue_digest(service, tx, now, person, store::notices_of(tx, person));
    store::remove_notices(tx, person);
  }
  round.is_done = people.size() < mails_at_once;
  store::save_round(tx, "mail", round);
  return !round.is_done;
}

// A team or an organisation that everybody is away from comes back by itself; one that nobody is in does not.
bool stays_broken(const std::string& reason) { return reason != "all_away" && reason != "person_away"; }

void look_at_rules(db::Transaction& tx, Instant now) {
  const auto today = local_date(now);
  std::vector<store::BrokenRule> broken;
  const auto look = [&](const std::string& theme, const std::string& area, const Desk& desk) {
    const auto reason = why_broken(tx, now, desk);
    if (reason && stays_broken(*reason))
      broken.push_back({.theme = theme,
                        .area = area,
                        .reason = *reason,
                        .missing = desk.kind == DeskKind::person ? std::string() : name_of(tx, desk),
                        .since = today});
  };
  for (const auto& rule : themes::rules_with_holder(tx, today))
    look(rule.theme, rule.area,
         rule.team ? Desk{DeskKind::team, *rule.team} : Desk{DeskKind::organisation, raw(rule.holder)});
  std::set<std::string> areas;
  for (const auto& row : store::all_desks(tx))
    if (areas.insert(row.area).second)
      if (const auto holds = store::desk_of_area(tx, row.area, today)) look("", row.area, holds->desk);
  store::keep_broken(tx, broken);
}

void watch(const web::Service& service, db::Transaction& tx, const Facts&, Instant now) {
  look_at_rules(tx, now);
  if (walk_rounds(service, tx, now)) jobs::enqueue(tx, "safety_net.go_on", {}, now);
}

}  // namespace

bool walk_rounds(const web::Service& service, db::Transaction& tx, Instant now) {
  const auto today = local_date(now);
  if (walk(tx, now, "pass", long_ago, plus_days(today, -1), pass)) return true;
  // A mail on a Sunday or in the night helps nobody; what happened since then is in that of the next morning.
  if (!signals::is_working_day(today) || local_time(now).hour < morning_hour) return false;
  if (walk(tx, now, "warn", today, warn_until(tx, today), warn)) return true;
  return send_mails(service, tx, now);
}

void settle_signal(db::Transaction& tx, Instant now, items::ItemId id) {
  const auto passing = store::newest_passing(tx, id);
  if (!passing || passing->settled_on) return;
  const auto item = items::find(tx, id);
  if (item && item->is_open && item->next_date == passing->missed_date) return;
  store::settle(tx, id, local_date(now));
  items::close_gap(tx, now, id, desk_gap);
}

std::vector<web::Job> safety_net_jobs() {
  using namespace std::chrono_literals;
  return {{.kind = "safety_net.watch", .handler = watch, .every = 30min},
          {.kind = "safety_net.go_on", .handler = watch},
          {.kind = "safety_net.settle",
           .handler =
               [](const web::Service&, db::Transaction& tx, const Facts& payload, Instant now) {
                 const items::ItemId item{fact_number(payload, "item")};
                 settle_signal(tx, now, item);
                 follow_wait(tx, now, item);
                 follow_visibility(tx, item);
               }},
          {.kind = "safety_net.count_answer",
           .handler = [](const web::Service&, db::Transaction& tx, const Facts& payload, Instant now) {
             count_first_answer(tx, now, items::ItemId{fact_number(payload, "item")});
           }}};
}

}  // namespace wijktafel::safety_net
