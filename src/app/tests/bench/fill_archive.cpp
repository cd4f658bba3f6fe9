// Fills a demo with an archive of signals as a municipality has after ten years: almost everything old and
// closed, the last weeks half open, one in a hundred forgotten. The rows are those that the program's actions
// leave (archive/batch.hpp), so that every chain verifies; what they say has the shape of real signals
// (archive/shape.hpp). For `make bench`.
//
//   wijktafel demo --database sqlite:FILE ... && build/bench/fill_archive sqlite:FILE 1000000
#include <charconv>
#include <cstdio>
#include <fmt/format.h>

#include "app/tests/bench/archive/others.hpp"
#include "app/tests/bench/archive/story.hpp"
#include "platform/db/tables.hpp"

namespace wijktafel {
namespace {

constexpr std::size_t in_one_transaction = 10'000;

std::int64_t last_item(db::Transaction& tx) {
  return tx.find("SELECT COALESCE(MAX(id), 0) FROM item")->get<std::int64_t>(0);
}

void fill(const std::string& database, std::size_t count) {
  const app::Program program;
  app::Municipality municipality(program, {.database = database,
                                           .files = "build/bench/archive-files",
                                           .mail = "file:build/bench/archive-mail",
                                           .base_url = "http://127.0.0.1:8080"});
  auto& data = municipality.database();
  data.write([](db::Transaction& tx) { archive::save_themes(tx); });
  archive::Storyteller storyteller(municipality, count);
  const std::int64_t before = data.read(last_item);
  archive::Batch batch;
  std::vector<archive::BulkSignal> told;
  for (std::size_t i = 0; i < count; ++i) {
    told.push_back(storyteller.tell(i, items::ItemId{before + 1 + static_cast<std::int64_t>(i)}));
    batch.add(told.back());
    if (told.size() < in_one_transaction && i + 1 < count) continue;
    data.write([&](db::Transaction& tx) {
      batch.write(tx);
      for (const auto fill_others : archive::others()) fill_others(tx, told);
    });
    told.clear();
  }
  data.write([&](db::Transaction& tx) {
    batch.write_counts(tx);
    db::set_last_numbers(tx, {{"item", before + static_cast<std::int64_t>(count)}});
  });
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
