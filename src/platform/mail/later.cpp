#include "platform/mail/later.hpp"

#include <charconv>

#include "base/text.hpp"
#include "platform/html/safe_html.hpp"

namespace wijktafel::mail {
namespace {

constexpr char edge = '\x1d';     // ASCII group separator: before and after
constexpr char between = '\x1f';  // ASCII unit separator: name, number, otherwise

std::optional<std::int64_t> number_in(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  return fault == std::errc{} && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

std::string text_for(db::Transaction& tx, std::string_view part, Form form, const LookUp& look_up) {
  const auto fields = split(part, between);
  if (fields.size() != 3) return {};
  const auto id = number_in(fields[1]);
  const auto found = id && look_up ? look_up(tx, fields[0], *id) : std::nullopt;
  if (!found) return std::string(fields[2]);  // escaped with the rest, when the mail was made
  return form == Form::html ? html::escaped(*found) : *found;
}

}  // namespace

std::string later(std::string_view name, std::int64_t id, std::string_view otherwise) {
  return edge + std::string(name) + between + std::to_string(id) + between + std::string(otherwise) + edge;
}

std::string filled(db::Transaction& tx, std::string_view text, Form form, const LookUp& look_up) {
  std::string whole;
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = text.find(edge, at);
    const auto end = begin == std::string_view::npos ? begin : text.find(edge, begin + 1);
    whole += text.substr(at, end == std::string_view::npos ? end : begin - at);
    if (end == std::string_view::npos) break;
    whole += text_for(tx, text.substr(begin + 1, end - begin - 1), form, look_up);
    at = end + 1;
  }
  return whole;
}

}  // namespace wijktafel::mail
