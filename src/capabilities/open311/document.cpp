#include "capabilities/open311/document.hpp"

#include <charconv>
#include <fmt/format.h>

namespace wijktafel::open311 {
namespace {

// U+FFFE and U+FFFF, the two above the control characters that XML does not know.
bool is_no_character(std::string_view text, std::size_t at) {
  return text[at] == '\xEF' && at + 2 < text.size() && text[at + 1] == '\xBF' &&
         (text[at + 2] == '\xBE' || text[at + 2] == '\xBF');
}

std::string_view xml_entity(char character) {
  switch (character) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\r': return "&#13;";
    default: return {};
  }
}

// "<" too, so that a page which puts an answer into a script element does no harm.
std::string json_escape(char character) {
  switch (character) {
    case '"': return "\\\"";
    case '\\': return "\\\\";
    case '\n': return "\\n";
    case '\r': return "\\r";
    case '\t': return "\\t";
    default: return fmt::format("\\u{:04x}", static_cast<unsigned char>(character));
  }
}

bool needs_json_escape(char character) {
  return static_cast<unsigned char>(character) < 0x20 || character == '"' || character == '\\' ||
         character == '<' || character == '\x7f';
}

}  // namespace

void append_xml(std::string& out, std::string_view text) {
  std::size_t written = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char character = text[at];
    const auto entity = xml_entity(character);
    const bool is_control =
        static_cast<unsigned char>(character) < 0x20 && character != '\n' && character != '\t';
    const bool is_none = is_no_character(text, at);
    if (entity.empty() && !is_control && !is_none) continue;
    out.append(text, written, at - written);
    out += entity;
    if (is_none) at += 2;
    written = at + 1;
  }
  out.append(text, written);
}

void append_json(std::string& out, std::string_view text) {
  std::size_t written = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!needs_json_escape(text[at])) continue;
    out.append(text, written, at - written);
    out += json_escape(text[at]);
    written = at + 1;
  }
  out.append(text, written);
}

Document::Document(Format format) : format_(format) {
  if (!is_json()) out_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
}

void Document::key(std::string_view name) {
  if (levels_.empty() || levels_.back().is_list) return;
  out_ += '"';
  out_ += name;
  out_ += "\":";
}

void Document::begin_value(std::string_view name) {
  if (!levels_.empty()) {
    if (is_json() && !levels_.back().is_empty) out_ += ',';
    // Spark and XML alike: an element without anything inside is written short, so its ">" waits.
    if (!is_json() && levels_.back().is_empty) out_ += '>';
    levels_.back().is_empty = false;
  }
  if (is_json()) {
    key(name);
  } else {
    out_ += '<';
    out_ += name;
  }
}

void Document::begin(std::string_view name, bool is_list) {
  begin_value(name);
  if (is_json()) out_ += is_list ? '[' : '{';
  levels_.push_back({name, is_list, true});
}

void Document::open(std::string_view name) { begin(name, false); }
void Document::open_list(std::string_view name) { begin(name, true); }

void Document::close() {
  const Level level = levels_.back();
  levels_.pop_back();
  if (is_json()) {
    out_ += level.is_list ? ']' : '}';
  } else if (level.is_empty) {
    out_ += "/>";
  } else {
    out_ += "</";
    out_ += level.name;
    out_ += '>';
  }
}

void Document::bare(std::string_view name, std::string_view value) {
  begin_value(name);
  if (!is_json()) out_ += '>';
  out_ += value;
  if (is_json()) return;
  out_ += "</";
  out_ += name;
  out_ += '>';
}

void Document::text(std::string_view name, std::string_view value) {
  if (value.empty()) return nothing(name);
  begin_value(name);
  if (is_json()) {
    out_ += '"';
    append_json(out_, value);
    out_ += '"';
    return;
  }
  out_ += '>';
  append_xml(out_, value);
  out_ += "</";
  out_ += name;
  out_ += '>';
}

void Document::whole_number(std::string_view name, long long value) {
  bare(name, fmt::format_int(value).c_str());
}

void Document::number(std::string_view name, double value) {
  char digits[40];
  const auto end = std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed, 7).ptr;
  bare(name, {digits, static_cast<std::size_t>(end - digits)});
}

void Document::yes_no(std::string_view name, bool value) { bare(name, value ? "true" : "false"); }

void Document::nothing(std::string_view name) {
  begin_value(name);
  out_ += is_json() ? "null" : "/>";
}

std::string Document::take() {
  out_ += '\n';
  return std::move(out_);
}

}  // namespace wijktafel::open311
