// What the templates of goals show; those of commitments are in commitment_views.hpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "capabilities/goals/web/action_form.hpp"
#include "design/components/action_buttons/action_buttons.hpp"
#include "design/components/chain/chain.hpp"
#include "design/components/check_field/check_field.hpp"
#include "design/components/empty_state/empty_state.hpp"
#include "design/components/notice/notice.hpp"
#include "design/components/pagination/pagination.hpp"
#include "design/components/promises_table/promises_table.hpp"
#include "platform/html/view.hpp"

namespace wijktafel::goals {

// How a goal stands: "46 mensen eten samen op donderdag", "doel 40: gehaald".
struct GoalFigure {
  std::string value;
  std::string indicator;
  design::StatusBadge badge;
};
BOOST_DESCRIBE_STRUCT(GoalFigure, (), (value, indicator, badge))

struct GoalCard {
  static constexpr std::string_view component = "goals/goal_card";
  std::string title;
  std::string url;
  std::string domains;
  std::optional<design::StatusBadge> ended;  // how it was closed
  GoalFigure figure;
  std::string baseline_and_date;  // "Begin: 0. Uiterlijk 31 december."
  std::string commitments;        // "3 afspraken"
  std::optional<std::string> gap;
};
BOOST_DESCRIBE_STRUCT(GoalCard, (), (title, url, domains, ended, figure, baseline_and_date, commitments, gap))

struct GoalListView {
  std::string title;
  bool has_open = false;
  std::vector<GoalCard> open;
  bool has_closed = false;
  std::vector<GoalCard> closed;
  std::optional<design::EmptyState> empty;
  std::optional<design::Pagination> pages;
  std::string commitments_url;
  std::optional<std::string> open_url;    // on the list of closed goals: back to those that run
  std::optional<std::string> closed_url;  // all closed goals
  std::optional<std::string> new_url;
};
BOOST_DESCRIBE_STRUCT(GoalListView, (),
                      (title, has_open, open, has_closed, closed, empty, pages, commitments_url, open_url,
                       closed_url, new_url))

struct MeasurementRow {
  std::string date;
  std::string value;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(MeasurementRow, (), (date, value, note))

// The measurements as a line, in a drawing of 320 by 100; coordinates are written out.
struct GoalLine {
  std::string label;   // read aloud
  std::string points;  // "0,90 160,40 320,12"
  std::string target_y;
};
BOOST_DESCRIBE_STRUCT(GoalLine, (), (label, points, target_y))

struct GainRow {
  std::string organisation;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(GainRow, (), (organisation, text))

struct GoalPageView {
  std::string kicker;  // "Doel 12 - Samen leven"
  std::string title;
  std::optional<design::StatusBadge> ended;
  std::optional<design::Notice> notice;
  std::optional<design::ErrorSummary> faults;
  html::SafeHtml why;
  GoalFigure figure;
  std::string baseline;
  std::string target;
  std::string target_date;
  bool has_measurements = false;
  std::vector<MeasurementRow> measurements;
  std::optional<GoalLine> line;
  bool has_gains = false;
  std::vector<GainRow> gains;
  std::optional<design::PromisesTable> promises;
  std::optional<design::PromisesTable> intentions;
  std::optional<std::string> gap;
  std::optional<design::ActionButtons> offer;
  design::Chain chain;
  html::SafeHtml actions;  // slot "goal_actions"
  html::SafeHtml footer;   // slot "item_footer"
  bool has_forms = false;
  std::vector<ActionForm> forms;
};
BOOST_DESCRIBE_STRUCT(GoalPageView, (),
                      (kicker, title, ended, notice, faults, why, figure, baseline, target, target_date,
                       has_measurements, measurements, line, has_gains, gains, promises, intentions, gap,
                       offer, chain, actions, footer, has_forms, forms))

// What a new goal or commitment comes from: "Komt uit: <a>Het pad is donker</a>".
struct SourceLink {
  std::string title;
  std::string url;
};
BOOST_DESCRIBE_STRUCT(SourceLink, (), (title, url))

struct NewGoalView {
  std::string url;
  std::optional<SourceLink> source;
  std::optional<design::ErrorSummary> faults;
  design::TextField title;
  design::TextArea why;
  design::CheckField domains;
  design::TextField indicator;
  design::TextField baseline;
  design::TextField target;
  design::DateField target_date;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(NewGoalView, (),
                      (url, source, faults, title, why, domains, indicator, baseline, target, target_date,
                       submit))

}  // namespace wijktafel::goals
