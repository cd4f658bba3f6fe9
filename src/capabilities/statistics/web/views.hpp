// What the page of figures shows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "design/components/submit_row/submit_row.hpp"
#include "design/components/text_field/text_field.hpp"
#include "design/link.hpp"
#include "platform/html/view.hpp"

namespace wijktafel::statistics {

struct FigureCells {
  std::string name;
  std::string opened;
  std::string closed;
  std::string median;
};
BOOST_DESCRIBE_STRUCT(FigureCells, (), (name, opened, closed, median))

struct FigureTable {
  std::string caption;
  std::string first;  // heading of the first column
  std::vector<FigureCells> rows;
};
BOOST_DESCRIBE_STRUCT(FigureTable, (), (caption, first, rows))

struct HeatMapView {
  html::SafeHtml drawing;
  std::string legend;
};
BOOST_DESCRIBE_STRUCT(HeatMapView, (), (drawing, legend))

struct FiguresView {
  std::string title;
  std::string period;
  std::string url;
  design::TextField from;
  design::TextField until;
  design::SubmitRow submit;
  std::vector<design::Link> periods;
  bool is_empty = false;
  std::string intro;
  std::optional<std::string> confidential = std::nullopt;
  std::vector<FigureTable> tables = {};
  std::optional<HeatMapView> heat_map = std::nullopt;
  std::string no_heat_map;
  std::vector<design::Link> downloads = {};
  html::SafeHtml more = {};  // from capabilities that measure something else
};
BOOST_DESCRIBE_STRUCT(FiguresView, (),
                      (title, period, url, from, until, submit, periods, is_empty, intro, confidential,
                       tables, heat_map, no_heat_map, downloads, more))

struct FiguresLinkView {
  std::string url;
};
BOOST_DESCRIBE_STRUCT(FiguresLinkView, (), (url))

}  // namespace wijktafel::statistics
