// The page on which an area keeps the answers that are given often; and the notes under a signal.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "design/components/error_summary/error_summary.hpp"
#include "design/components/notice/notice.hpp"
#include "design/components/select_field/select_field.hpp"
#include "design/components/submit_row/submit_row.hpp"
#include "design/components/text_area/text_area.hpp"
#include "design/components/text_field/text_field.hpp"
#include "design/components/tick_box/tick_box.hpp"
#include "platform/html/view.hpp"

namespace wijktafel::signals {

struct TemplateForm {
  static constexpr std::string_view component = "signals/reply_template_form";
  std::string url;
  std::optional<std::int64_t> id;  // of the one that is changed
  std::optional<design::ErrorSummary> faults;
  design::TextField title;
  std::optional<design::SelectField> theme;
  design::TextArea text;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(TemplateForm, (), (url, id, faults, title, theme, text, submit))

struct TemplateLine {
  std::string title;
  std::string theme;
  std::string text;
  std::string change_url;
  std::string remove_url;
  std::int64_t id = 0;
};
BOOST_DESCRIBE_STRUCT(TemplateLine, (), (title, theme, text, change_url, remove_url, id))

struct TemplatesView {
  std::optional<design::Notice> notice;
  std::vector<TemplateLine> templates;
  std::string form_title;
  TemplateForm form;
  std::string back_url;
};
BOOST_DESCRIBE_STRUCT(TemplatesView, (), (notice, templates, form_title, form, back_url))

// An answer can begin with one of these.
struct TemplateChoice {
  design::SelectField field;
};
BOOST_DESCRIBE_STRUCT(TemplateChoice, (), (field))

// Who works on it, about which theme, how urgent; and why it lies where it lies.
struct ArrangeForm {
  static constexpr std::string_view component = "signals/arrange_form";
  std::string url;
  std::int64_t version = 0;
  bool open = false;
  std::optional<design::ErrorSummary> faults;
  std::vector<std::string> why;
  std::vector<design::SelectField> fields;
  std::optional<design::TickBox> follow_rule;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(ArrangeForm, (), (url, version, open, faults, why, fields, follow_rule, submit))

struct NoteLine {
  std::string about;  // "Bram de Wit, maandag 16 november, 10.30 uur"
  std::string text;
};
BOOST_DESCRIBE_STRUCT(NoteLine, (), (about, text))

struct NotesForm {
  static constexpr std::string_view component = "signals/notes_form";
  std::string url;
  bool open = false;
  std::string summary;  // "Notities voor collega's (2)"
  std::vector<NoteLine> notes;
  std::optional<design::ErrorSummary> faults;
  design::TextArea note;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(NotesForm, (), (url, open, summary, notes, faults, note, submit))

}  // namespace wijktafel::signals
