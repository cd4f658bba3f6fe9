#include "capabilities/safety_net/reads/week.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "capabilities/places/places.hpp"
#include "capabilities/safety_net/store.hpp"
#include "capabilities/safety_net/week_store.hpp"

namespace wijktafel::safety_net {
namespace {

constexpr std::size_t shown_most = 20;
constexpr int looked_at = 1000;  // of what is due: more is no week's work of one person
constexpr int waits_days = 366;
constexpr Date long_ago = std::chrono::year{1900} / std::chrono::January / 1;

template <class T>
void add_once(std::vector<T>& all, T one) {
  if (std::ranges::find(all, one) == all.end()) all.push_back(std::move(one));
}

void add_grants(db::Transaction& tx, const std::vector<identity::Grant>& grants, Scope& scope) {
  for (const auto& grant : grants) {
    if (grant.organisation) add_once(scope.organisations, *grant.organisation);
    if (grant.role != "coordinator") continue;
    const auto town = places::find_municipality(tx);
    const auto area = grant.area.empty() && town ? town->key : grant.area;
    if (!area.empty()) add_once(scope.areas, area);
  }
}

// What is for named roles only is left out for who belongs to the organisation that has it; to who
// coordinates its area the page tells of it without its title. What waits for a moderator is nobody's work
// yet.
bool may_be_listed(db::Transaction& tx, const items::Item& item, bool only_theirs) {
  if (item.visibility != items::Visibility::confidential) return true;
  if (only_theirs) return false;
  const auto signal = signals::find_signal(tx, item.id);
  return signal && !signal->is_held;
}

class Reader {
 public:
  Reader(db::Transaction& tx, const Scope& scope) : tx_(tx), scope_(scope) {}

  // Due in this period and in scope, the first first.
  std::vector<items::Item> due(Date from, Date until) {
    std::vector<items::Item> all;
    for (const auto& area : scope_.areas)
      add(signals::due_between(tx_, area, from, until, {}, looked_at), false, all);
    // Their own list: of the whole town the first thousand may all be of others.
    for (const auto organisation : scope_.organisations)
      add(signals::due_of_organisation(tx_, organisation, from, until, looked_at), true, all);
    std::ranges::sort(all, {}, [](const items::Item& item) {
      return std::pair(item.next_date.value_or(long_ago), raw(item.id));
    });
    return all;
  }

  SignalPart part(const std::vector<items::Item>& items) {
    SignalPart part{.signals = {}, .has_more = items.size() > shown_most};
    for (const auto& item : items) {
      if (part.signals.size() == shown_most) break;
      part.signals.push_back(shown(item));
    }
    return part;
  }

  SignalPart fresh(Instant since) {
    constexpr int most = static_cast<int>(shown_most) + 1;
    std::set<ItemId, std::greater<>> ids;
    const auto add_all = [&](const std::vector<ItemId>& found) { ids.insert(found.begin(), found.end()); };
    for (const auto& area : scope_.areas) add_all(signals::newest_open(tx_, area, since, most));
    // Their own list here too: the newest of the whole town may all be of others.
    for (const auto organisation : scope_.organisations)
      add_all(signals::newest_open_of(tx_, organisation, since, most));
    auto found = items::find_all(tx_, {ids.begin(), ids.end()});
    std::vector<items::Item> all;
    for (const auto id : ids) all.push_back(std::move(found.at(id)));
    return part(all);
  }

 private:
  void add(const std::vector<signals::DueSignal>& due, bool only_theirs, std::vector<items::Item>& all) {
    std::vector<ItemId> ids;
    for (const auto& one : due) ids.push_back(one.item);
    for (auto& [id, item] : items::find_all(tx_, ids))
      if (may_be_listed(tx_, item, only_theirs) && std::ranges::find(all, id, &items::Item::id) == all.end())
        all.push_back(std::move(item));
  }

  WeekSignal shown(const items::Item& item) {
    WeekSignal signal{.item = item, .holder = {}, .waiting_for = {}};
    if (item.holder) {
      auto& name = names_[*item.holder];
      if (name.empty()) name = organisations::name_of(tx_, *item.holder);
      signal.holder = name;
    }
    if (item.status == "waiting")
      if (const auto row = signals::find_signal(tx_, item.id)) signal.waiting_for = row->waiting_for;
    signal.at_net = item.next_date && store::find_passing(tx_, item.id, *item.next_date);
    return signal;
  }

