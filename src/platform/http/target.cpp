#include "platform/http/target.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace wijktafel::http {
namespace {

// "http://host/path" becomes "/path"; the authority says nothing that the Host header does not.
std::optional<std::string_view> origin_form(std::string_view target) {
  if (target.starts_with('/')) return target;
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!starts_with_ignoring_case(target, scheme)) continue;
    const auto slash = target.find_first_of("/?", scheme.size());
    if (slash == std::string_view::npos) return "/";
    if (target[slash] == '/') return target.substr(slash);
  }
  return std::nullopt;
}

bool is_fine(std::string_view segment) {
  if (segment.empty() || segment == "." || segment == "..") return false;
  const auto forbidden = [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '/' || c == '\\';
  };
  return std::ranges::none_of(segment, forbidden) && is_utf8(segment);
}

}  // namespace

Result<Target, BadTarget> parse_target(std::string_view target) {
  const auto own = origin_form(target);
  if (!own || own->find('#') != std::string_view::npos) return std::unexpected(BadTarget{});
  Target result;
  result.as_sent = *own;
  const auto question = own->find('?');
  if (question != std::string_view::npos) result.query = own->substr(question + 1);
  auto path = own->substr(1, question == std::string_view::npos ? question : question - 1);
  if (path.empty()) {
    result.path = "/";
    return result;
  }
  if (path.ends_with('/')) {
    result.ended_in_slash = true;
    path.remove_suffix(1);
  }
  for (const auto segment : split(path, '/')) {
    const auto decoded = percent_decoded(segment, false);
    if (!decoded || !is_fine(*decoded)) return std::unexpected(BadTarget{});
    result.path += '/';
    result.path += *decoded;
  }
  return result;
}

}  // namespace wijktafel::http
