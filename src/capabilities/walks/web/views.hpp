// What the pages of walks show.
#pragma once

#include "design/components/action_buttons/action_buttons.hpp"
#include "design/components/area_map/area_map.hpp"
#include "design/components/check_field/check_field.hpp"
#include "design/components/choice_field/choice_field.hpp"
#include "design/components/date_field/date_field.hpp"
#include "design/components/empty_state/empty_state.hpp"
#include "design/components/error_summary/error_summary.hpp"
#include "design/components/file_field/file_field.hpp"
#include "design/components/item_list/item_list.hpp"
#include "design/components/notice/notice.hpp"
#include "design/components/pagination/pagination.hpp"
#include "design/components/point_picker/point_picker.hpp"
#include "design/components/select_field/select_field.hpp"
#include "design/components/status_badge/status_badge.hpp"
#include "design/components/submit_row/submit_row.hpp"
#include "design/components/text_area/text_area.hpp"
#include "design/components/text_field/text_field.hpp"
#include "design/components/tick_box/tick_box.hpp"
#include "design/link.hpp"
#include "platform/html/view.hpp"

namespace wijktafel::walks {

struct WalkListView {
  std::optional<design::EmptyState> empty;
  std::optional<design::ItemList> coming;
  std::optional<design::ItemList> past;
  design::Pagination pages;
  std::optional<std::string> plan_url;
};
BOOST_DESCRIBE_STRUCT(WalkListView, (), (empty, coming, past, pages, plan_url))

struct CancelForm {
  std::string url;
  design::TextField reason;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(CancelForm, (), (url, reason, submit))

// The form to plan a walk and the form to change one: the same questions.
struct PlanView {
  std::string title;
  std::string url;
  std::optional<design::ErrorSummary> faults;
  design::DateField date;
  design::TextField time;
  design::TextField meeting_place;
  design::ChoiceField theme;
  std::optional<design::CheckField> organisations;
  std::optional<design::CheckField> people;
  design::TextField others;
  design::SubmitRow submit;
  std::optional<CancelForm> cancel;
};
BOOST_DESCRIBE_STRUCT(PlanView, (),
                      (title, url, faults, date, time, meeting_place, theme, organisations, people, others,
                       submit, cancel))

struct StopRow {
  std::string number;
  std::string words;
};
BOOST_DESCRIBE_STRUCT(StopRow, (), (number, words))

struct RouteView {
  std::string title;
  std::string url;
  std::optional<design::ErrorSummary> faults;
  std::optional<design::AreaMap> map;
  std::vector<StopRow> stops;
  design::TextField words;
  design::PointPicker place;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(RouteView, (), (title, url, faults, map, stops, words, place, submit))

struct PhotoView {
  std::string url;
  std::string thumbnail_url;
  std::string description;
  int width = 0;
  int height = 0;
  std::optional<std::string> show_url = std::nullopt;  // for who may say that it may be shown
};
BOOST_DESCRIBE_STRUCT(PhotoView, (), (url, thumbnail_url, description, width, height, show_url))

struct PointView {
  std::string anchor;
  std::string number;
  design::StatusBadge kind;
  std::string text;
  std::optional<std::string> where;  // "bij de glasbak · groen"
  std::vector<PhotoView> photos;
  std::optional<std::string> who;
  std::string what;                           // with who
  std::string when;                           // with who
  std::optional<std::string> nothing_agreed;  // instead of the three
  design::StatusBadge state;
  std::optional<design::Link> promise;
  std::optional<design::Link> signal;
  std::optional<design::ActionButtons> actions;
};
BOOST_DESCRIBE_STRUCT(PointView, (),
                      (anchor, number, kind, text, where, photos, who, what, when, nothing_agreed, state,
                       promise, signal, actions))

struct PointsView {
  std::vector<PointView> points;
};
BOOST_DESCRIBE_STRUCT(PointsView, (), (points))

struct WalkTools {
  std::optional<std::string> begin_url;
  std::optional<std::string> end_url;
  std::optional<std::string> mail_url;
  std::vector<design::Link> links;
};
BOOST_DESCRIBE_STRUCT(WalkTools, (), (begin_url, end_url, mail_url, links))

struct WalkView {
  std::string list_url;
  std::string title;
  design::StatusBadge badge;
  std::optional<design::Notice> notice;
  std::string when;
  std::string meeting_place;
  std::string theme;
  std::vector<std::string> participants;
  std::optional<std::string> add_url;
  std::optional<WalkTools> tools;
  std::optional<design::AreaMap> map;
  std::vector<StopRow> stops;
  std::optional<PointsView> points;
  std::string points_note;  // why there are none to see
  std::optional<std::string> hidden;
  std::optional<design::Link> print;
  std::optional<PointsView> still_open;
  std::string still_open_title;
  html::SafeHtml footer;
};
BOOST_DESCRIBE_STRUCT(WalkView, (),
                      (list_url, title, badge, notice, when, meeting_place, theme, participants, add_url,
                       tools, map, stops, points, points_note, hidden, print, still_open, still_open_title,
                       footer))

struct AddPointView {
  std::string url;
  std::string walk_title;
  std::string sending;
  std::optional<design::ErrorSummary> faults;
  design::FileField photo;
  design::TickBox photo_may_be_shown;
  design::ChoiceField kind;
  design::TextArea text;
  design::TextField place_words;
  design::PointPicker place;
  bool has_place = false;
  std::optional<design::SelectField> theme;
  design::ChoiceField next;
  std::optional<design::SelectField> promiser;
  std::optional<design::TextField> promise;
  std::optional<design::DateField> due;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(AddPointView, (),
                      (url, walk_title, sending, faults, photo, photo_may_be_shown, kind, text, place_words,
                       place, has_place, theme, next, promiser, promise, due, submit))

struct AfterView {
  std::string url;
  std::string title;
  std::string point;
  std::optional<design::ErrorSummary> faults;
  design::FileField photo;
  design::TickBox photo_may_be_shown;
  std::optional<design::TextArea> text;  // for who reports it done
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(AfterView, (), (url, title, point, faults, photo, photo_may_be_shown, text, submit))

// The list of what was agreed, for the wall and the inbox.
struct ActionRow {
  std::string number;
  std::string text;
  std::optional<std::string> where;
  std::vector<PhotoView> photos;
  std::optional<std::string> who;
  std::string what;
  std::optional<std::string> when;
  std::string state;
};
BOOST_DESCRIBE_STRUCT(ActionRow, (), (number, text, where, photos, who, what, when, state))

struct ActionListView {
  std::string title;
  std::string when;
  std::optional<std::string> participants;
  std::string url;
  std::vector<ActionRow> rows;
};
BOOST_DESCRIBE_STRUCT(ActionListView, (), (title, when, participants, url, rows))

struct MailRow {
  std::string line;  // "3. De stoep ligt scheef (bij de glasbak)"
  std::string agreed;
};
BOOST_DESCRIBE_STRUCT(MailRow, (), (line, agreed))

struct ListMailView {
  std::string subject;
  std::string greeting;
  std::string intro;
  std::vector<MailRow> rows;
  std::string url;
};
BOOST_DESCRIBE_STRUCT(ListMailView, (), (subject, greeting, intro, rows, url))

struct WalksLinkView {
  std::string url;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(WalksLinkView, (), (url, text))

}  // namespace wijktafel::walks
