// What the templates of commitments show.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "capabilities/goals/web/views.hpp"
#include "design/components/item_list/item_list.hpp"
#include "design/components/tick_box/tick_box.hpp"

namespace wijktafel::goals {

struct FilterLink {
  std::string text;  // "Te laat (3)"
  std::string url;
  bool chosen = false;
};
BOOST_DESCRIBE_STRUCT(FilterLink, (), (text, url, chosen))

struct CommitmentListView {
  std::string title;
  std::vector<FilterLink> filters;
  std::optional<design::PromisesTable> promises;
  std::optional<design::PromisesTable> intentions;  // strevens stand apart
  std::optional<design::EmptyState> empty;
  std::optional<std::string> next_url;  // the list goes on there
  std::optional<std::string> new_url;
};
BOOST_DESCRIBE_STRUCT(CommitmentListView, (),
                      (title, filters, promises, intentions, empty, next_url, new_url))

struct DateChangeRow {
  std::string when;
  std::string change;  // "Van 30 juni naar 15 november."
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(DateChangeRow, (), (when, change, reason))

struct ReportRow {
  std::string when;
  std::string state;
  html::SafeHtml text;
  std::optional<std::string> proof;
};
BOOST_DESCRIBE_STRUCT(ReportRow, (), (when, state, text, proof))

struct CommitmentPageView {
  std::string kicker;  // "Afspraak 34"
  std::string title;
  design::StatusBadge badge;
  std::optional<design::Notice> notice;
  std::optional<design::ErrorSummary> faults;
  std::string promiser;
  std::string receiver;
  std::string measure;
  std::string due;
  std::optional<std::string> first_due;  // when the date moved
  std::string contact;                   // a name, or "zonder contactpersoon"
  bool is_intention = false;
  std::optional<std::string> consent;  // "De directie moet nog ja zeggen, uiterlijk 1 maart."
  bool has_date_changes = false;
  std::vector<DateChangeRow> date_changes;
  std::vector<ReportRow> reports;
  std::string judged_by;  // "Wat de tafel vindt"
  std::vector<ReportRow> judgements;
  std::optional<std::string> judge_before;  // what is reported waits for a judgement until then
  design::Chain chain;
  html::SafeHtml footer;  // slot "item_footer"
  std::optional<design::ActionButtons> buttons;
  bool has_forms = false;
  std::vector<ActionForm> forms;
};
BOOST_DESCRIBE_STRUCT(CommitmentPageView, (),
                      (kicker, title, badge, notice, faults, promiser, receiver, measure, due, first_due,
                       contact, is_intention, consent, has_date_changes, date_changes, reports, judged_by,
                       judgements, judge_before, chain, footer, buttons, has_forms, forms))

struct NewCommitmentView {
  std::string url;
  std::optional<SourceLink> source;
  std::optional<design::ErrorSummary> faults;
  design::SelectField promiser;
  design::TextField title;
  design::TextArea measure;
  design::DateField due;
  design::SelectField receiver;
  design::TickBox is_intention;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(NewCommitmentView, (),
                      (url, source, faults, promiser, title, measure, due, receiver, is_intention, submit))

// Slots "signal_actions" and "decision_actions".
struct NextStepsView {
  design::ActionButtons buttons;
};
BOOST_DESCRIBE_STRUCT(NextStepsView, (), (buttons))

// Slot "my_page".
struct WaitingView {
  design::ItemList list;
};
BOOST_DESCRIBE_STRUCT(WaitingView, (), (list))

}  // namespace wijktafel::goals
