// The inbox of a coordinator, made anew each time, with everything that can be asked of it: the page as the
// handler of its route gives it, without network.
//
//   build/bench/bench_inbox sqlite:1000000.sqlite      (filled by fill_archive)
#include <benchmark/benchmark.h>
#include <cstdio>
#include <fmt/format.h>

#include "app/municipality.hpp"
#include "base/result.hpp"

namespace wijktafel {
namespace {

struct Question {
  std::string name;
  http::Pairs query;
};

std::vector<Question> questions() {
  return {{"everything", {}},
          {"late", {{"datum", "laat"}}},
          {"this week", {{"datum", "week"}}},
          {"new", {{"stand", "received"}}},
          {"safety", {{"onderwerp", "safety"}}},
          {"with nobody", {{"bij", "niemand"}}},
          {"by telephone", {{"kanaal", "phone"}}},
          {"words that many have", {{"zoek", "de"}}},
          {"words that none have", {{"zoek", "olifant"}}},
          {"all at once, none found",
           {{"zoek", "olifant"}, {"onderwerp", "safety"}, {"datum", "laat"}, {"voorrang", "high"}}},
          {"from the middle", {{"na", "2026-11-22.500000"}}}};
}

class Town {
 public:
  explicit Town(const std::string& database)
      : municipality_(program_, {.database = database,
                                 .files = "build/bench/archive-files",
                                 .mail = "file:build/bench/archive-mail",
                                 .base_url = "http://127.0.0.1:8080"}) {
    coordinator_.person = identity::PersonId{1};
    coordinator_.grants = {{"coordinator", area()->key, std::nullopt}};
    for (const auto& capability : program_.capabilities)
      for (const auto& route : capability.routes)
        if (route.pattern == "/{municipality}/werk" && route.method == http::Method::get)
          page_ = route.handler;
  }

  void show(benchmark::State& state, const http::Pairs& query) const {
    http::Request request;
    request.target = "/";
    request.query = query;
    const auto& service = municipality_.service();
    const auto now = service.clock.now();
    const web::Call call{service, request, coordinator_, i18n::Language::nl, now, local_date(now), area()};
    for (auto _ : state) {
      const auto response = page_(call);
      if (response.status != 200) throw Failure(fmt::format("the inbox answers {}", response.status));
    }
  }

 private:
  std::optional<web::AreaRef> area() const { return municipality_.service().find_area_by_slug(""); }

  app::Program program_;
  app::Municipality municipality_;
  identity::Actor coordinator_;
  web::Handler page_;
};

}  // namespace
}  // namespace wijktafel

int main(int count, char** arguments) {
  if (count < 2) {
    fmt::print(stderr, "usage: bench_inbox DATABASE\n");
    return 2;
  }
  const wijktafel::Town town(arguments[1]);
  for (const auto& question : wijktafel::questions())
    benchmark::RegisterBenchmark(question.name.c_str(), [&town, question](benchmark::State& state) {
      town.show(state, question.query);
    })->Unit(benchmark::kMillisecond);
  int rest = 1;
  benchmark::Initialize(&rest, arguments);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
