// One thing that can be done with a goal or commitment, as a small form that opens by a press: the names of
// its fields are its own, because several of these stand on one page.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "design/fields.hpp"
#include "platform/html/view.hpp"

namespace wijktafel::goals {

struct ActionForm {
  static constexpr std::string_view component = "goals/action_form";
  std::string title;
  std::string url;
  bool open = false;  // the main thing to do here, or the form that came back with a fault
  std::optional<design::ChoiceField> choice = std::nullopt;
  std::optional<design::SelectField> select = std::nullopt;
  std::optional<design::TextField> value = std::nullopt;
  std::optional<design::DateField> date = std::nullopt;
  std::optional<design::TextArea> text = std::nullopt;
  std::optional<design::TextField> proof = std::nullopt;
  design::SubmitRow submit = {};
};
BOOST_DESCRIBE_STRUCT(ActionForm, (), (title, url, open, choice, select, value, date, text, proof, submit))

}  // namespace wijktafel::goals
