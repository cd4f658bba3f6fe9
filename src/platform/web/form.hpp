// Reads a form: gives valid values or every fault at once; what was typed is never lost.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"
#include "platform/http/message.hpp"
#include "platform/i18n/words.hpp"

namespace wijktafel::web {

struct FieldFault {
  std::string field;     // name and HTML id of the input
  std::string word_key;  // "signals.report.fault.text_missing"
  i18n::Arguments arguments = {};
};

// The rules a text field can have; keys of the sentences are the capability's own.
struct TextRule {
  std::size_t most = 4000;       // code points; fault "web.form.too_long" with {most} and {over}
  std::string missing_key = {};  // when empty the field may be left out
};

class FormReader {
 public:
  explicit FormReader(const http::Form& form) : form_(form) {}
  // Tidied text; always what was typed, also when there is a fault.
  std::string text(std::string_view field, const TextRule& rule = {});
  // What was typed or chosen, as it came: to fill the form again.
  std::string_view typed(std::string_view field) const { return form_.get(field); }
  // One of the choices, or nothing (with a fault when missing_key is given, or "web.form.not_a_choice").
  std::optional<std::string> choice(std::string_view field, const std::vector<std::string>& choices,
                                    const std::string& missing_key = {});
  // Each once, in the order of `allowed`; one fault "web.form.not_a_choice" when something else is among
  // them.
  std::vector<std::string> choices(std::string_view field, const std::vector<std::string>& allowed);
  bool checked(std::string_view field) const;
  // yyyy-mm-dd (from <input type="date">) or d-m-yyyy as people type it, also with / or a full stop between.
  // Fault "web.form.not_a_date".
  std::optional<Date> date(std::string_view field, const std::string& missing_key = {});
  // Digits, also with full stops between thousands ("1.500"). Faults "web.form.not_a_number" and
  // "web.form.out_of_range" with {least} and {most}.
  std::optional<std::int64_t> whole_number(std::string_view field, std::int64_t least, std::int64_t most,
                                           const std::string& missing_key = {});
  void fault(std::string field, std::string word_key, i18n::Arguments arguments = {});
  bool ok() const { return faults_.empty(); }
  const std::vector<FieldFault>& faults() const { return faults_; }

 private:
  const http::Form& form_;
  std::vector<FieldFault> faults_;
};

}  // namespace wijktafel::web
