// The life of one signal in an archive of ten years: where, when, about what, and what became of it.
#pragma once

#include "app/municipality.hpp"
#include "app/tests/bench/archive/batch.hpp"
#include "app/tests/bench/archive/shape.hpp"

namespace wijktafel::archive {

class Storyteller {
 public:
  // Reads areas and organisations of the municipality. `count`: signals in the whole archive.
  Storyteller(app::Municipality& municipality, std::size_t count);
  // Signal `number` of the archive, in order of time.
  BulkSignal tell(std::size_t number, items::ItemId id);

 private:
  struct Ground {
    std::vector<std::string> lineage;
    std::vector<geo::Point> points;  // what people complain about, the first most often
  };
  void read_grounds(app::Municipality& municipality, db::Transaction& tx);
  void choose_times(std::size_t count);
  const ThemeShape& choose_what(BulkSignal& signal);
  void close(BulkSignal& signal, Instant at);
  void look_at(BulkSignal& signal, Instant at);
  void keep_reporter(BulkSignal& signal);
  bool is_lately(std::size_t number) const;

  std::vector<Ground> grounds_;
  std::size_t busiest_ = 0;
  std::vector<identity::OrganisationId> organisations_;
  identity::Actor official_;
  std::vector<std::int64_t> times_;  // milliseconds, ascending
  Chance chance_;
};

}  // namespace wijktafel::archive
