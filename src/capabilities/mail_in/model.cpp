#include "capabilities/mail_in/model.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace wijktafel::mail_in {
namespace {

// A signature is short; what is longer may be more than a signature.
constexpr std::size_t signature_lines_most = 12;

std::string_view without_end(std::string_view line) {
  while (!line.empty() && (line.back() == ' ' || line.back() == '\r')) line.remove_suffix(1);
  return line;
}

bool is_quoted(std::string_view line) { return trimmed(line).starts_with('>') || trimmed(line).empty(); }

bool ends_as_one_of(std::string_view text, const auto& ends) {
  return std::ranges::any_of(ends, [&](std::string_view end) { return text.ends_with(end); });
}

// "Op di 3 nov 2026 om 10:11 schreef Noor <...>:", "On ... wrote:".
bool introduces_quote(std::string_view line) {
  const auto words = lower_ascii(trimmed(line));
  constexpr std::array<std::string_view, 2> begins{"op ", "on "};
  const bool begins_so =
      std::ranges::any_of(begins, [&](std::string_view begin) { return words.starts_with(begin); });
  constexpr std::array<std::string_view, 3> ends{"wrote:", "schreef:", "geschreven:"};
  return begins_so && words.ends_with(':') &&
         (ends_as_one_of(words, ends) || words.find(" schreef ") != std::string::npos);
}

// "Van: ..." with "Verzonden:" or "Datum:" right below it, as Outlook puts above what it quotes.
bool introduces_outlook_quote(const std::vector<std::string_view>& lines, std::size_t at) {
  const auto first_line = lower_ascii(trimmed(lines[at]));
  if (!first_line.starts_with("van: ") && !first_line.starts_with("from: ")) return false;
  for (std::size_t i = at + 1; i < std::min(at + 4, lines.size()); ++i) {
    const auto line = lower_ascii(trimmed(lines[i]));
    for (const std::string_view word : {"verzonden:", "sent:", "datum:", "date:"})
      if (line.starts_with(word)) return true;
  }
  return false;
}

std::string joined(const std::vector<std::string_view>& lines, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += std::string(lines[i]) + "\n";
  return std::string(trimmed(text));
}

std::string unless_empty(std::string shorter, std::string_view whole) {
  return shorter.empty() ? std::string(trimmed(whole)) : shorter;
}

}  // namespace

std::string detail_of(std::string_view address) {
  const auto at = address.rfind('@');
  const auto local = address.substr(0, at == std::string_view::npos ? 0 : at);
  const auto plus = local.find('+');
  return plus == std::string_view::npos ? std::string() : lower_ascii(local.substr(plus + 1));
}

std::vector<std::string> details_of(const std::vector<std::string>& addresses) {
  std::vector<std::string> details;
  for (const auto& address : addresses)
    if (auto detail = detail_of(address); !detail.empty() && std::ranges::count(details, detail) == 0)
      details.push_back(std::move(detail));
  return details;
}

std::string title_of(std::string_view subject) {
  constexpr std::array<std::string_view, 9> marks{
      "re:", "fw:", "fwd:", "aw:", "antw:", "betr:", "doorst:", "doorgestuurd:", "antwoord:"};
  auto rest = trimmed(subject);
  for (bool found = true; found;) {
    found = false;
    for (const auto mark : marks)
      if (starts_with_ignoring_case(rest, mark)) {
        rest = trimmed(rest.substr(mark.size()));
        found = true;
      }
  }
  return std::string(rest);
}

std::string without_signature(std::string_view text) {
  const auto lines = split(text, '\n');
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (without_end(lines[i]) != "--") continue;
    if (lines.size() - i > signature_lines_most) return std::string(trimmed(text));
    return unless_empty(joined(lines, i), text);
  }
  return std::string(trimmed(text));
}

std::string answer_in(std::string_view text) {
  const auto lines = split(text, '\n');
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool all_quoted_after =
        std::all_of(lines.begin() + static_cast<std::ptrdiff_t>(i) + 1, lines.end(), is_quoted);
    const bool is_end =
        (introduces_quote(lines[i]) && all_quoted_after) || introduces_outlook_quote(lines, i);
    if (is_end) return unless_empty(without_signature(joined(lines, i)), text);
  }
  return without_signature(text);
}

}  // namespace wijktafel::mail_in
