// Answers to the questions of a service, each checked against its definition.
#include <algorithm>

#include "base/text.hpp"
#include "capabilities/open311/reads/new_request.hpp"

namespace wijktafel::open311 {
namespace {

Fault about(const Attribute& attribute, std::string_view word) {
  return {400,
          "open311.fault." + std::string(word),
          {{"code", attribute.code}, {"question", attribute.description}}};
}

bool fits(const Attribute& attribute, const std::string& value) {
  switch (attribute.datatype) {
    case Datatype::string: return value.find('\n') == std::string::npos;
    case Datatype::number: return number_of(value).has_value();
    case Datatype::datetime: return moment_of(value).has_value();
    case Datatype::text: return true;
    case Datatype::singlevaluelist:
    case Datatype::multivaluelist:
      return std::ranges::find(attribute.choices, value, &Choice::key) != attribute.choices.end();
  }
  return false;
}

// What stands with the request for those who work on it: names of the choices, as they are now.
std::string in_words(const Attribute& attribute, const std::vector<std::string>& values) {
  std::string all;
  for (const auto& value : values) {
    const auto choice = std::ranges::find(attribute.choices, value, &Choice::key);
    all += all.empty() ? "" : ", ";
    all += is_list(attribute.datatype) && choice != attribute.choices.end() ? choice->name : value;
  }
  return all;
}

std::optional<Fault> fault_of(const Attribute& attribute, const std::vector<std::string>& values) {
  if (values.empty() && attribute.is_required) return about(attribute, "answer_missing");
  if (values.size() > 1 && attribute.datatype != Datatype::multivaluelist)
    return about(attribute, "answer_several");
  for (const auto& value : values) {
    if (length(value) > answer_most) return about(attribute, "answer_too_long");
    if (!fits(attribute, value)) return about(attribute, "answer_" + std::string(word(attribute.datatype)));
  }
  return std::nullopt;
}

}  // namespace

std::vector<store::Answer> read_answers(const std::vector<Attribute>& definition,
                                        const std::vector<Parameters::Answer>& given, Faults& faults) {
  for (const auto& answer : given) {
    const auto known = std::ranges::find(definition, answer.code, &Attribute::code);
    if (known == definition.end() || !known->is_question)
      faults.push_back(
          {400, "open311.fault.unknown_attribute", {{"code", std::string(first(answer.code, 60))}}});
  }
  std::vector<store::Answer> answers;
  for (const auto& attribute : definition) {
    if (!attribute.is_question) continue;
    const auto found = std::ranges::find(given, attribute.code, &Parameters::Answer::code);
    const auto values = found == given.end() ? std::vector<std::string>{} : found->values;
    if (auto fault = fault_of(attribute, values))
      faults.push_back(std::move(*fault));
    else if (!values.empty())
      answers.push_back({attribute.code, attribute.description, in_words(attribute, values)});
  }
  return answers;
}

}  // namespace wijktafel::open311
