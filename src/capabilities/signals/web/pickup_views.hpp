// Neighbours first, on the page of a signal.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "design/components/choice_field/choice_field.hpp"
#include "design/components/date_field/date_field.hpp"
#include "design/components/error_summary/error_summary.hpp"
#include "design/components/select_field/select_field.hpp"
#include "design/components/submit_row/submit_row.hpp"
#include "design/components/text_area/text_area.hpp"
#include "design/components/text_field/text_field.hpp"

namespace wijktafel::signals {

// "Wij pakken dit op".
struct PickUpForm {
  static constexpr std::string_view component = "signals/pick_up_form";
  std::string url;
  bool open = false;
  std::optional<design::ErrorSummary> faults;
  design::TextArea plan;
  design::DateField date;
  std::optional<design::SelectField> group;
  design::TextField name;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(PickUpForm, (), (url, open, faults, plan, date, group, name, submit))

// "Ik help mee".
struct HelpForm {
  static constexpr std::string_view component = "signals/help_form";
  std::string url;
  bool open = false;
  std::optional<design::ErrorSummary> faults;
  design::TextField name;
  design::TextField reached_by;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(HelpForm, (), (url, open, faults, name, reached_by, submit))

// How it goes, by whoever picked it up.
struct PickupNewsForm {
  static constexpr std::string_view component = "signals/pickup_news_form";
  std::string url;
  bool open = false;
  std::optional<design::ErrorSummary> faults;
  design::ChoiceField news;
  design::TextArea text;
  design::DateField next;
  design::TextField initiative;
  design::SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(PickupNewsForm, (), (url, open, faults, news, text, next, initiative, submit))

struct HelperLine {
  std::string name;
  std::optional<std::string> reached_by;
};
BOOST_DESCRIBE_STRUCT(HelperLine, (), (name, reached_by))

struct NeighboursView {
  static constexpr std::string_view component = "signals/neighbours";
  std::string title;
  std::optional<std::string> sentence;   // who does it, and when they tell more
  std::optional<std::string> may_do;     // while it is open to them
  std::optional<std::string> insurance;  // the same
  std::optional<PickUpForm> pick_up;
  std::vector<HelperLine> helpers;
  std::optional<std::string> helpers_title;
  std::optional<HelpForm> help;
  std::optional<std::string> stop_helping_url;
  std::optional<PickupNewsForm> news;
  std::optional<std::string> sign_in_url;
  std::optional<std::string> sign_in_text;
};
BOOST_DESCRIBE_STRUCT(NeighboursView, (),
                      (title, sentence, may_do, insurance, pick_up, helpers, helpers_title, help,
                       stop_helping_url, news, sign_in_url, sign_in_text))

}  // namespace wijktafel::signals
