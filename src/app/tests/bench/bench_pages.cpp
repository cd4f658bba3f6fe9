// What a page costs, made anew each time, beside the same page of a larger archive. One thread, no network:
// the handler of the route is called as the edge calls it when the page is not kept. Processor time of the
// thread, the databases take turns, so that a busy machine weighs on all of them alike.
//
//   build/bench/bench_pages sqlite:1000.sqlite sqlite:1000000.sqlite      (filled by fill_archive)
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fmt/format.h>

#include "app/municipality.hpp"
#include "base/result.hpp"
#include "capabilities/items/items.hpp"

namespace wijktafel {
namespace {

constexpr std::string_view area_key = "BU16212131";  // the Oranjebuurt of the demo
constexpr int rounds = 15;
constexpr double seconds_in_a_round = 0.1;

struct Page {
  std::string name;
  std::string pattern;
  http::Pairs query = {};
  bool of_newest_signal = false;
  bool of_old_signal = false;
  bool for_coordinator = false;
  bool of_municipality = false;
};

std::vector<Page> pages() {
  const std::string list = "/{municipality}/{area}/signalen";
  return {
      {.name = "neighbourhood", .pattern = "/{municipality}/{area}"},
      {.name = "signals", .pattern = list},
      {.name = "signals, open", .pattern = list, .query = {{"stand", "open"}}},
      {.name = "signals, closed", .pattern = list, .query = {{"stand", "closed"}}},
      {.name = "signals, safety", .pattern = list, .query = {{"onderwerp", "safety"}}},
      {.name = "signals, safety and open",
       .pattern = list,
       .query = {{"stand", "open"}, {"onderwerp", "safety"}}},
      {.name = "signals, questions (none)", .pattern = list, .query = {{"soort", "question"}}},
      {.name = "signals, from the middle", .pattern = list, .query = {{"voor", "500"}}},
      {.name = "signals of the municipality", .pattern = "/{municipality}/signalen", .of_municipality = true},
      {.name = "signal, newest", .pattern = list + "/{number}", .of_newest_signal = true},
      {.name = "signal, old", .pattern = list + "/{number}", .of_old_signal = true},
      {.name = "work", .pattern = list + "/werk", .for_coordinator = true},
      {.name = "work of the municipality",
       .pattern = "/{municipality}/werk",
       .for_coordinator = true,
       .of_municipality = true},
      {.name = "goals", .pattern = "/{municipality}/{area}/doelen"},
      {.name = "commitments", .pattern = "/{municipality}/{area}/afspraken"},
      {.name = "table", .pattern = "/{municipality}/{area}/tafel"},
      {.name = "map as GeoJSON", .pattern = list + ".geojson"},
      {.name = "map of the municipality as GeoJSON",
       .pattern = "/{municipality}/signalen.geojson",
       .of_municipality = true},
      {.name = "figures", .pattern = "/{municipality}/{area}/cijfers"},
      {.name = "figures of the municipality", .pattern = "/{municipality}/cijfers", .of_municipality = true},
      {.name = "signals close together",
       .pattern = "/{municipality}/{area}/bij-elkaar",
       .for_coordinator = true},
  };
}

double processor_seconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

class Town {
 public:
  Town(const app::Program& program, const std::string& database)
      : program_(program),
        municipality_(program, {.database = database,
                                .files = "build/bench/archive-files",
                                .mail = "file:build/bench/archive-mail",
                                .base_url = "http://127.0.0.1:8080"}) {
    coordinator_.person = identity::PersonId{1};
    coordinator_.grants = {{"coordinator", municipality_.service().find_area_by_slug("")->key, std::nullopt}};
    municipality_.database().read([&](db::Transaction& tx) {
      const auto found = items::list(tx, {.area = std::string(area_key), .kinds = {"signal"}, .limit = 1});
      newest_ = raw(found.at(0).id);
      old_ = tx.find("SELECT MIN(item) FROM item_area WHERE area = $1 AND kind = 'signal' AND item > 100",
                     std::string(area_key))
                 ->get<std::int64_t>(0);
    });
  }

  // How long one of these pages takes, in microseconds.
  double measure(const Page& page) {
    const auto& handler = handler_of(page.pattern);
    http::Request request;
    request.target = "/";
    request.query = page.query;
    if (page.of_newest_signal || page.of_old_signal)
      request.parameters.emplace_back("number", std::to_string(page.of_newest_signal ? newest_ : old_));
    const auto& service = municipality_.service();
    const auto now = service.clock.now();
    const web::Call call{service,
                         request,
                         page.for_coordinator ? coordinator_ : identity::visitor(),
                         i18n::Language::nl,
                         now,
                         local_date(now),
                         page.of_municipality ? service.find_area_by_slug("") : service.find_area(area_key)};
    const double begin = processor_seconds();
    double end = begin;
    int made = 0;
    for (; end - begin < seconds_in_a_round; end = processor_seconds(), ++made) {
      const auto response = handler(call);
      if (response.status != 200) throw Failure(fmt::format("{} answers {}", page.name, response.status));
      bytes_ = response.content().size();
    }
    return (end - begin) * 1e6 / made;
  }
  std::size_t bytes() const { return bytes_; }

 private:
  const web::Handler& handler_of(const std::string& pattern) const {
    for (const auto& capability : program_.capabilities)
      for (const auto& route : capability.routes)
        if (route.pattern == pattern && route.method == http::Method::get) return route.handler;
    throw Failure(fmt::format("no page is called {}", pattern));
  }

  const app::Program& program_;
  app::Municipality municipality_;
  identity::Actor coordinator_;
  std::int64_t newest_ = 0;
  std::int64_t old_ = 0;
  std::size_t bytes_ = 0;
};

double middle(std::vector<double> all) {
  std::ranges::sort(all);
  return all[all.size() / 2];
}

void compare(const std::vector<std::string>& databases, std::string_view only) {
  const app::Program program;
  std::vector<std::unique_ptr<Town>> towns;
  for (const auto& database : databases) towns.push_back(std::make_unique<Town>(program, database));
  fmt::print("{:<30} {:>8}", "microseconds a page", "bytes");
  for (const auto& database : databases) fmt::print(" {:>16}", database.substr(database.rfind('/') + 1));
  fmt::print("   last / first\n");
  for (const auto& page : pages()) {
    if (!only.empty() && page.name != only) continue;
    std::vector<std::vector<double>> times(towns.size());
    for (int round = 0; round < rounds; ++round)
      for (std::size_t i = 0; i < towns.size(); ++i) times[i].push_back(towns[i]->measure(page));
    fmt::print("{:<30} {:>8}", page.name, towns.back()->bytes());
    for (const auto& one : times) fmt::print(" {:>16.0f}", middle(one));
    fmt::print("   {:.2f}\n", middle(times.back()) / middle(times.front()));
    std::fflush(stdout);
  }
}

}  // namespace
}  // namespace wijktafel

int main(int count, char** arguments) {
  std::vector<std::string> databases;
  for (int i = 1; i < count; ++i) databases.emplace_back(arguments[i]);
  if (databases.empty()) {
    fmt::print(stderr, "usage: [ONLY=page] bench_pages DATABASE...\n");
    return 2;
  }
  try {
    const char* only = std::getenv("ONLY");
    wijktafel::compare(databases, only == nullptr ? "" : only);
  } catch (const std::exception& exception) {
    fmt::print(stderr, "{}\n", exception.what());
    return 1;
  }
  return 0;
}
