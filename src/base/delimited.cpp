#include "base/delimited.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace wijktafel {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_line_end(char c) { return c == '\n' || c == '\r'; }

// How many lines end in this text; CRLF is one.
std::size_t line_ends(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'))) ++count;
  return count;
}

}  // namespace

DelimitedReader::DelimitedReader(std::string_view text, char separator, Text kind)
    : text_(text), separator_(separator) {
  if (kind == Text::whole_file && text_.starts_with(byte_order_mark)) at_ = byte_order_mark.size();
}

bool DelimitedReader::next() {
  if (at_ >= text_.size()) return false;
  cells_.clear();
  begins_.clear();
  unquoted_.clear();
  quoting_ = Quoting::sound;
  record_at_ = at_;
  line_ = next_line_;
  // In a copy of at_: a byte read through the text could be anything, so the member would be stored and read
  // again for every character of it.
  std::size_t at = at_;
  while (true) {
    begins_.push_back(at);
    if (at < text_.size() && text_[at] == '"') {
      at_ = at;
      cells_.push_back(quoted_cell());
      at = at_;
    } else {
      const std::size_t begin = at;
      while (at < text_.size() && text_[at] != separator_ && !is_line_end(text_[at])) ++at;
      const std::string_view cell(text_.data() + begin, at - begin);
      cells_.push_back(cell);  // by name: an rvalue is emplaced, which is slower with assertions
    }
    if (at >= text_.size() || text_[at] != separator_) break;
    ++at;
  }
  at_ = at;
  end_line();
  return true;
}

// at_ stands on the opening quote; afterwards on the separator, line end or end after the cell.
std::string_view DelimitedReader::quoted_cell() {
  const std::size_t begin = ++at_;
  std::string* made = nullptr;  // only when the cell is not one piece of the text
  std::size_t piece = begin;
  const auto take = [&](std::size_t until) {
    if (!made) made = &unquoted_.emplace_back();
    made->append(text_.substr(piece, until - piece));
  };
  while (true) {
    const std::size_t quote = std::min(text_.find('"', at_), text_.size());
    if (quote == text_.size()) {
      quoting_ = Quoting::unclosed;
      at_ = quote;
      break;
    }
    at_ = quote + 1;
    if (at_ >= text_.size() || text_[at_] != '"') break;
    take(at_);  // a doubled quote: one of the two belongs to the cell
    piece = ++at_;
  }
  const std::size_t end = quoting_ == Quoting::unclosed ? at_ : at_ - 1;
  const std::size_t after = at_;
  while (at_ < text_.size() && text_[at_] != separator_ && !is_line_end(text_[at_])) ++at_;
  if (at_ != after) quoting_ = Quoting::text_after_quote;
  if (made) {
    take(end);
    made->append(text_.substr(after, at_ - after));
    return *made;
  }
  if (at_ == after) return text_.substr(begin, end - begin);
  return unquoted_.emplace_back(std::string(text_.substr(begin, end - begin)) +
                                std::string(text_.substr(after, at_ - after)));
}

void DelimitedReader::end_line() {
  record_end_ = at_;
  if (!unquoted_.empty() || text_[record_at_] == '"' || quoting_ != Quoting::sound ||
      std::ranges::any_of(begins_, [&](std::size_t at) { return at < text_.size() && text_[at] == '"'; }))
    next_line_ += line_ends(text_.substr(record_at_, record_end_ - record_at_));
  if (at_ < text_.size() && text_[at_] == '\r') ++at_;
  if (at_ < text_.size() && text_[at_] == '\n') ++at_;
  ++next_line_;
}

TextPosition DelimitedReader::position(std::size_t cell) const {
  const auto at = cell < begins_.size() ? begins_[cell] : record_end_;
  const auto before = text_.substr(record_at_, at - record_at_);
  const auto last = before.find_last_of("\r\n");
  return {line_ + line_ends(before),
          1 + length(last == std::string_view::npos ? before : before.substr(last + 1))};
}

std::string_view DelimitedReader::record() const {
  return text_.substr(record_at_, record_end_ - record_at_);
}

char separator_of(std::string_view text) {
  constexpr std::array separators = {',', ';', '\t'};
  std::array<std::size_t, separators.size()> counts{};
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  bool begins = true;  // of a cell, whichever separates them
  bool is_quoted = false;
  bool in_quotes = false;
  for (const char c : text.substr(0, text.find_first_of("\r\n"))) {
    // Within a cell that does not begin with one, a quote is a character as any other.
    if (c == '"' && (begins || is_quoted)) {
      is_quoted = true;
      in_quotes = !in_quotes;
    }
    const auto* at = std::ranges::find(separators, c);
    begins = at != separators.end() && !in_quotes;
    if (!begins) continue;
    ++counts[static_cast<std::size_t>(at - separators.begin())];
    is_quoted = false;
  }
  return separators[static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin())];
}

std::string delimited_cell(std::string_view cell, char separator) {
  const bool is_plain =
      std::ranges::none_of(cell, [&](char c) { return c == separator || c == '"' || is_line_end(c); });
  if (is_plain) return std::string(cell);
  std::string quoted = "\"";
  for (const char c : cell) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

}  // namespace wijktafel
