#include "base/facts.hpp"

#include <fmt/format.h>

#include "base/result.hpp"

namespace wijktafel {
namespace {

void append_string(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      out += c;
    }
  }
  out += '"';
}

}  // namespace

std::string canonical(const Facts& facts) {
  std::string out = "{";
  for (const auto& [name, fact] : facts) {
    if (out.size() > 1) out += ',';
    append_string(out, name);
    out += ':';
    std::visit(overloaded{[&](std::int64_t number) { out += std::to_string(number); },
                          [&](bool yes) { out += yes ? "true" : "false"; },
                          [&](const std::string& text) { append_string(out, text); }},
               fact);
  }
  return out + "}";
}

std::string fact_text(const Facts& facts, std::string_view name) {
  const auto found = facts.find(name);
  if (found == facts.end()) return {};
  return std::visit(overloaded{[](std::int64_t number) { return std::to_string(number); },
                               [](bool yes) { return std::string(yes ? "true" : "false"); },
                               [](const std::string& text) { return text; }},
                    found->second);
}

std::int64_t fact_number(const Facts& facts, std::string_view name, std::int64_t otherwise) {
  const auto found = facts.find(name);
  if (found == facts.end()) return otherwise;
  const auto* number = std::get_if<std::int64_t>(&found->second);
  return number ? *number : otherwise;
}

}  // namespace wijktafel
