// What the pages about answers show.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "design/components/empty_state/empty_state.hpp"
#include "platform/html/view.hpp"

namespace wijktafel::safety_net {

struct MedianRow {
  std::string theme;
  std::string days;
  std::string answers;
};
BOOST_DESCRIBE_STRUCT(MedianRow, (), (theme, days, answers))

struct MedianTable {
  static constexpr std::string_view component = "safety_net/median_table";
  std::string caption;
  std::string total;
  bool has_rows = false;
  std::vector<MedianRow> rows;
};
BOOST_DESCRIBE_STRUCT(MedianTable, (), (caption, total, has_rows, rows))

struct OrganisationAnswers {
  std::string name;
  std::string url;
  MedianTable table;
};
BOOST_DESCRIBE_STRUCT(OrganisationAnswers, (), (name, url, table))

struct AnswersView {
  std::vector<OrganisationAnswers> organisations;
  std::optional<design::EmptyState> empty;
  html::SafeHtml more;  // from capabilities that count something else
};
BOOST_DESCRIBE_STRUCT(AnswersView, (), (organisations, empty, more))

// On the page of one organisation.
struct OwnAnswersView {
  MedianTable table;
  std::string url;
};
BOOST_DESCRIBE_STRUCT(OwnAnswersView, (), (table, url))

}  // namespace wijktafel::safety_net
