// What who answers the telephone or stands at the counter fills in.
#pragma once

#include <optional>
#include <string>

#include "design/components/choice_field/choice_field.hpp"
#include "design/components/error_summary/error_summary.hpp"
#include "design/components/select_field/select_field.hpp"
#include "design/components/submit_row/submit_row.hpp"
#include "design/components/text_area/text_area.hpp"
#include "design/components/text_field/text_field.hpp"
#include "design/components/tick_box/tick_box.hpp"
#include "platform/html/view.hpp"

namespace wijktafel::signals {

struct EnterView {
  std::string url;
  std::optional<design::ErrorSummary> faults;
  html::SafeHtml likely;
  bool has_seen_likely = false;
  std::optional<design::TickBox> about_no_person;
  design::SelectField channel;
  design::ChoiceField kind;
  design::TextArea text;
  design::TextField place_words;
  std::optional<design::SelectField> theme;
  design::TickBox confidential;
  design::TickBox neighbours;
  design::TextField mail;
  design::TextField phone;
  design::TextField name;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(EnterView, (),
                      (url, faults, likely, has_seen_likely, about_no_person, channel, kind, text,
                       place_words, theme, confidential, neighbours, mail, phone, name, submit))

// What to say at the end.
struct EnteredView {
  std::string number;  // in groups
  std::string next_sentence;
  std::string signal_url;
  std::string again_url;
};
BOOST_DESCRIBE_STRUCT(EnteredView, (), (number, next_sentence, signal_url, again_url))

}  // namespace wijktafel::signals
