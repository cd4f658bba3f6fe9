// Every text a person reads: words/<language>.toml beside the code, Dutch first, English second.
// Keys are dotted and start with the folder's name: `[page] title = "..."` in
// capabilities/signals/words/nl.toml is "signals.page.title". Texts with arguments are ICU messages: "{count,
// plural, one {# signaal} other {# signalen}}". An apostrophe is a letter, except right before a brace (or a
// # in a plural) of an ICU message, where it quotes. A whole number in {name} is written as it is ("2026",
// "signaal 1234"); the # of a plural is grouped ("1.234").
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/time.hpp"

namespace wijktafel::i18n {

enum class Language { nl, en };
inline constexpr Language languages[] = {Language::nl, Language::en};
std::string_view code(Language language);  // "nl", "en"

using Argument = std::variant<std::int64_t, double, std::string>;
using Arguments = std::vector<std::pair<std::string, Argument>>;

// Immutable after it is made; thread-safe.
class Words {
 public:
  // All words among the embedded files; throws Failure naming file and key when one cannot be read or parsed.
  static Words embedded();
  // For tests: language code to TOML text, keys as written.
  static Words from(const std::map<std::string, std::string>& toml_by_language);
  Words(Words&&) noexcept;
  ~Words();

  bool has(Language language, std::string_view key) const;
  // A key that does not exist is our mistake: the key itself is shown between ⟦ ⟧, and a guard test fails.
  std::string text(Language language, std::string_view key, const Arguments& arguments = {}) const;
  std::vector<std::string> keys(Language language) const;
  // The names between braces, also inside plural and select.
  std::set<std::string> placeholders(Language language, std::string_view key) const;

 private:
  Words();
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// "donderdag 3 december" — with the year only when it is not the year of `today`.
std::string long_date(Language language, Date date, Date today);
std::string full_date(Language language, Date date);  // "3 december 2026"
// "3 december" — with the year only when it is not the year of `today`: for tables and lists.
std::string short_date(Language language, Date date, Date today);
std::string time_of_day(Language language, int hour, int minute);   // "19.30 uur", "19:30"
std::string date_and_time(Language language, Instant, Date today);  // "donderdag 3 december, 19.30 uur"
std::string month_and_year(Language language, Date date);           // "december 2026"
std::string money(Language language, std::int64_t cents);           // "€ 9.500", "€ 9.500,50"
std::string number(Language language, double value);                // "1.234,5", at most one decimal
std::string number(Language language, std::int64_t value);
// "de woonstichting, de gemeente en bewoners"
std::string listed(Language language, const std::vector<std::string>& parts);

}  // namespace wijktafel::i18n
