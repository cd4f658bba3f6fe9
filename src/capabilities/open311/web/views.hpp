// What the templates of this capability show.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "design/components/error_summary/error_summary.hpp"
#include "design/components/select_field/select_field.hpp"
#include "design/components/submit_row/submit_row.hpp"
#include "design/components/text_area/text_area.hpp"
#include "design/components/text_field/text_field.hpp"
#include "design/components/tick_box/tick_box.hpp"
#include "design/link.hpp"
#include "platform/html/view.hpp"

namespace wijktafel::open311 {

struct KeyLine {
  std::string client;
  std::string made;  // "Gemaakt op 3 december, 600 keer per uur"
  std::string used;
  std::optional<std::string> end_url;  // none: it has ended
};
BOOST_DESCRIBE_STRUCT(KeyLine, (), (client, made, used, end_url))

struct NewKey {
  std::string client;
  std::string secret;
};
BOOST_DESCRIBE_STRUCT(NewKey, (), (client, secret))

struct ServiceLine {
  std::string name;
  std::string url;
  std::string note;  // code, how it answers, number of questions
};
BOOST_DESCRIBE_STRUCT(ServiceLine, (), (name, url, note))

struct ManageView {
  std::optional<design::ErrorSummary> faults;
  std::optional<NewKey> made;
  std::vector<KeyLine> keys;
  std::string url;
  design::TextField client;
  design::TextField per_hour;
  design::TickBox may_update;
  design::SubmitRow submit;
  std::vector<ServiceLine> services;
  std::string endpoint_url;
  std::string export_url;
};
BOOST_DESCRIBE_STRUCT(ManageView, (),
                      (faults, made, keys, url, client, per_hour, may_update, submit, services, endpoint_url,
                       export_url))

struct EndKeyView {
  std::string title;
  std::string url;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(EndKeyView, (), (title, url, submit))

struct ServiceView {
  std::string title;
  std::optional<std::string> code;  // none: the page is of one question
  std::optional<design::ErrorSummary> faults;
  std::string answers_url;
  design::SelectField answers;
  design::SubmitRow save_answers;
  std::vector<ServiceLine> attributes;
  std::string url;
  design::TextField attribute_code;
  design::TextArea description;
  design::SelectField datatype;
  design::TextField datatype_description;
  design::TextField order;
  design::TextArea choices;
  design::TickBox is_question;
  design::TickBox is_required;
  design::SubmitRow submit;
  std::optional<std::string> remove_url;
};
BOOST_DESCRIBE_STRUCT(ServiceView, (),
                      (title, code, faults, answers_url, answers, save_answers, attributes, url,
                       attribute_code, description, datatype, datatype_description, order, choices,
                       is_question, is_required, submit, remove_url))

struct ManageLinkView {
  std::string url;
};
BOOST_DESCRIBE_STRUCT(ManageLinkView, (), (url))

struct AnswerLine {
  std::string question;
  std::string answer;
};
BOOST_DESCRIBE_STRUCT(AnswerLine, (), (question, answer))

struct BesideView {
  std::optional<std::string> client;
  std::vector<AnswerLine> answers;
};
BOOST_DESCRIBE_STRUCT(BesideView, (), (client, answers))

}  // namespace wijktafel::open311
