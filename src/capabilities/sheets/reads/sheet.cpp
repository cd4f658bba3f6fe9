#include "capabilities/sheets/reads/sheet.hpp"

#include <algorithm>

#include "capabilities/organisations/organisations.hpp"
#include "capabilities/signals/signals.hpp"

namespace wijktafel::sheets {
namespace {

constexpr int looked_at = 100;
constexpr int strip_of_done = strip_most / 2;

template <class Row>
Chosen<Row> chosen(std::vector<Row> rows, int most, std::int64_t all) {
  if (rows.size() > static_cast<std::size_t>(most)) rows.resize(static_cast<std::size_t>(most));
  const auto more = std::max<std::int64_t>(0, all - static_cast<std::int64_t>(rows.size()));
  return {std::move(rows), more};
}

template <class Row>
Chosen<Row> chosen(std::vector<Row> rows, int most) {
  const auto all = static_cast<std::int64_t>(rows.size());
  return chosen(std::move(rows), most, all);
}

// Whatever changed since the month began may have come to its state within it.
Instant since(const items::Item& item) { return item.changed_at; }

// Those whose moment lies in the month. Numbers go up with time, and what is told of an older one later is
// looked for in `pages_most` pages: an area has tens of these in a year, not thousands.
constexpr int pages_most = 10;

std::vector<items::Item> of_month(db::Transaction& tx, items::Filter filter, const Month& month,
                                  Instant (*moment)(const items::Item&)) {
  std::vector<items::Item> found;
  filter.limit = looked_at;
  for (int page = 0; page < pages_most; ++page) {
    auto listed = items::list(tx, filter);
    if (!listed.empty()) filter.before = listed.back().id;
    const bool is_last = listed.size() < static_cast<std::size_t>(looked_at);
    for (auto& item : listed)
      if (moment(item) >= month.from() && (moment == since || moment(item) < month.until()))
        found.push_back(std::move(item));
    if (is_last) break;
  }
  return found;
}

Instant created(const items::Item& item) { return item.created_at; }

// The day on which this was last written into the history: an item also changes when somebody reacts on it.
std::optional<Date> day_of(const web::Call& call, db::Transaction& tx, ItemId id, std::string_view what) {
  const auto steps = items::history(call, tx, id);
  for (auto sequence = static_cast<std::int64_t>(steps.size()); sequence >= 1; --sequence) {
    const auto entry = items::entry_text(tx, id, sequence);
    if (entry && entry->what == what) return steps[static_cast<std::size_t>(sequence - 1)].date;
  }
  return std::nullopt;
}

bool happened_in(const web::Call& call, db::Transaction& tx, const Month& month, ItemId id,
                 std::string_view what) {
  const auto day = day_of(call, tx, id, what);
  return day && *day >= month.first && *day < month.next;
}

void add_signals(db::Transaction& tx, const std::string& area, const Month& month, Sheet& sheet) {
  auto period = signals::what_happened(tx, area, month.from(), month.until());
  sheet.reported = period.reported;
  sheet.closed = period.closed;
  sheet.solved = period.solved;
  // Half the strip asks whether what is done is really solved, the rest shows what is open.
  for (const auto& item : period.latest_closed)
    if ((item.status == "done" || item.status == "not_confirmed") && sheet.strip.size() < strip_of_done)
      sheet.strip.push_back(item);
  for (auto& item :
       items::list(tx, {.area = area, .kinds = {"signal"}, .is_open = true, .limit = strip_most}))
    if (sheet.strip.size() < static_cast<std::size_t>(strip_most)) sheet.strip.push_back(std::move(item));
  sheet.signals = chosen(std::move(period.latest_closed), signals_most, period.closed);
}

void add_promises(const web::Call& call, db::Transaction& tx, const std::string& area, const Month& month,
                  Sheet& sheet) {
  const Date day = std::min(call.today, plus_days(month.next, -1));
  sheet.late = goals::count_late(tx, area, day);
  std::vector<ItemId> judged;
  for (const auto* status : {"not_kept", "partly_kept", "kept"})
    for (const auto& item : of_month(
             tx, {.area = area, .kinds = {"commitment"}, .is_open = false, .status = status}, month, since)) {
      if (!happened_in(call, tx, month, item.id, std::string("goals.commitment_") + status)) continue;
      judged.push_back(item.id);
      if (item.status == "kept") ++sheet.kept;
    }
  std::vector<goals::CommitmentSummary> all = goals::late_commitments(tx, area, day, promises_most);
  for (auto& one : goals::find_commitments(tx, judged, call.today)) all.push_back(std::move(one));
  std::vector<Promise> promises;
  for (auto& one : all) {
    auto promiser = organisations::name_of(tx, one.promiser);
    promises.push_back({std::move(one), std::move(promiser)});
  }
  sheet.promises =
      chosen(std::move(promises), promises_most, sheet.late + static_cast<std::int64_t>(judged.size()));
}

}  // namespace

Sheet make_sheet(const web::Call& call, db::Transaction& tx, const Month& month) {
  const auto& area = call.area->key;
  Sheet sheet;
  add_signals(tx, area, month, sheet);
  add_promises(call, tx, area, month, sheet);
  sheet.decisions =
      chosen(of_month(tx, {.area = area, .kinds = {"decision"}}, month, created), decisions_most);
  auto reached =
      of_month(tx, {.area = area, .kinds = {"goal"}, .is_open = false, .status = "reached"}, month, since);
  std::erase_if(reached, [&](const items::Item& item) {
    return !happened_in(call, tx, month, item.id, "goals.goal_closed_reached");
  });
  sheet.goals = chosen(std::move(reached), goals_most);
  sheet.next_meeting = tables::next_meeting(tx, area, call.now);
  const auto year_before = month.from() - std::chrono::days(366);
  const auto before = signals::what_happened(tx, area, year_before, month.from(), 1);
  sheet.has_earlier = before.reported + before.closed > 0;
  return sheet;
}

std::optional<items::Item> find_named(db::Transaction& tx, const web::AreaRef& area, std::int64_t number) {
  auto item = items::find(tx, ItemId{number});
  const bool can_be_named = item && item->kind == signals::item_kind && item->area == area.key &&
                            item->visibility == items::Visibility::everyone;
  if (!can_be_named) return std::nullopt;
  const auto signal = signals::find_signal(tx, item->id);
  if (!signal || signal->is_held || item->status == "referred") return std::nullopt;
  return item;
}

}  // namespace wijktafel::sheets
