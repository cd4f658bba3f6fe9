// All SQL of the figures.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "capabilities/statistics/model.hpp"
#include "capabilities/statistics/statistics.hpp"

namespace wijktafel::statistics::store {

struct Counted {
  ItemId item{};
  std::string kind;  // public, confidential
  std::string area;
  std::string theme;
  std::optional<identity::OrganisationId> holder = std::nullopt;
  std::string channel;
  Instant opened_at{};
  std::optional<Instant> closed_at = std::nullopt;
  std::optional<std::int64_t> square_x = std::nullopt;
  std::optional<std::int64_t> square_y = std::nullopt;
  bool operator==(const Counted&) const = default;
};

std::optional<Counted> find_counted(db::Transaction& tx, ItemId item);
void save_counted(db::Transaction& tx, const Counted& counted);
void remove_counted(db::Transaction& tx, ItemId item);

// Changes of counts, added up in memory before they are written: one signal, or ten thousand of an archive.
class Changes {
 public:
  // `sign`: +1 or -1. `areas`: its area and what lies above.
  void add(const Counted& counted, const std::vector<std::string>& areas, int sign);
  void write(db::Transaction& tx);

 private:
  using Key =
      std::tuple<std::string, std::string, std::string, std::string>;  // area, month, dimension, value
  struct Two {
    std::int64_t opened = 0;
    std::int64_t closed = 0;
  };
  std::map<Key, Two> months_;
  std::map<std::pair<Key, std::int64_t>, std::int64_t> days_;
  std::map<std::tuple<std::string, std::string, std::int64_t, std::int64_t>, std::int64_t> squares_;
};

struct Figure {
  std::string value;
  std::int64_t opened = 0;
  std::int64_t closed = 0;
  Days days = {};
};
// Of one dimension in a period, by value.
std::vector<Figure> figures(db::Transaction& tx, std::string_view area, std::string_view dimension,
                            const Period& period);
std::vector<Square> squares(db::Transaction& tx, std::string_view area, const Period& period);
// Public ones told in [from, until), by date; `after`: the last one that was given.
std::vector<Counted> public_signals(db::Transaction& tx, std::string_view area, Instant from, Instant until,
                                    int most);

// What was there before: nothing when it was never begun.
std::optional<std::int64_t> find_progress(db::Transaction& tx);
void forget_progress(db::Transaction& tx);
void save_progress(db::Transaction& tx, std::int64_t lowest_item);

}  // namespace wijktafel::statistics::store
