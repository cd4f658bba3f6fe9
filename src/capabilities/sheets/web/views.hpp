// What the pages of sheets show.
#pragma once

#include "design/components/check_field/check_field.hpp"
#include "design/components/error_summary/error_summary.hpp"
#include "design/components/notice/notice.hpp"
#include "design/components/submit_row/submit_row.hpp"
#include "design/components/text_field/text_field.hpp"
#include "design/link.hpp"
#include "platform/html/view.hpp"

namespace wijktafel::sheets {

struct SheetLine {
  std::string text;
  std::string url;
  std::string outcome;
};
BOOST_DESCRIBE_STRUCT(SheetLine, (), (text, url, outcome))

// The most important lines of one subject, and how many more there are.
struct SheetPart {
  std::string heading;
  std::vector<SheetLine> lines;
  std::optional<std::string> more;
};
BOOST_DESCRIBE_STRUCT(SheetPart, (), (heading, lines, more))

struct StripRow {
  std::string number;
  std::string title;
  bool is_done = false;  // "nog niet opgelost" is asked of what is done, the other two of what is open
};
BOOST_DESCRIBE_STRUCT(StripRow, (), (number, title, is_done))

struct SheetView {
  std::string title;
  std::string rule;
  std::vector<std::string> numbers;  // sentences
  std::vector<SheetPart> parts;
  std::optional<std::string> next_meeting;
  std::vector<StripRow> strip;
  std::string code;
  std::string url;
  std::string short_url;
  html::SafeHtml qr;                // leads to this page
  std::vector<design::Link> links;  // on the screen only
};
BOOST_DESCRIBE_STRUCT(SheetView, (),
                      (title, rule, numbers, parts, next_meeting, strip, code, url, short_url, qr, links))

struct StripView {
  std::string title;
  std::string url;
  std::string sending;
  std::optional<design::Notice> notice;
  std::optional<design::ErrorSummary> faults;
  design::TextField number;
  design::CheckField ticked;
  design::TextField phone;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(StripView, (), (title, url, sending, notice, faults, number, ticked, phone, submit))

struct HelpRow {
  std::string title;
  std::string url;
  std::string when;
  std::optional<std::string> phone;
  std::string done_url;
};
BOOST_DESCRIBE_STRUCT(HelpRow, (), (title, url, when, phone, done_url))

struct HelpView {
  std::string kept;
  std::vector<HelpRow> rows;
  std::optional<std::string> more;
};
BOOST_DESCRIBE_STRUCT(HelpView, (), (kept, rows, more))

struct HelpMailView {
  std::string subject;
  std::string greeting;
  std::string intro;
  std::string next;
  std::string button;
  std::string url;
};
BOOST_DESCRIBE_STRUCT(HelpMailView, (), (subject, greeting, intro, next, button, url))

struct SheetLinkView {
  std::vector<design::Link> links;
};
BOOST_DESCRIBE_STRUCT(SheetLinkView, (), (links))

}  // namespace wijktafel::sheets
