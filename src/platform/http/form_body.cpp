#include "platform/http/form_body.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace wijktafel::http {
namespace {

constexpr std::string_view line_end = "\r\n";

bool is_text(std::string_view text) { return is_utf8(text) && text.find('\0') == std::string_view::npos; }

// "form-data; name=\"a\"; filename=\"b\"": the first word in small letters and its parameters (names in small
// letters).
struct Value {
  std::string word;
  Pairs parameters;
};

// A quoted value may escape a quote with a backslash; browsers write %22 instead and leave backslashes of
// file names alone, so only \" counts as an escape.
std::optional<std::string> take_quoted(std::string_view& rest) {
  std::string value;
  rest.remove_prefix(1);
  while (!rest.empty()) {
    if (rest.front() == '"') {
      rest.remove_prefix(1);
      return value;
    }
    if (rest.starts_with("\\\"")) rest.remove_prefix(1);
    value += rest.front();
    rest.remove_prefix(1);
  }
  return std::nullopt;
}

std::optional<Value> parse_value(std::string_view text) {
  Value value;
  const auto semicolon = text.find(';');
  value.word = lower_ascii(trimmed(text.substr(0, semicolon)));
  auto rest = semicolon == std::string_view::npos ? std::string_view{} : text.substr(semicolon);
  while (!(rest = trimmed(rest)).empty()) {
    if (rest.front() != ';') return std::nullopt;
    rest = trimmed(rest.substr(1));
    if (rest.empty()) break;
    const auto equals = rest.find('=');
    if (equals == std::string_view::npos) return std::nullopt;
    std::string name = lower_ascii(trimmed(rest.substr(0, equals)));
    if (name.empty() || name.find(';') != std::string::npos || find(value.parameters, name))
      return std::nullopt;
    rest.remove_prefix(equals + 1);
    if (rest.starts_with('"')) {
      auto quoted = take_quoted(rest);
      if (!quoted) return std::nullopt;
      value.parameters.emplace_back(std::move(name), std::move(*quoted));
    } else {
      const auto end = std::min(rest.find(';'), rest.size());
      value.parameters.emplace_back(std::move(name), trimmed(rest.substr(0, end)));
      rest.remove_prefix(end);
    }
  }
  return value;
}

// Browsers write a quote and line ends in names as %22, %0D and %0A (WHATWG HTML, multipart/form-data).
std::string unescaped_name(std::string_view name) {
  std::string result;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const auto escape = name.substr(i, 3);
    const char c = escape == "%22" ? '"' : escape == "%0D" ? '\r' : escape == "%0A" ? '\n' : '\0';
    result += c == '\0' ? name[i] : c;
    if (c != '\0') i += 2;
  }
  return result;
}

Result<Form, FormFault> decode_urlencoded(std::string_view body, const FormLimits& limits) {
  Form form;
  while (!body.empty()) {
    const auto end = std::min(body.find('&'), body.size());
    const auto pair = body.substr(0, end);
    body.remove_prefix(std::min(end + 1, body.size()));
    if (pair.empty()) continue;
    if (form.fields.size() == limits.fields) return std::unexpected(FormFault::too_many);
    const auto equals = std::min(pair.find('='), pair.size());
    auto name = percent_decoded(pair.substr(0, equals), true);
    auto value = percent_decoded(pair.substr(std::min(equals + 1, pair.size())), true);
    if (!name || !value) return std::unexpected(FormFault::malformed);
    if (name->size() > limits.name_bytes) return std::unexpected(FormFault::too_many);
    if (!is_text(*name) || !is_text(*value)) return std::unexpected(FormFault::not_text);
    form.fields.emplace_back(std::move(*name), std::move(*value));
  }
  return form;
}

// Reads one multipart body from front to back; `rest_` is what has not been read yet.
class Multipart {
 public:
  Multipart(std::string_view boundary, std::string_view body, const FormLimits& limits)
      : delimiter_("\r\n--" + std::string(boundary)), rest_(body), limits_(limits) {}

  Result<Form, FormFault> decode() {
    // A browser writes nothing before the first boundary, whose line end in front is left out.
    if (!rest_.starts_with(std::string_view(delimiter_).substr(line_end.size())))
      return std::unexpected(FormFault::malformed);
    rest_.remove_prefix(delimiter_.size() - line_end.size());
    while (true) {
      if (rest_.starts_with("--")) {
        rest_.remove_prefix(2);
        const bool ended = rest_.empty() || rest_ == line_end;
        if (!ended) return std::unexpected(FormFault::malformed);
        return std::move(form_);
      }
      if (!rest_.starts_with(line_end)) return std::unexpected(FormFault::malformed);
      rest_.remove_prefix(line_end.size());
      if (const auto fault = take_part()) return std::unexpected(*fault);
    }
  }

