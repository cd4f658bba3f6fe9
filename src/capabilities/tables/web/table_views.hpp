// What the page of the table shows, and the forms to plan meetings and to say how the table works.
#pragma once

#include "design/components/choice_field/choice_field.hpp"
#include "design/components/date_field/date_field.hpp"
#include "design/components/empty_state/empty_state.hpp"
#include "design/components/error_summary/error_summary.hpp"
#include "design/components/item_list/item_list.hpp"
#include "design/components/submit_row/submit_row.hpp"
#include "design/components/text_area/text_area.hpp"
#include "design/components/text_field/text_field.hpp"
#include "design/link.hpp"
#include "platform/html/view.hpp"

namespace wijktafel::tables {

struct NextMeetingView {
  std::string when;
  std::string place;
  std::string url;
  design::StatusBadge badge;
  bool not_public = false;
};
BOOST_DESCRIBE_STRUCT(NextMeetingView, (), (when, place, url, badge, not_public))

// What there is once there is a table.
struct WorkingTable {
  std::optional<std::string> state_note;
  std::vector<std::string> rules;  // sentences
  std::optional<NextMeetingView> next;
  std::optional<design::ItemList> more_coming;
  std::optional<design::ItemList> decisions;  // the last ones
  std::optional<std::string> decisions_url;   // all of them
  std::optional<design::ItemList> past;
  std::optional<std::string> older_url;
  std::string calendar_url;
};
BOOST_DESCRIBE_STRUCT(WorkingTable, (),
                      (state_note, rules, next, more_coming, decisions, decisions_url, past, older_url,
                       calendar_url))

struct TablesWithin {
  std::string heading;
  std::vector<design::Link> tables;
};
BOOST_DESCRIBE_STRUCT(TablesWithin, (), (heading, tables))

struct TableView {
  std::string name;
  std::optional<WorkingTable> table;
  std::optional<design::EmptyState> empty;
  std::optional<TablesWithin> within;
  std::optional<std::string> plan_url;
  std::optional<std::string> rules_url;
};
BOOST_DESCRIBE_STRUCT(TableView, (), (name, table, empty, within, plan_url, rules_url))

// "Gaat het overleg niet door?", below the form to change it.
struct CancelForm {
  std::string url;
  design::TextField reason;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(CancelForm, (), (url, reason, submit))

// The form to plan a meeting and the form to change one: the same questions.
struct PlanView {
  std::string title;
  std::string url;
  bool is_first = false;
  std::optional<design::ErrorSummary> faults;
  design::DateField date;
  design::TextField time;
  design::TextField place;
  design::TextField online_link;
  std::optional<design::ChoiceField> is_public;  // asked once, when it is planned
  design::SubmitRow submit;
  std::optional<CancelForm> cancel;
};
BOOST_DESCRIBE_STRUCT(PlanView, (),
                      (title, url, is_first, faults, date, time, place, online_link, is_public, submit,
                       cancel))

struct RulesView {
  std::string url;
  std::optional<design::ErrorSummary> faults;
  design::TextField name;
  design::ChoiceField state;
  design::ChoiceField decides_by;
  design::TextField voters;
  design::TextField quorum;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(RulesView, (), (url, faults, name, state, decides_by, voters, quorum, submit))

}  // namespace wijktafel::tables
