// Makes the fields of a form from words and faults, so that every form reads and sounds the same.
//
//   Fields fields(call, reader.faults());
//   view.text = fields.area("text", "signals.report.text", input.text, {.most = 4000});
//   view.faults = fields.summary();
//
// `words` is a stem: "<stem>.label" is the question above the field, "<stem>.hint" (when that text exists)
// the line under it. A fault of the reader with this field's name becomes the sentence beside it. Optional
// fields say so.
#pragma once

#include <span>

#include "design/components/check_field/check_field.hpp"
#include "design/components/choice_field/choice_field.hpp"
#include "design/components/date_field/date_field.hpp"
#include "design/components/error_summary/error_summary.hpp"
#include "design/components/file_field/file_field.hpp"
#include "design/components/select_field/select_field.hpp"
#include "design/components/submit_row/submit_row.hpp"
#include "design/components/text_area/text_area.hpp"
#include "design/components/text_field/text_field.hpp"
#include "design/components/tick_box/tick_box.hpp"
#include "platform/web/call.hpp"
#include "platform/web/form.hpp"

namespace wijktafel::design {

struct TextOptions {
  bool optional = false;
  std::string type = "text";  // text, email, tel, search, url
  std::string autocomplete = {};
  std::string input_mode = {};  // numeric, decimal
  std::string unit = {};        // "€"
  std::string width = "full";   // full, medium, short
};
struct AreaOptions {
  bool optional = false;
  int rows = 5;
  int most = 0;  // characters; 0: no count
};
struct DateOptions {
  bool optional = false;
  std::optional<Date> earliest = std::nullopt;
  std::optional<Date> latest = std::nullopt;
};
struct FileOptions {
  bool optional = true;
  bool multiple = false;
  bool photos = true;  // false: any document
  std::vector<KeptPhoto> kept = {};
};

// Holds references: make it, use it, let it go within the handler.
class Fields {
 public:
  explicit Fields(const web::Call& call, std::span<const web::FieldFault> faults = {})
      : call_(call), faults_(faults) {}

  TextField text(std::string_view name, std::string_view words, std::string_view value,
                 const TextOptions& options = {}) const;
  TextArea area(std::string_view name, std::string_view words, std::string_view value,
                const AreaOptions& options = {}) const;
  ChoiceField choice(std::string_view name, std::string_view words, std::vector<Choice> choices,
                     std::string_view chosen, bool optional = false) const;
  CheckField checks(std::string_view name, std::string_view words, std::vector<Choice> choices,
                    const std::vector<std::string>& chosen, bool optional = true) const;
  SelectField select(std::string_view name, std::string_view words, std::vector<Choice> choices,
                     std::string_view chosen, bool optional = false) const;
  TickBox tick(std::string_view name, std::string_view words, bool ticked) const;
  DateField date(std::string_view name, std::string_view words, std::string_view typed,
                 const DateOptions& options = {}) const;
  FileField file(std::string_view name, std::string_view words, FileOptions options = {}) const;
  // On top of the form; nothing when there are no faults.
  std::optional<ErrorSummary> summary() const;

  // Answers whose texts are "<words>.<value>", with the line "<words>.<value>_note" under it when that text
  // exists.
  std::vector<Choice> answers(std::string_view words, const std::vector<std::string>& values) const;

 private:
  template <class Field>
  void fill(Field& field, std::string_view name, std::string_view words) const;
  std::optional<std::string> text_if_any(const std::string& key) const;
  std::optional<std::string> fault_of(std::string_view name) const;

  const web::Call& call_;
  std::span<const web::FieldFault> faults_;
};

}  // namespace wijktafel::design
