// What the pages of the safety net show.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "capabilities/safety_net/digest_view.hpp"
#include "design/components/date_field/date_field.hpp"
#include "design/components/error_summary/error_summary.hpp"
#include "design/components/select_field/select_field.hpp"
#include "design/components/submit_row/submit_row.hpp"
#include "design/components/text_area/text_area.hpp"
#include "design/link.hpp"
#include "platform/html/view.hpp"

namespace wijktafel::safety_net {

// --- on the page of a signal: what holds here, and what when the date passes ---
struct NetView {
  std::vector<std::string> sentences;
  std::optional<std::string> broken;   // a desk at which nobody is
  std::optional<std::string> act_url;  // for who is at the desk
};
BOOST_DESCRIBE_STRUCT(NetView, (), (sentences, broken, act_url))

// What the desk says and by when.
struct ActView {
  design::Link signal;
  std::string url;
  std::optional<design::ErrorSummary> faults;
  design::TextArea text;
  design::DateField next_date;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(ActView, (), (signal, url, faults, text, next_date, submit))

// --- administration ---
struct DeskLine {
  std::string area;
  std::string desk;
  std::string since;
  std::optional<std::string> broken;
};
BOOST_DESCRIBE_STRUCT(DeskLine, (), (area, desk, since, broken))

struct DesksView {
  std::string url;
  std::optional<design::ErrorSummary> faults;
  std::vector<DeskLine> desks;
  std::optional<std::string> nothing;  // no desk is named for the municipality
  design::SelectField area;
  design::SelectField desk;
  design::DateField valid_from;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(DesksView, (), (url, faults, desks, nothing, area, desk, valid_from, submit))

struct PageLinkView {
  std::string url;
};
BOOST_DESCRIBE_STRUCT(PageLinkView, (), (url))

// --- rules at whose end nobody is ---
struct BrokenLine {
  std::string rule;
  std::string sentence;
  std::optional<std::string> url;  // where an administrator mends it
};
BOOST_DESCRIBE_STRUCT(BrokenLine, (), (rule, sentence, url))

struct BrokenView {
  std::vector<BrokenLine> lines;
};
BOOST_DESCRIBE_STRUCT(BrokenView, (), (lines))

// --- at the meeting ---
struct AtTableView {
  std::vector<DigestLine> lines;
};
BOOST_DESCRIBE_STRUCT(AtTableView, (), (lines))

}  // namespace wijktafel::safety_net
