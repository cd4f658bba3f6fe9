// The figures of an area in a period, with the names that go with them.
#pragma once

#include "capabilities/places/places.hpp"
#include "capabilities/statistics/store.hpp"

namespace wijktafel::statistics {

struct FigureRow {
  std::string name;
  std::string key;  // as kept: of a theme, an organisation, an area, a channel
  std::int64_t opened = 0;
  std::int64_t closed = 0;
  std::optional<double> median_days = std::nullopt;  // of the closed ones; nothing for fewer than five
};

struct Figures {
  FigureRow all;
  std::optional<std::int64_t> confidential = std::nullopt;  // see shown_confidential
  std::vector<FigureRow> themes, organisations, neighbourhoods, channels;
  std::vector<Square> squares;  // that may be shown
};
Figures read_figures(const web::Call& call, db::Transaction& tx, const Period& period);

struct ListedSignal {
  store::Counted counted;
  items::Item item;
  std::string theme;
  std::string organisation;
};
// Public ones told in the period, in order of date, of every neighbourhood inside; at most `most`.
std::vector<ListedSignal> signals_of(const web::Call& call, db::Transaction& tx, const Period& period,
                                     int most);

}  // namespace wijktafel::statistics
