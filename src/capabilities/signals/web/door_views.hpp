// What pages show of other doors: before sending, to whoever works on a signal, and the words themselves.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "design/components/date_field/date_field.hpp"
#include "design/components/error_summary/error_summary.hpp"
#include "design/components/help_box/help_box.hpp"
#include "design/components/notice/notice.hpp"
#include "design/components/submit_row/submit_row.hpp"
#include "design/components/text_area/text_area.hpp"
#include "design/components/text_field/text_field.hpp"
#include "platform/html/view.hpp"

namespace wijktafel::signals {

// On the last screen: this belongs elsewhere, and may be sent all the same.
struct DoorNoticeView {
  std::string title;
  std::string text;
  std::optional<std::string> url;
  std::string url_text;
  std::optional<design::HelpBox> help;
  std::string still;  // what happens when it is sent here
};
BOOST_DESCRIBE_STRUCT(DoorNoticeView, (), (title, text, url, url_text, help, still))

// Instead of the first screen: whom to call. Nothing of it is kept; the answers stand only in this page.
struct WorryView {
  std::string url;
  design::HelpBox help;
  std::string kind;
  design::TextArea text;
  design::TextArea chance;
  bool had_photos = false;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(WorryView, (), (url, help, kind, text, chance, had_photos, submit))

struct ForwardFormView {
  std::string url;
  design::TextField to_whom;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(ForwardFormView, (), (url, to_whom, submit))

struct DoorVersion {
  std::string sentence;
};
BOOST_DESCRIBE_STRUCT(DoorVersion, (), (sentence))
struct DoorWordsView {
  std::string url;
  std::string intro;
  std::optional<design::Notice> notice;
  std::optional<design::ErrorSummary> faults;
  std::vector<design::TextArea> doors;
  design::DateField valid_from;
  design::SubmitRow submit;
  std::vector<DoorVersion> versions;
};
BOOST_DESCRIBE_STRUCT(DoorWordsView, (), (url, intro, notice, faults, doors, valid_from, submit, versions))

// A line on the work page of a coordinator.
struct WorkLinkView {
  std::string text;
  std::string url;
};
BOOST_DESCRIBE_STRUCT(WorkLinkView, (), (text, url))

}  // namespace wijktafel::signals
