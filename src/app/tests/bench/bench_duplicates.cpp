// What it costs to look for what was told already, with 100,000 and with 1,000,000 open signals in a
// municipality of ten by ten kilometres, a quarter of them without a place. The bar: 15 ms.
#include <benchmark/benchmark.h>
#include <filesystem>
#include <random>

#include "base/digest.hpp"
#include "capabilities/signals/likeness_store.hpp"
#include "capabilities/signals/reads/likely_duplicates.hpp"
#include "platform/db/migrate.hpp"
#include "platform/search/dutch_stems.hpp"

namespace wijktafel {
namespace {

constexpr int neighbourhoods = 100;
constexpr int in_one_write = 20'000;
const Instant now = parse_instant("2026-11-22T10:00:00+01:00").value();

const std::vector<std::string> things{"lantaarnpaal", "lamp",      "stoeptegel",   "container",
                                      "bankje",       "boom",      "speeltoestel", "fietspad",
                                      "putdeksel",    "heg",       "afvalbak",     "hek",
                                      "zebrapad",     "schutting", "goot",         "verkeersbord"};
const std::vector<std::string> faults{"stuk",   "scheef",   "vol",       "kapot", "los",         "vies",
                                      "donker", "verstopt", "omgewaaid", "glad",  "overwoekerd", "verdwenen"};
const std::vector<std::string> places{"school", "garages", "winkels",  "vijver",    "kerk",  "hoek",
                                      "park",   "brug",    "bushalte", "sportveld", "plein", "viaduct"};

std::string sentence(std::mt19937_64& random) {
  const auto one = [&](const std::vector<std::string>& words) { return words[random() % words.size()]; };
  return "De " + one(things) + " bij de " + one(places) + " is " + one(faults) + " en de " + one(things) +
         " ernaast ook " + one(faults);
}

std::vector<db::Migration> migrations() {
  std::vector<db::Migration> all = db::embedded_migrations(-1, "platform/mail/migrations", "mail");
  const std::pair<int, const char*> parts[] = {{0, "places"}, {0, "organisations"}, {1, "accounts"},
                                               {1, "themes"}, {2, "items"},         {3, "notifications"},
                                               {4, "signals"}};
  for (const auto& [level, name] : parts) {
    auto more = db::embedded_migrations(level, std::string("capabilities/") + name + "/migrations", name);
    all.insert(all.end(), more.begin(), more.end());
  }
  return all;
}

// A file with so many signals; gone when the program ends.
class Archive {
 public:
  explicit Archive(std::int64_t signals)
      : folder_(std::filesystem::temp_directory_path() / ("wijktafel-bench-" + random_token(8))) {
    std::filesystem::create_directories(folder_);
    database_ = db::Database::open("sqlite:" + (folder_ / "town.sqlite").string());
    db::migrate(*database_, migrations());
    std::mt19937_64 random(1);
    for (std::int64_t first = 1; first <= signals; first += in_one_write)
      database_->write([&](db::Transaction& tx) {
        for (auto number = first; number < first + in_one_write && number <= signals; ++number)
          add(tx, random, number);
      });
  }
  ~Archive() {
    database_.reset();
    std::filesystem::remove_all(folder_);
  }
  std::size_t look(std::mt19937_64& random, bool with_place) {
    const signals::AboutToBeTold told{.area = area(random),
                                      .text = sentence(random),
                                      .place = with_place ? std::optional(place(random)) : std::nullopt};
    return database_->read([&](db::Transaction& tx) { return likely_duplicates(tx, told, now).size(); });
  }

 private:
  static std::string area(std::mt19937_64& random) {
    return "BU" + std::to_string(random() % neighbourhoods);
  }
  static geo::Point place(std::mt19937_64& random) {
    constexpr double width = 0.146;  // ten kilometres at 52 degrees north
    constexpr double height = 0.090;
    std::uniform_real_distribution<double> share(0, 1);
    return {4.4 + width * share(random), 52.0 + height * share(random)};
  }
  static void add(db::Transaction& tx, std::mt19937_64& random, std::int64_t number) {
    const auto text = sentence(random);
    const auto at = now - std::chrono::minutes(random() % 500'000);
    tx.execute(
        "INSERT INTO item (kind, area, title, text, domains, place_words, visibility, status, is_open, "
        "created_at, "
        "changed_at, version, is_followed, head_sequence, head_hash) "
        "VALUES ('signal', 'BU1', $1, $1, 0, '', 0, 'received', 1, $2, $2, 1, 0, 1, '')",
        text, at);
    tx.execute(
        "INSERT INTO signal (item, kind, chance, channel, neighbours_may, waiting_for, referred_to, "
        "reported_at) "
        "VALUES ($1, 'problem', '', 'web', 0, '', '', $2)",
        number, at);
    signals::store::keep_likeness(
        tx, {.item = signals::ItemId{number},
             .area = area(random),
             .likened = {.stems = search::dutch_stems(text),
                         .place = number % 4 == 0 ? std::nullopt : std::optional(place(random)),
                         .reported_at = at}});
  }

  std::filesystem::path folder_;
  std::unique_ptr<db::Database> database_;
};

void looked_for(benchmark::State& state, bool with_place) {
  static std::int64_t made_for = 0;
  static std::unique_ptr<Archive> archive;
  if (made_for != state.range(0)) {
    archive.reset();
    archive = std::make_unique<Archive>(state.range(0));
    made_for = state.range(0);
  }
  std::mt19937_64 random(2);
  std::size_t found = 0;
  std::int64_t asked = 0;
  for (auto _ : state) {
    found += archive->look(random, with_place);
    ++asked;
  }
  state.counters["found"] = static_cast<double>(found) / static_cast<double>(asked);
}

void with_a_place(benchmark::State& state) { looked_for(state, true); }
void without_a_place(benchmark::State& state) { looked_for(state, false); }

BENCHMARK(with_a_place)->Arg(100'000)->Unit(benchmark::kMillisecond);
BENCHMARK(without_a_place)->Arg(100'000)->Unit(benchmark::kMillisecond);
BENCHMARK(with_a_place)->Arg(1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(without_a_place)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace wijktafel
BENCHMARK_MAIN();
