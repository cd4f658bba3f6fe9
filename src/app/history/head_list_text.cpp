#include "app/history/head_list_text.hpp"

#include <charconv>
#include <fmt/format.h>

#include "base/text.hpp"

namespace wijktafel::app {
namespace {

constexpr std::string_view first_line = "wijktafel heads 1";
constexpr std::string_view signature_word = "signature ";

template <class Number>
std::optional<Number> number(std::string_view text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<ListedHead> head_in(std::string_view line) {
  const auto words = split(line, ' ');
  if (words.size() != 3) return std::nullopt;
  const auto item = number<std::int64_t>(words[0]);
  const auto sequence = number<std::int64_t>(words[1]);
  if (!item || !sequence) return std::nullopt;
  return ListedHead{*item, *sequence, std::string(words[2])};
}

}  // namespace

std::string signed_text(const HeadList& list, const SigningKey& key) {
  std::string text = fmt::format("{}\nat {}\nprevious {}\nkey {}\n", first_line, iso_instant(list.at),
                                 list.previous, key.public_key());
  for (const auto& head : list.heads) text += fmt::format("{} {} {}\n", head.item, head.sequence, head.hash);
  return text + std::string(signature_word) + key.sign(text) + "\n";
}

std::string_view signed_part(std::string_view text) {
  const auto at = text.rfind(fmt::format("\n{}", signature_word));
  return at == std::string_view::npos ? std::string_view{} : text.substr(0, at + 1);
}

std::optional<HeadList> read_head_list(std::string_view text) {
  const auto lines = split(text, '\n');
  if (lines.size() < 6 || lines[0] != first_line || !lines.back().empty()) return std::nullopt;
  const auto& last = lines[lines.size() - 2];
  if (!lines[1].starts_with("at ") || !lines[2].starts_with("previous ") || !lines[3].starts_with("key ") ||
      !last.starts_with(signature_word))
    return std::nullopt;
  const auto at = parse_instant(lines[1].substr(3));
  if (!at) return std::nullopt;
  HeadList list{.at = *at,
                .previous = std::string(lines[2].substr(9)),
                .key = std::string(lines[3].substr(4)),
                .heads = {},
                .signature = std::string(last.substr(signature_word.size()))};
  for (std::size_t i = 4; i + 2 < lines.size(); ++i) {
    auto head = head_in(lines[i]);
    if (!head) return std::nullopt;
    list.heads.push_back(std::move(*head));
  }
  return list;
}

std::optional<std::size_t> number_of(const std::filesystem::path& file) {
  const auto name = file.filename().string();
  return number<std::size_t>(std::string_view(name).substr(0, name.find('-')));
}

}  // namespace wijktafel::app
