#include "app/tests/bench/archive/story.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "capabilities/places/places.hpp"
#include "capabilities/signals/model.hpp"

namespace wijktafel::archive {
namespace {

using namespace std::chrono_literals;

constexpr int archive_days = 3650;
constexpr int lately_days = 60;
constexpr std::size_t told_lately = 600;            // in every archive, so that its pages show as much
constexpr std::string_view busiest = "BU16212131";  // the Oranjebuurt, where the pages are measured
constexpr double share_of_busiest = 30;             // percent
constexpr double share_left_open = 1;               // percent of what is older
constexpr std::size_t points_per_ground = 400;
constexpr int kept_reporter_days = 400;

Instant lately() { return app::demo_morning() - 24h * lately_days; }

std::vector<geo::Point> points_in(const geo::MultiPolygon& shape, const geo::Box& box, Chance& chance) {
  std::vector<geo::Point> points;
  while (points.size() < points_per_ground) {
    const geo::Point point{box.west + chance.part() * (box.east - box.west),
                           box.south + chance.part() * (box.north - box.south)};
    if (geo::contains(shape, point)) points.push_back(point);
  }
  return points;
}

}  // namespace

Storyteller::Storyteller(app::Municipality& municipality, std::size_t count) {
  municipality.database().read([&](db::Transaction& tx) {
    read_grounds(municipality, tx);
    for (const auto& row : tx.query("SELECT id FROM organisation ORDER BY id"))
      organisations_.push_back(row.get<identity::OrganisationId>(0));
  });
  official_.grants = {{"coordinator", grounds_.at(busiest_).lineage.back(), organisations_.at(0)}};
  choose_times(count);
}

void Storyteller::read_grounds(app::Municipality& municipality, db::Transaction& tx) {
  const auto whole = places::find_municipality(tx).value();
  for (const auto& area : places::areas_within(tx, whole.key, places::Level::neighbourhood)) {
    if (area.key == busiest) busiest_ = grounds_.size();
    grounds_.push_back({municipality.service().find_area(area.key).value().lineage,
                        points_in(places::shape_of(tx, area.key), area.bounds, chance_)});
  }
}

bool Storyteller::is_lately(std::size_t number) const { return number + told_lately >= times_.size(); }

void Storyteller::choose_times(std::size_t count) {
  const Date last_day = local_date(app::demo_morning());
  for (std::size_t i = 0; i < count; ++i) {
    const bool is_old = i + told_lately < count;
    const auto back =
        is_old ? lately_days + 1 + chance_.below(archive_days - lately_days) : 1 + chance_.below(lately_days);
    const Instant when = at(plus_days(last_day, -static_cast<int>(back)), hour_of_day(chance_),
                            static_cast<int>(chance_.below(60)));
    times_.push_back(to_millis(when) + static_cast<std::int64_t>(chance_.below(60'000)));
  }
  std::ranges::sort(times_);
}

const ThemeShape& Storyteller::choose_what(BulkSignal& signal) {
  const auto& theme = theme_shapes()[chance_.zipf(theme_shapes().size())];
  const bool is_chance = !theme.is_confidential && chance_.share(10);
  signal.kind = is_chance ? "chance" : "problem";
  signal.text = text_about(theme, chance_);
  signal.title = signals::title_from(is_chance ? signals::Kind::chance : signals::Kind::problem, signal.text,
                                     is_chance ? signal.text : "");
  signal.domains = theme.domains;
  signal.theme = chance_.share(5) ? "" : theme.key;
  if (theme.is_confidential) signal.visibility = items::Visibility::confidential;
  signal.channel = channel_word(chance_);
  const auto usual = static_cast<std::size_t>(&theme - theme_shapes().data()) % organisations_.size();
  signal.holder = organisations_[chance_.share(85) ? usual : chance_.below(organisations_.size())];
  return theme;
}

BulkSignal Storyteller::tell(std::size_t number, items::ItemId id) {
  BulkSignal signal;
  signal.item = id;
  const Instant told = from_millis(times_[number]);
  const auto& ground =
      chance_.share(share_of_busiest) ? grounds_[busiest_] : grounds_[chance_.below(grounds_.size())];
  signal.lineage = ground.lineage;
  const auto& theme = choose_what(signal);
  if (chance_.share(85)) signal.place = ground.points[chance_.zipf(ground.points.size())];
  signal.status = "received";
  signal.next_date = plus_days(local_date(told), 14);
  signal.history.push_back(
      {told,
       identity::visitor(),
       {.what = "signals.reported", .facts = {{"channel", signal.channel}}, .is_milestone = true}});
  keep_reporter(signal);
  if (is_lately(number)) {
    if (chance_.share(40)) return signal;
    look_at(signal, told + 1h);
    if (chance_.share(50)) close(signal, std::min(told + 24h, app::demo_morning()));
    return signal;
  }
  look_at(signal, told + 1h);
  if (chance_.share(share_left_open)) return signal;
  const auto took = std::chrono::minutes(static_cast<int>(60 * chance_.from(theme.hours_to_close)));
  close(signal, std::clamp(told + took, told + 2h, lately()));
  return signal;
}

void Storyteller::look_at(BulkSignal& signal, Instant at) {
  signal.status = "in_progress";
  signal.history.push_back(
      {at,
       official_,
       {.what = "signals.assigned",
        .facts = {{"next_date", iso_date(signal.next_date)}, {"holder_organisation", raw(signal.holder)}},
        .is_milestone = true}});
}

void Storyteller::close(BulkSignal& signal, Instant at) {
  const bool is_refused = chance_.share(15);
  const std::string answered = is_refused ? "will_not_be_done" : "done";
  signal.status = is_refused ? answered : chance_.share(40) || at > lately() ? "confirmed" : "not_confirmed";
  signal.is_open = false;
  signal.first_answered_at = at;
  signal.closed_at = at;
  signal.promises = chance_.share(1);
  signal.history.push_back(
      {at,
       official_,
       {.what = "signals.answered_" + answered, .personal_text = answer_to(chance_), .is_milestone = true}});
  if (is_refused) return;
  const bool is_silent = signal.status == "not_confirmed";
  signal.history.push_back({at + (is_silent ? 24h * 14 : 24h),
                            is_silent ? identity::system_actor() : identity::visitor(),
                            {.what = "signals." + signal.status, .is_milestone = true}});
}

// Whoever told something long ago is forgotten.
void Storyteller::keep_reporter(BulkSignal& signal) {
  const bool is_kept = app::demo_morning() - signal.reported_at() < 24h * kept_reporter_days;
  if (chance_.share(50) && is_kept)
    signal.mail_address = fmt::format("melder{}@example.org", raw(signal.item));
}

}  // namespace wijktafel::archive
