// What the page of a meeting shows, with the forms of who runs it, and the pages of agenda items and
// decisions.
#pragma once

#include "design/components/chain/chain.hpp"
#include "design/components/check_field/check_field.hpp"
#include "design/components/choice_field/choice_field.hpp"
#include "design/components/date_field/date_field.hpp"
#include "design/components/error_summary/error_summary.hpp"
#include "design/components/item_list/item_list.hpp"
#include "design/components/notice/notice.hpp"
#include "design/components/promises_table/promises_table.hpp"
#include "design/components/status_badge/status_badge.hpp"
#include "design/components/submit_row/submit_row.hpp"
#include "design/components/text_area/text_area.hpp"
#include "design/components/text_field/text_field.hpp"
#include "design/link.hpp"
#include "platform/html/view.hpp"

namespace wijktafel::tables {

// A decision on one line: what, what kind, how.
struct DecisionLine {
  std::string title;
  std::string url;
  design::StatusBadge badge;
  std::string how;  // "Iedereen was het eens."
};
BOOST_DESCRIBE_STRUCT(DecisionLine, (), (title, url, badge, how))

struct RichText {
  html::SafeHtml text;
};
BOOST_DESCRIBE_STRUCT(RichText, (), (text))

// --- running the meeting ---
struct DiscussionForm {
  std::string url;
  design::TextArea text;
};
BOOST_DESCRIBE_STRUCT(DiscussionForm, (), (url, text))

struct PointTools {
  std::string move_url;
  bool can_go_up = false;
  bool can_go_down = false;
  std::optional<DiscussionForm> discussion;
  std::optional<std::string> decide_url;
};
BOOST_DESCRIBE_STRUCT(PointTools, (), (move_url, can_go_up, can_go_down, discussion, decide_url))

struct AddPointForm {
  std::string url;
  design::TextField point;
};
BOOST_DESCRIBE_STRUCT(AddPointForm, (), (url, point))

struct MeetingTools {
  std::optional<std::string> begin_url;
  bool under_way = false;
  std::optional<std::string> attendance_url;
  std::optional<std::string> end_url;
  std::optional<design::Link> minutes;
  std::optional<std::string> adopt_url;
  std::optional<std::string> change_url;
};
BOOST_DESCRIBE_STRUCT(MeetingTools, (),
                      (begin_url, under_way, attendance_url, end_url, minutes, adopt_url, change_url))

// --- the meeting as everybody reads it ---
struct PointView {
  std::string anchor;
  std::string title;
  std::string url;
  std::optional<design::Link> subject;
  html::SafeHtml discussion;
  std::vector<DecisionLine> decisions;
  std::optional<PointTools> tools;
};
BOOST_DESCRIBE_STRUCT(PointView, (), (anchor, title, url, subject, discussion, decisions, tools))

// The first point of every agenda.
struct StandingView {
  std::string intro;
  std::optional<design::PromisesTable> late;
  std::optional<design::Link> more;
  html::SafeHtml others;  // slot meeting_standing: what else is late and asks for the table
};
BOOST_DESCRIBE_STRUCT(StandingView, (), (intro, late, more, others))

struct PresentGroup {
  std::string group;  // an organisation, "Wijkpanel", "Andere bewoners"
  std::string who;    // names, or a number
};
BOOST_DESCRIBE_STRUCT(PresentGroup, (), (group, who))

struct PresentView {
  std::vector<PresentGroup> groups;
};
BOOST_DESCRIBE_STRUCT(PresentView, (), (groups))

struct DecisionList {
  std::vector<DecisionLine> lines;
};
BOOST_DESCRIBE_STRUCT(DecisionList, (), (lines))

struct MinutesView {
  html::SafeHtml text;
  std::string state;
};
BOOST_DESCRIBE_STRUCT(MinutesView, (), (text, state))

struct MeetingView {
  std::string title;
  std::string table_name;
  std::string table_url;
  design::StatusBadge badge;
  std::optional<design::Notice> notice;
  std::optional<design::ErrorSummary> faults;
  std::string when;
  std::string place;
  std::optional<std::string> online_url;
  bool is_public = true;
  bool is_coming = false;
  std::string calendar_url;
  std::optional<MeetingTools> tools;
  std::optional<StandingView> standing;
  std::vector<PointView> points;
  std::optional<AddPointForm> add_point;
  bool is_over = false;  // decisions, attendance and minutes are shown, also when there are none
  std::optional<DecisionList> decisions;
  std::optional<PresentView> present;
  std::optional<MinutesView> minutes;
  html::SafeHtml footer;  // slot item_footer
};
BOOST_DESCRIBE_STRUCT(MeetingView, (),
                      (title, table_name, table_url, badge, notice, faults, when, place, online_url,
                       is_public, is_coming, calendar_url, tools, standing, points, add_point, is_over,
                       decisions, present, minutes, footer))

struct AttendanceView {
  std::string url;
  std::string title;
  std::optional<design::ErrorSummary> faults;
  std::optional<design::CheckField> people;
  design::TextField residents;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(AttendanceView, (), (url, title, faults, people, residents, submit))

struct MinutesFormView {
  std::string url;
  std::string title;
  bool is_adopted = false;
  std::optional<design::ErrorSummary> faults;
  std::optional<RichText> there;  // when somebody else was first
  std::string edition;
  design::TextArea text;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(MinutesFormView, (), (url, title, is_adopted, faults, there, edition, text, submit))

// --- an agenda item and a decision on their own ---
struct AgendaItemView {
  std::string title;
  design::StatusBadge badge;
  design::Link meeting;
  std::optional<design::Link> subject;
  std::optional<RichText> about;  // why it is there, when that was written
  std::optional<RichText> discussed;
  std::string not_yet;  // why nothing stands there
  bool is_over = false;
  std::optional<DecisionList> decisions;
  design::Chain chain;
  html::SafeHtml footer;  // slot item_footer
};
BOOST_DESCRIBE_STRUCT(AgendaItemView, (),
                      (title, badge, meeting, subject, about, discussed, not_yet, is_over, decisions, chain,
                       footer))

struct DecideView {
  std::string url;
  std::string about;
  html::SafeHtml discussion;
  std::optional<design::ErrorSummary> faults;
  design::TextArea text;
  design::ChoiceField kind;
  design::ChoiceField taken_by;
  std::vector<std::string> rules;
  design::TextField votes_for;
  design::TextField votes_against;
  design::TextField votes_abstain;
  design::TextField recused;
  design::TextField advice_to;
  design::DateField answer_before;
  std::optional<design::TextField> regulation;  // of who may record a decision of the municipality
  design::ChoiceField follow_up;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(DecideView, (),
                      (url, about, discussion, faults, text, kind, taken_by, rules, votes_for, votes_against,
                       votes_abstain, recused, advice_to, answer_before, regulation, follow_up, submit))

struct DecisionView {
  std::string about;  // "Nummer 14 · Besluit"
  design::StatusBadge badge;
  std::string title;
  std::optional<RichText> more;  // the whole text, when it is longer than the title
  std::string what;
  bool has_objection = false;
  std::vector<std::string> how;
  design::Link meeting;
  design::Link agenda_item;
  std::vector<std::string> gaps;
  std::optional<design::ItemList> follows;
  bool nothing_follows = false;
  html::SafeHtml actions;  // slot decision_actions
  design::Chain chain;
  html::SafeHtml footer;  // slot item_footer
};
BOOST_DESCRIBE_STRUCT(DecisionView, (),
                      (about, badge, title, more, what, has_objection, how, meeting, agenda_item, gaps,
                       follows, nothing_follows, actions, chain, footer))

}  // namespace wijktafel::tables