 private:
  struct PartHead {
    std::string name;
    std::optional<std::string> file_name;
    std::string content_type;
  };

  std::optional<FormFault> take_part() {
    PartHead head;
    if (const auto fault = take_head(head)) return fault;
    const auto end = rest_.find(delimiter_);
    if (end == std::string_view::npos) return FormFault::malformed;
    const auto content = rest_.substr(0, end);
    rest_.remove_prefix(end + delimiter_.size());
    if (!head.file_name) {
      if (form_.fields.size() == limits_.fields) return FormFault::too_many;
      if (!is_text(content)) return FormFault::not_text;
      form_.fields.emplace_back(std::move(head.name), content);
      return std::nullopt;
    }
    if (head.file_name->empty() && content.empty()) return std::nullopt;
    if (form_.files.size() == limits_.files) return FormFault::too_many;
    form_.files.push_back({std::move(head.name), std::move(*head.file_name), std::move(head.content_type),
                           std::string(content)});
    return std::nullopt;
  }

  std::optional<FormFault> take_head(PartHead& head) {
    bool named = false;
    std::size_t used = 0;
    while (true) {
      const auto window = rest_.substr(0, limits_.part_header_bytes - used + line_end.size());
      const auto end = window.find(line_end);
      if (end == std::string_view::npos)
        return window.size() < rest_.size() ? FormFault::too_many : FormFault::malformed;
      const auto line = rest_.substr(0, end);
      rest_.remove_prefix(end + line_end.size());
      used += end;
      if (line.empty()) break;
      if (!is_text(line)) return FormFault::not_text;
      const auto colon = line.find(':');
      if (colon == std::string_view::npos) return FormFault::malformed;
      const auto header = lower_ascii(line.substr(0, colon));
      const auto value = trimmed(line.substr(colon + 1));
      if (header == "content-disposition") {
        if (named) return FormFault::malformed;
        if (const auto fault = take_names(value, head)) return fault;
        named = true;
      } else if (header == "content-type") {
        head.content_type = value;
      } else if (header == "content-transfer-encoding") {
        // Withdrawn by RFC 7578 section 4.7; only the encodings that change nothing are let through.
        const auto encoding = lower_ascii(value);
        if (encoding != "binary" && encoding != "8bit" && encoding != "7bit") return FormFault::malformed;
      }
    }
    if (!named) return FormFault::malformed;
    return std::nullopt;
  }

  std::optional<FormFault> take_names(std::string_view disposition, PartHead& head) const {
    const auto value = parse_value(disposition);
    if (!value || value->word != "form-data") return FormFault::malformed;
    const auto name = find(value->parameters, "name");
    if (!name) return FormFault::malformed;
    if (name->size() > limits_.name_bytes) return FormFault::too_many;
    head.name = unescaped_name(*name);
    if (const auto file_name = find(value->parameters, "filename"))
      head.file_name = unescaped_name(*file_name);
    return std::nullopt;
  }

  std::string delimiter_;
  std::string_view rest_;
  const FormLimits& limits_;
  Form form_;
};

// A boundary is 1 to 70 characters of a small set and does not end in a space (RFC 2046 section 5.1.1).
bool is_boundary(std::string_view text) {
  const auto allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("'()+_,-./:=? ").find(c) != std::string_view::npos;
  };
  return !text.empty() && text.size() <= 70 && text.back() != ' ' && std::ranges::all_of(text, allowed);
}

std::string media_type(std::string_view content_type) {
  return lower_ascii(trimmed(content_type.substr(0, content_type.find(';'))));
}

}  // namespace

bool is_form(std::string_view content_type) {
  const auto type = media_type(content_type);
  return type == "application/x-www-form-urlencoded" || type == "multipart/form-data";
}

Result<Form, FormFault> decode_form(std::string_view content_type, std::string_view body,
                                    const FormLimits& limits) {
  if (media_type(content_type) == "application/x-www-form-urlencoded") return decode_urlencoded(body, limits);
  const auto value = parse_value(content_type);
  if (!value || value->word != "multipart/form-data") return std::unexpected(FormFault::malformed);
  const auto boundary = find(value->parameters, "boundary");
  if (!boundary || !is_boundary(*boundary)) return std::unexpected(FormFault::malformed);
  return Multipart(*boundary, body, limits).decode();
}

}  // namespace wijktafel::http
