// Who promised what, by when, and how it stands. On a phone each promise is a card.
// A first date that moved stays readable: struck through for the eye, "eerst 30 juni" for the ear.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "design/components/status_badge/status_badge.hpp"

namespace wijktafel::design {

struct PromiseRow {
  std::string who;
  std::string what;
  std::string url;
  std::string due;                                      // "15 november"
  std::optional<std::string> first_due = std::nullopt;  // "30 juni", when the date moved
  StatusBadge badge;
};
BOOST_DESCRIBE_STRUCT(PromiseRow, (), (who, what, url, due, first_due, badge))

struct PromisesTable {
  static constexpr std::string_view component = "design/promises_table";
  std::string caption;  // read aloud; the heading above says it for the eye
  std::vector<PromiseRow> rows;
};
BOOST_DESCRIBE_STRUCT(PromisesTable, (), (caption, rows))

}  // namespace wijktafel::design
