#include "design/fields.hpp"

#include <algorithm>

namespace wijktafel::design {

namespace {

std::optional<std::string> unless_empty(std::string_view text) {
  if (text.empty()) return std::nullopt;
  return std::string(text);
}

// The first answer carries the field's own name as id, so that the summary of faults leads to it.
void number(std::vector<Choice>& choices, std::string_view name) {
  for (std::size_t i = 0; i < choices.size(); ++i)
    choices[i].id = i == 0 ? std::string(name) : std::string(name) + "-" + std::to_string(i + 1);
}

void choose(std::vector<Choice>& choices, std::string_view chosen) {
  for (auto& choice : choices) choice.chosen = !chosen.empty() && choice.value == chosen;
}

}  // namespace

std::optional<std::string> Fields::text_if_any(const std::string& key) const {
  if (!call_.service.words.has(call_.language, key)) return std::nullopt;
  return call_.text(key);
}

std::optional<std::string> Fields::fault_of(std::string_view name) const {
  const auto found = std::ranges::find(faults_, name, &web::FieldFault::field);
  if (found == faults_.end()) return std::nullopt;
  return call_.text(found->word_key, found->arguments);
}

template <class Field>
void Fields::fill(Field& field, std::string_view name, std::string_view words) const {
  field.name = name;
  field.label = call_.text(std::string(words) + ".label");
  field.hint = text_if_any(std::string(words) + ".hint");
  field.error = fault_of(name);
  std::string notes;
  if (field.hint) notes = field.name + "-hint";
  if (field.error) notes += (notes.empty() ? "" : " ") + field.name + "-error";
  field.described_by = unless_empty(notes);
}

TextField Fields::text(std::string_view name, std::string_view words, std::string_view value,
                       const TextOptions& options) const {
  TextField field;
  fill(field, name, words);
  field.value = value;
  field.optional = options.optional;
  field.type = options.type;
  field.autocomplete = unless_empty(options.autocomplete);
  field.input_mode = unless_empty(options.input_mode);
  field.unit = unless_empty(options.unit);
  field.width = options.width;
  return field;
}

TextArea Fields::area(std::string_view name, std::string_view words, std::string_view value,
                      const AreaOptions& options) const {
  TextArea field;
  fill(field, name, words);
  field.value = value;
  field.optional = options.optional;
  field.rows = options.rows;
  if (options.most > 0) field.most = options.most;
  return field;
}

ChoiceField Fields::choice(std::string_view name, std::string_view words, std::vector<Choice> choices,
                           std::string_view chosen, bool optional) const {
  ChoiceField field;
  fill(field, name, words);
  field.optional = optional;
  number(choices, name);
  choose(choices, chosen);
  field.choices = std::move(choices);
  return field;
}

CheckField Fields::checks(std::string_view name, std::string_view words, std::vector<Choice> choices,
                          const std::vector<std::string>& chosen, bool optional) const {
  CheckField field;
  fill(field, name, words);
  field.optional = optional;
  number(choices, name);
  for (auto& choice : choices) choice.chosen = std::ranges::find(chosen, choice.value) != chosen.end();
  field.choices = std::move(choices);
  return field;
}

SelectField Fields::select(std::string_view name, std::string_view words, std::vector<Choice> choices,
                           std::string_view chosen, bool optional) const {
  SelectField field;
  fill(field, name, words);
  field.optional = optional;
  choose(choices, chosen);
  field.choices = std::move(choices);
  return field;
}

TickBox Fields::tick(std::string_view name, std::string_view words, bool ticked) const {
  TickBox field;
  fill(field, name, words);
  field.ticked = ticked;
  return field;
}

DateField Fields::date(std::string_view name, std::string_view words, std::string_view typed,
                       const DateOptions& options) const {
  DateField field;
  fill(field, name, words);
  field.value = typed;
  field.optional = options.optional;
  if (options.earliest) field.earliest = iso_date(*options.earliest);
  if (options.latest) field.latest = iso_date(*options.latest);
  return field;
}

FileField Fields::file(std::string_view name, std::string_view words, FileOptions options) const {
  FileField field;
  fill(field, name, words);
  field.optional = options.optional;
  field.multiple = options.multiple;
  field.photos = options.photos;
  if (!options.photos) field.accept = "application/pdf,image/jpeg,image/png";
  field.kept = std::move(options.kept);
  return field;
}

std::optional<ErrorSummary> Fields::summary() const {
  if (faults_.empty()) return std::nullopt;
  // By agreement the key of a fault for an empty field ends in "missing".
  const bool only_missing =
      std::ranges::all_of(faults_, [](const auto& fault) { return fault.word_key.ends_with("missing"); });
  ErrorSummary summary{call_.text(only_missing ? "design.form.missing_title" : "design.form.faults_title"),
                       {}};
  for (const auto& fault : faults_)
    summary.faults.push_back({fault.field, call_.text(fault.word_key, fault.arguments)});
  return summary;
}

std::vector<Choice> Fields::answers(std::string_view words, const std::vector<std::string>& values) const {
  std::vector<Choice> choices;
  for (const auto& value : values) {
    const std::string key = std::string(words) + "." + value;
    choices.push_back({.value = value, .label = call_.text(key), .note = text_if_any(key + "_note")});
  }
  return choices;
}

}  // namespace wijktafel::design
