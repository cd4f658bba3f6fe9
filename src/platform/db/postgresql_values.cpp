#include "platform/db/postgresql_values.hpp"

#include <charconv>
#include <fmt/format.h>
#include <limits>

#include "base/result.hpp"

namespace wijktafel::db::postgresql {
namespace {

template <class T>
std::optional<T> number(std::string_view text) {
  T value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// "\x00ff0a"
Bytes bytes_of(std::string_view text) {
  Bytes bytes;
  bytes.reserve(text.size() / 2);
  for (std::size_t i = 2; i + 1 < text.size(); i += 2) {
    std::uint8_t byte = 0;
    std::from_chars(text.data() + i, text.data() + i + 2, byte, 16);
    bytes.push_back(byte);
  }
  return bytes;
}

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '\\': out += "\\\\"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\t': out += "\\t"; break;
      default: out += c;
    }
  }
}

}  // namespace

unsigned int type_of(const Value& value) {
  return std::visit(overloaded{[](std::monostate) { return unknown; }, [](std::int64_t) { return int8; },
                               [](double) { return float8; }, [](const std::string&) { return text; },
                               [](const Bytes&) { return bytea; }},
                    value);
}

Parameters::Parameters(const std::vector<Value>& values) : numbers_(values.size()) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    types_.push_back(type_of(values[i]));
    const auto add = [&](const char* data, std::size_t size, int format) {
      if (size > static_cast<std::size_t>(std::numeric_limits<int>::max()))
        throw Failure("a value of more than 2 GB cannot go into the database");
      values_.push_back(data);
      lengths_.push_back(static_cast<int>(size));
      formats_.push_back(format);
    };
    const auto add_number = [&](auto amount) {
      numbers_[i] = fmt::to_string(amount);
      add(numbers_[i].c_str(), numbers_[i].size(), 0);
    };
    std::visit(
        overloaded{[&](std::monostate) { add(nullptr, 0, 0); },
                   [&](std::int64_t whole) { add_number(whole); }, [&](double real) { add_number(real); },
                   [&](const std::string& words) { add(words.data(), words.size(), 1); },
                   [&](const Bytes& bytes) {
                     // A null pointer would be NULL, not zero bytes.
                     add(bytes.empty() ? "" : reinterpret_cast<const char*>(bytes.data()), bytes.size(), 1);
                   }},
        values[i]);
  }
}

Value decoded(unsigned int type, std::string_view column) {
  switch (type) {
    case boolean: return std::int64_t{column == "t" ? 1 : 0};
    case int2:
    case int4:
    case int8:
    case oid: return number<std::int64_t>(column).value();
    case float4:
    case float8: return number<double>(column).value();
    case numeric:
      if (const auto whole = number<std::int64_t>(column)) return *whole;
      return number<double>(column).value();
    case bytea: return bytes_of(column);
    case no_value: return std::monostate{};
    default: return std::string(column);
  }
}

void append_copy_line(std::string& out, const std::vector<Value>& row) {
  bool first = true;
  for (const auto& value : row) {
    if (!first) out += '\t';
    first = false;
    std::visit(overloaded{[&](std::monostate) { out += "\\N"; },
                          [&](std::int64_t whole) { out += fmt::to_string(whole); },
                          [&](double real) { out += fmt::to_string(real); },
                          [&](const std::string& words) { append_escaped(out, words); },
                          [&](const Bytes& bytes) { out += "\\\\x" + hex(bytes); }},
               value);
  }
  out += '\n';
}

}  // namespace wijktafel::db::postgresql
