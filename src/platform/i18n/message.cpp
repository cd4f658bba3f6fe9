#include "platform/i18n/message.hpp"

#include <algorithm>
#include <atomic>
#include <memory>
#include <unicode/messagepattern.h>
#include <unicode/msgfmt.h>
#include <unordered_map>

#include "base/result.hpp"

namespace wijktafel::i18n {
namespace {

bool is_name(std::string_view text) {
  if (text.empty() || text[0] < 'a' || text[0] > 'z') return false;
  return std::ranges::all_of(
      text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

icu::UnicodeString unicode(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

std::string utf8(const icu::UnicodeString& text) {
  std::string result;
  text.toUTF8String(result);
  return result;
}

const icu::Locale& locale(Language language) {
  static const icu::Locale dutch("nl", "NL");
  static const icu::Locale english("en", "GB");
  return language == Language::nl ? dutch : english;
}

const Argument* find_argument(const Arguments& arguments, std::string_view name) {
  const auto at =
      std::ranges::find(arguments, name, [](const auto& pair) { return std::string_view(pair.first); });
  return at == arguments.end() ? nullptr : &at->second;
}

// A whole number is written without separators: it may be a year or the number of an item, which people say
// aloud.
std::string written(Language language, const Argument& argument) {
  if (const auto* whole = std::get_if<std::int64_t>(&argument)) return std::to_string(*whole);
  if (const auto* real = std::get_if<double>(&argument)) return number(language, *real);
  return std::get<std::string>(argument);
}

[[noreturn]] void refuse(const icu::UnicodeString& pattern, UErrorCode status) {
  throw Failure("not an ICU message (" + std::string(u_errorName(status)) + "): " + utf8(pattern));
}

}  // namespace

Message Message::prepared(Language language, std::string pattern) {
  Message message;
  message.language_ = language;
  message.pattern_ = std::move(pattern);
  if (!message.split_simple()) message.check_icu();
  return message;
}

// True when every brace belongs to a {name}. Apostrophes are then letters like any other: "Auto's in
// {street}".
bool Message::split_simple() {
  std::vector<Piece> pieces;
  std::string_view rest = pattern_;
  while (true) {
    const auto open = rest.find_first_of("{}");
    if (open == std::string_view::npos) break;
    const auto close = rest.find_first_of("{}", open + 1);
    if (rest[open] == '}' || close == std::string_view::npos || rest[close] == '{') return false;
    const auto name = rest.substr(open + 1, close - open - 1);
    if (!is_name(name)) return false;
    pieces.push_back({std::string(rest.substr(0, open)), std::string(name)});
    rest.remove_prefix(close + 1);
  }
  pieces.push_back({std::string(rest), {}});
  for (const auto& piece : pieces)
    if (!piece.name.empty()) placeholders_.insert(piece.name);
  pieces_ = std::move(pieces);
  return true;
}

// In ICU messages an apostrophe is a letter unless it stands right before a brace (or # in a plural): ICU's
// default.
void Message::check_icu() {
  UErrorCode status = U_ZERO_ERROR;
  const auto text = unicode(pattern_);
  const icu::MessagePattern parsed(text, nullptr, status);
  if (U_FAILURE(status)) refuse(text, status);
  std::set<std::string> counted;
  for (std::int32_t i = 0; i + 1 < parsed.countParts(); ++i) {
    const auto& part = parsed.getPart(i);
    if (part.getType() != UMSGPAT_PART_TYPE_ARG_START) continue;
    const std::string name = utf8(parsed.getSubstring(parsed.getPart(i + 1)));
    if (!is_name(name))
      throw Failure("a placeholder is named in small letters, digits and _: {" + name + "}");
    placeholders_.insert(name);
    if (part.getArgType() != UMSGPAT_ARG_TYPE_NONE) counted.insert(name);
  }
  std::ranges::set_difference(placeholders_, counted,
                              std::inserter(written_as_text_, written_as_text_.end()));
  static std::atomic<std::uint64_t> last_id = 0;
  icu_id_ = ++last_id;
}

std::string Message::filled(const Arguments& arguments) const {
  if (icu_id_ != 0) return filled_by_icu(arguments);
  if (pieces_.size() == 1) return pattern_;
  std::string result;
  for (const auto& piece : pieces_) {
    result += piece.text;
    if (piece.name.empty()) continue;
    const auto* argument = find_argument(arguments, piece.name);
    result += argument ? written(language_, *argument) : "⟦" + piece.name + "⟧";
  }
  return result;
}

std::string Message::filled_by_icu(const Arguments& arguments) const {
  // MessageFormat makes its number formats when first used, also in const functions: one per thread.
  thread_local std::unordered_map<std::uint64_t, std::unique_ptr<icu::MessageFormat>> compiled;
  UErrorCode status = U_ZERO_ERROR;
  auto& format = compiled[icu_id_];
  if (!format) format = std::make_unique<icu::MessageFormat>(unicode(pattern_), locale(language_), status);
  std::vector<icu::UnicodeString> names;
  std::vector<icu::Formattable> values;
  for (const auto& name : placeholders_) {
    const auto* argument = find_argument(arguments, name);
    names.push_back(unicode(name));
    if (!argument) {
      values.emplace_back(unicode("⟦" + name + "⟧"));
    } else if (written_as_text_.contains(name) || std::holds_alternative<std::string>(*argument)) {
      values.emplace_back(unicode(written(language_, *argument)));
    } else if (const auto* whole = std::get_if<std::int64_t>(argument)) {
      values.emplace_back(static_cast<int64_t>(*whole));
    } else {
      values.emplace_back(std::get<double>(*argument));
    }
  }
  icu::UnicodeString result;
  format->format(names.data(), values.data(), static_cast<std::int32_t>(names.size()), result, status);
  // A text where a number is counted cannot be formatted: our mistake, shown like a missing key.
  if (U_FAILURE(status)) return "⟦" + pattern_ + "⟧";
  return utf8(result);
}

}  // namespace wijktafel::i18n
