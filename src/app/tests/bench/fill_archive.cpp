// Fills a demo with an archive of signals as a municipality has after ten years: almost everything old and
// closed, the last weeks half open, one in a hundred forgotten. Written by the program's own actions, many in
// one transaction, so that every chain verifies. For `make bench`.
//
//   wijktafel demo --database sqlite:FILE ... && build/bench/fill_archive sqlite:FILE 1000000
#include <charconv>
#include <cstdio>
#include <fmt/format.h>
#include <random>

#include "app/municipality.hpp"
#include "capabilities/items/store.hpp"
#include "capabilities/signals/actions/report_signal.hpp"
#include "capabilities/signals/signal_change.hpp"

namespace wijktafel {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t in_one_transaction = 2'000;
constexpr auto whole_archive = 24h * 3650;
constexpr auto lately = 24h * 60;
constexpr std::size_t told_lately = 600;            // in every archive, so that its pages show as much
constexpr std::string_view busiest = "BU16212131";  // the Oranjebuurt, where the pages are measured
constexpr int share_of_busiest = 30;                // percent

constexpr std::string_view told[] = {
    "Drie lampen in het pad achter de garages doen het niet. Mijn dochter durft er na zes uur niet langs.",
    "De stoeptegels voor nummer 12 liggen los. Mevrouw van hiernaast is gevallen.",
    "Naast de container staat elke week grofvuil. Het waait de straat in.",
    "Auto's rijden hier te hard. De drempel is weg sinds de straat open lag.",
    "Wij willen met een paar buren de plantenbakken op het plein opknappen.",
    "De bank bij de speeltuin is kapot. Opa's en oma's zitten nu op de grond.",
};

class Archive {
 public:
  explicit Archive(app::Municipality& municipality) : municipality_(municipality) {
    municipality.database().read([&](db::Transaction& tx) {
      for (const auto& row : tx.query("SELECT key, longitude, latitude FROM place_area WHERE level = $1 "
                                      "AND is_current = 1 ORDER BY key",
                                      std::string("neighbourhood"))) {
        const auto area = municipality.service().find_area(row.get<std::string>(0)).value();
        if (area.key == busiest) busiest_ = grounds_.size();
        grounds_.push_back({area, {row.get<double>(1), row.get<double>(2)}});
      }
      for (const auto& row : tx.query("SELECT id FROM organisation ORDER BY id"))
        organisations_.push_back(row.get<identity::OrganisationId>(0));
    });
    official_.grants = {{"coordinator", grounds_.at(busiest_).area.lineage.back(), organisations_.at(0)}};
  }

  // Signal `number` of `count`, in order of time.
  void add(db::Transaction& tx, std::size_t number, std::size_t count) {
    const bool is_recent = count - number <= told_lately;
    const Instant at = is_recent ? moment(lately, count - number, told_lately)
                                 : moment(whole_archive, count - number, count) - lately;
    const auto& ground = share(share_of_busiest) ? grounds_[busiest_] : grounds_[random_() % grounds_.size()];
    signals::ReportSignal report{.kind = share(15) ? signals::Kind::chance : signals::Kind::problem,
                                 .text = std::string(told[random_() % std::size(told)]),
                                 .domains = domains()};
    if (report.kind == signals::Kind::chance) report.chance = report.text;
    if (share(70)) report.place = ground.middle;
    const auto reported = signals::report_signal(tx, at, identity::visitor(), ground.area, report);
    if (!reported) throw Failure("the archive tells something that the program refuses");
    if (is_recent && share(40)) return;
    work_on(tx, at + 24h, reported->item, share(is_recent ? 50 : 1));
  }

 private:
  struct Ground {
    web::AreaRef area;
    geo::Point middle;
  };

  // `number` of `count` steps before the morning of the demo.
  static Instant moment(std::chrono::hours reach, std::size_t number, std::size_t count) {
    const std::chrono::duration<double> back =
        reach * (static_cast<double>(number) / static_cast<double>(count));
    return app::demo_morning() - std::chrono::duration_cast<std::chrono::milliseconds>(back);
  }
  bool share(unsigned percent) { return random_() % 100 < percent; }

  // Safety is rare: a list of it walks furthest.
  items::Domains domains() {
    if (share(3)) return items::safety;
    return share(70) ? items::physical : items::social;
  }

  void work_on(db::Transaction& tx, Instant at, signals::ItemId item, bool stays_open) {
    const auto status = stays_open ? signals::Status::in_progress : signals::Status::will_not_be_done;
    const auto done =
        signals::change_status(tx, at, official_, signals::find_whole(tx, item).value(),
                               {.to = status,
                                .entry = {.what = "signals.answered",
                                          .facts = {{"status", std::string(signals::word(status))}},
                                          .personal_text = "Dank voor uw bericht. We hebben gekeken.",
                                          .is_milestone = true},
                                .more = {.holder = organisations_[random_() % organisations_.size()]}});
    if (!done) throw Failure("the archive answers something that the program refuses");
    if (share(1)) items::open_gap(tx, at, item, "signals.gap.promise_without_commitment");
  }

  app::Municipality& municipality_;
  std::vector<Ground> grounds_;
  std::size_t busiest_ = 0;
  std::vector<identity::OrganisationId> organisations_;
  identity::Actor official_;
  std::mt19937 random_{1};  // the same archive each time
};

void fill(const std::string& database, std::size_t count) {
  const app::Program program;
  app::Municipality municipality(program, {.database = database,
                                           .files = "build/bench/archive-files",
                                           .mail = "file:build/bench/archive-mail",
                                           .base_url = "http://127.0.0.1:8080"});
  Archive archive(municipality);
  for (std::size_t from = 0; from < count; from += in_one_transaction) {
    municipality.database().write([&](db::Transaction& tx) {
      for (std::size_t i = from; i < std::min(from + in_one_transaction, count); ++i)
        archive.add(tx, i, count);
      if (from % (50 * in_one_transaction) == 0) items::store::fold_counts(tx);
    });
  }
  municipality.database().write([](db::Transaction& tx) { items::store::fold_counts(tx); });
}

}  // namespace
}  // namespace wijktafel

int main(int count, char** arguments) {
  std::size_t signals = 0;
  const std::string_view number = count == 3 ? arguments[2] : "";
  std::from_chars(number.data(), number.data() + number.size(), signals);
  if (signals == 0) {
    fmt::print(stderr, "usage: fill_archive DATABASE COUNT\n");
    return 2;
  }
  try {
    wijktafel::fill(arguments[1], signals);
  } catch (const std::exception& exception) {
    fmt::print(stderr, "{}\n", exception.what());
    return 1;
  }
  return 0;
}
