// What the screens of reporting show.
#pragma once

#include <optional>
#include <string>

#include "design/components/choice_field/choice_field.hpp"
#include "design/components/error_summary/error_summary.hpp"
#include "design/components/file_field/file_field.hpp"
#include "design/components/help_box/help_box.hpp"
#include "design/components/notice/notice.hpp"
#include "design/components/point_picker/point_picker.hpp"
#include "design/components/select_field/select_field.hpp"
#include "design/components/submit_row/submit_row.hpp"
#include "design/components/summary_list/summary_list.hpp"
#include "design/components/text_area/text_area.hpp"
#include "design/components/text_field/text_field.hpp"
#include "design/components/tick_box/tick_box.hpp"
#include "platform/html/view.hpp"

namespace wijktafel::signals {

struct ReportWhatView {
  std::string url;
  std::string worker_url;  // what keeps the first screen without a connection
  std::optional<design::Notice> notice;
  std::optional<design::ErrorSummary> faults;
  design::ChoiceField kind;
  design::TextArea text;
  design::TextArea chance;
  design::FileField photos;
  design::HelpBox help;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(ReportWhatView, (),
                      (url, worker_url, notice, faults, kind, text, chance, photos, help, submit))

// "Deze plek ligt in ...": a way to go on there with all that was written.
struct MoveOffer {
  std::string sentence;
  std::string button;
};
BOOST_DESCRIBE_STRUCT(MoveOffer, (), (sentence, button))

struct ReportWhereView {
  std::string url;
  std::string worker_url;  // what keeps the first screen without a connection
  std::optional<design::Notice> notice;
  std::optional<design::ErrorSummary> faults;
  std::optional<MoveOffer> move;
  design::TextField words;
  design::PointPicker map;
  bool has_place = false;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(ReportWhereView, (),
                      (url, worker_url, notice, faults, move, words, map, has_place, submit))

struct ReportHowView {
  std::string url;
  std::optional<design::ErrorSummary> faults;
  html::SafeHtml door;    // this belongs elsewhere
  html::SafeHtml likely;  // what looks like this and was told before
  design::SummaryList answers;
  std::optional<design::SelectField> theme;
  std::optional<design::TickBox> confidential;
  std::optional<design::ChoiceField> neighbours;
  design::ChoiceField reach;
  design::TextField mail;
  design::TextField phone;
  design::TextField name;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(ReportHowView, (),
                      (url, faults, door, likely, answers, theme, confidential, neighbours, reach, mail,
                       phone, name, submit))

struct ReceiptView {
  std::string number_sentence;
  std::string next_sentence;
  std::string follow_url;
  bool is_mailed = false;
  bool is_held = false;                   // somebody looks first
  html::SafeHtml qr;                      // of follow_url
  std::optional<std::string> signal_url;  // nothing when not everybody may read it
  std::string again_url;
};
BOOST_DESCRIBE_STRUCT(ReceiptView, (),
                      (number_sentence, next_sentence, follow_url, is_mailed, is_held, qr, signal_url,
                       again_url))

// A few sentences and a way on: a draft that expired, a receipt that is gone, something that did not work.
struct MessageView {
  std::string title;
  std::string text;
  std::string url;
  std::string link_text;
};
BOOST_DESCRIBE_STRUCT(MessageView, (), (title, text, url, link_text))

}  // namespace wijktafel::signals
