#include "platform/web/network.hpp"

#include <array>
#include <charconv>
#include <optional>

#include "base/text.hpp"

namespace wijktafel::web {
namespace {

// The four numbers of an IPv4 address, or nothing.
std::optional<std::array<int, 4>> ipv4_of(std::string_view text) {
  const auto parts = split(text, '.');
  if (parts.size() != 4) return std::nullopt;
  std::array<int, 4> numbers{};
  for (std::size_t i = 0; i < 4; ++i) {
    const auto* end = parts[i].data() + parts[i].size();
    const auto [stopped, fault] = std::from_chars(parts[i].data(), end, numbers[i]);
    if (fault != std::errc{} || stopped != end || numbers[i] < 0 || numbers[i] > 255) return std::nullopt;
  }
  return numbers;
}

// The first three of the eight groups of an IPv6 address, with "::" read out.
std::optional<std::array<unsigned, 3>> ipv6_start_of(std::string_view text) {
  if (text.find(':') == std::string_view::npos) return std::nullopt;
  const auto gap = text.find("::");
  std::array<unsigned, 3> groups{};
  std::size_t filled = 0;
  for (const auto part : split(text.substr(0, gap), ':')) {
    if (part.empty() || filled == groups.size()) break;
    const auto* end = part.data() + part.size();
    const auto [stopped, fault] = std::from_chars(part.data(), end, groups[filled++], 16);
    if (fault != std::errc{} || stopped != end || part.size() > 4) return std::nullopt;
  }
  return groups;
}

}  // namespace

std::string network_of(std::string_view peer) {
  if (lower_ascii(peer.substr(0, 7)) == "::ffff:") peer.remove_prefix(7);
  if (const auto numbers = ipv4_of(peer))
    return std::to_string((*numbers)[0]) + "." + std::to_string((*numbers)[1]) + "." +
           std::to_string((*numbers)[2]) + ".0/24";
  const auto groups = ipv6_start_of(peer);
  if (!groups) return {};
  const auto in_hex = [](unsigned group) {
    char digits[8];
    const auto done = std::to_chars(std::begin(digits), std::end(digits), group, 16);
    return std::string(digits, done.ptr);
  };
  return in_hex((*groups)[0]) + ":" + in_hex((*groups)[1]) + ":" + in_hex((*groups)[2]) + "::/48";
}

}  // namespace wijktafel::web
