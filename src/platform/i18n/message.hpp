// One text of a words file, prepared: plain, with simple {name} placeholders, or an ICU message (plural,
// select).
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "platform/i18n/words.hpp"

namespace wijktafel::i18n {

// Immutable after prepared(); thread-safe (ICU's own objects are kept per thread, see message.cpp).
class Message {
 public:
  // Throws Failure, without a file name, when the braces or the ICU pattern are wrong.
  static Message prepared(Language language, std::string pattern);

  std::string filled(const Arguments& arguments) const;
  const std::string& pattern() const { return pattern_; }
  // The names between the braces, for the guard that both languages ask the same.
  const std::set<std::string>& placeholders() const { return placeholders_; }

 private:
  // A piece of text, and the name of the placeholder after it ("" at the end).
  struct Piece {
    std::string text;
    std::string name;
  };
  bool split_simple();
  void check_icu();
  std::string filled_by_icu(const Arguments& arguments) const;

  Language language_ = Language::nl;
  std::string pattern_;
  std::vector<Piece> pieces_;
  std::set<std::string> placeholders_;
  std::set<std::string> written_as_text_;  // ICU: names that occur as {name} only
  std::uint64_t icu_id_ = 0;               // 0: not an ICU message
};

}  // namespace wijktafel::i18n
