// What an inbox shows: lists to choose from, a filter, and the rows of one page in groups by their date.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "design/components/date_field/date_field.hpp"
#include "design/components/empty_state/empty_state.hpp"
#include "design/components/select_field/select_field.hpp"
#include "design/components/status_badge/status_badge.hpp"
#include "design/components/submit_row/submit_row.hpp"
#include "design/components/text_field/text_field.hpp"
#include "design/components/tick_box/tick_box.hpp"
#include "platform/html/view.hpp"

namespace wijktafel::signals {

// One of the lists of this person: "Rozenbuurt", with how many stand in it and how many are late.
struct InboxTab {
  std::string name;
  std::string count;
  std::optional<std::string> late;
  std::string url;
  bool current = false;
};
BOOST_DESCRIBE_STRUCT(InboxTab, (), (name, count, late, url, current))

struct InboxLine {
  std::int64_t number = 0;
  std::string title;
  std::string url;
  std::string about;
  design::StatusBadge badge;
  std::optional<std::string> urgent;  // "Met voorrang"
  std::string pick;                   // "Kies nummer 123"
  bool picked = false;
  std::int64_t version = 0;  // as it was when the page was made
};
BOOST_DESCRIBE_STRUCT(InboxLine, (), (number, title, url, about, badge, urgent, pick, picked, version))

struct InboxGroup {
  std::string title;
  std::vector<InboxLine> rows;
};
BOOST_DESCRIBE_STRUCT(InboxGroup, (), (title, rows))

struct InboxFilter {
  static constexpr std::string_view component = "signals/inbox_filter";
  std::string url;
  std::optional<std::string> list;  // of a list that the path does not name
  bool open = false;
  design::TextField words;
  std::vector<design::SelectField> fields;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(InboxFilter, (), (url, list, open, words, fields, submit))

// What can be done with everything that is ticked.
struct BulkForm {
  std::string url;
  std::string back;
  std::string pick_all_url;
  bool is_open = false;  // something is ticked when the page comes
  std::vector<design::SelectField> fields;
  std::optional<design::DateField> date;
  std::optional<design::TextField> original;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(BulkForm, (), (url, back, pick_all_url, is_open, fields, date, original, submit))

// A list of one's own: a filter kept under a title.
struct SavedView {
  std::int64_t id = 0;
  std::string title;
  std::string url;
  bool is_first = false;
  std::string remove_url;
};
BOOST_DESCRIBE_STRUCT(SavedView, (), (id, title, url, is_first, remove_url))

struct SaveViewForm {
  static constexpr std::string_view component = "signals/save_view_form";
  std::string url;
  std::string list;
  std::string query;
  design::TextField title;
  design::TickBox first;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(SaveViewForm, (), (url, list, query, title, first, submit))

struct InboxView {
  html::SafeHtml more;  // what other capabilities ask of who works here
  std::vector<InboxTab> tabs;
  std::vector<SavedView> saved;
  std::optional<SaveViewForm> save;  // while something is filtered
  std::string summary;               // "3 te laat, 12 open"
  InboxFilter filter;
  std::vector<InboxGroup> groups;
  std::optional<BulkForm> bulk;  // while there is something to tick
  std::optional<design::EmptyState> empty;
  std::optional<std::string> first_url;
  std::optional<std::string> next_url;
  std::optional<std::string> list_url;  // of every signal of the area, for everyone
  std::optional<std::string> templates_url;
};
BOOST_DESCRIBE_STRUCT(InboxView, (),
                      (more, tabs, saved, save, summary, filter, groups, bulk, empty, first_url, next_url,
                       list_url, templates_url))

}  // namespace wijktafel::signals