  db::Transaction& tx_;
  const Scope& scope_;
  std::map<OrganisationId, std::string> names_;
};

PromisePart promises_of(db::Transaction& tx, const Scope& scope, Date today, Date sunday) {
  constexpr int one_too_many = static_cast<int>(shown_most) + 1;
  PromisePart part;
  const auto add = [&](std::vector<goals::CommitmentSummary> due) {
    for (auto& promise : due) {
      const auto is_same = [&](const auto& other) { return other.item.id == promise.item.id; };
      if (std::ranges::none_of(part.promises, is_same)) part.promises.push_back(std::move(promise));
    }
  };
  for (const auto& area : scope.areas) add(goals::commitments_due(tx, area, sunday, today, one_too_many));
  for (const auto organisation : scope.organisations)
    add(goals::commitments_due_of(tx, organisation, sunday, today, one_too_many));
  std::ranges::sort(part.promises, {},
                    [](const auto& promise) { return std::pair(promise.due, raw(promise.item.id)); });
  part.has_more = part.promises.size() > shown_most;
  if (part.has_more) part.promises.resize(shown_most);
  return part;
}

std::vector<WeekMeeting> meetings_of(db::Transaction& tx, const Scope& scope, Instant now, Date sunday) {
  std::vector<WeekMeeting> all;
  for (const auto& key : scope.areas) {
    auto meeting = tables::next_meeting(tx, key, now);
    const auto area = places::find_area(tx, key);
    // What lies further away than the week after is not this week's.
    if (meeting && area && local_date(meeting->begins_at) <= plus_days(sunday, 7))
      all.push_back({std::move(*meeting), area->name});
  }
  return all;
}

std::vector<AwayPerson> away_people(db::Transaction& tx, Date monday, Date sunday) {
  std::vector<AwayPerson> all;
  for (const auto& absence : accounts::absences_between(tx, monday, sunday))
    all.push_back({.name = accounts::name_of(tx, absence.person),
                   .deputy = absence.deputy ? accounts::name_of(tx, *absence.deputy) : std::string(),
                   .first_day = absence.first_day,
                   .last_day = absence.last_day});
  return all;
}

}  // namespace

Date monday_of(Date date) {
  const std::chrono::weekday day{std::chrono::sys_days{date}};
  return plus_days(date, -static_cast<int>((day - std::chrono::Monday).count()));
}

bool wants_week_mail(db::Transaction& tx, PersonId person) { return store::is_week_reader(tx, person); }

Scope scope_of(db::Transaction& tx, Instant now, const identity::Actor& actor) {
  Scope scope;
  add_grants(tx, actor.grants, scope);
  if (!actor.person) return scope;
  for (const auto other : accounts::stands_in_for(tx, *actor.person, local_date(now)))
    if (const auto away = accounts::actor_of(tx, now, other)) add_grants(tx, away->grants, scope);
  return scope;
}

Week read_week(db::Transaction& tx, Instant now, const Scope& scope) {
  const auto today = local_date(now);
  Week week{.monday = monday_of(today), .sunday = plus_days(monday_of(today), 6)};
  Reader reader(tx, scope);
  week.passed = reader.part(reader.due(long_ago, plus_days(today, -1)));
  auto due = reader.due(today, week.sunday);
  std::erase_if(due, [](const items::Item& item) { return item.status == "waiting"; });
  week.due = reader.part(due);
  auto waiting = reader.due(today, plus_days(today, waits_days));
  std::erase_if(waiting, [](const items::Item& item) { return item.status != "waiting"; });
  week.waiting = reader.part(waiting);
  week.fresh = reader.fresh(at(plus_days(week.monday, -7)));
  week.promises = promises_of(tx, scope, today, week.sunday);
  week.meetings = meetings_of(tx, scope, now, week.sunday);
  week.away = away_people(tx, week.monday, week.sunday);
  return week;
}

}  // namespace wijktafel::safety_net
