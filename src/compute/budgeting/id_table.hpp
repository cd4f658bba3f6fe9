// Places by name: millions of look-ups in a ballot file.
#pragma once

#include <cstdint>
#include <cstring>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace wijktafel::budgeting {

// The same on every machine of one byte order; nothing is ever told about its order.
inline std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = text.size() * 0x9E3779B97F4A7C15U;
  const auto mix = [&](std::uint64_t word) {
    hash = (hash ^ word) * 0xD6E8FEB86659FD93U;
    hash ^= hash >> 32U;
  };
  for (; text.size() >= 8; text.remove_prefix(8)) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data(), 8);
    mix(word);
  }
  std::uint64_t word = 0;
  for (const char c : text) word = (word << 8U) | static_cast<std::uint8_t>(c);
  mix(word);
  return hash;
}

class IdTable {
 public:
  static constexpr std::uint32_t none = ~std::uint32_t{0};

  IdTable() : slots_(16, none) {}
  IdTable(const IdTable&) = delete;
  IdTable& operator=(const IdTable&) = delete;
  IdTable(IdTable&&) = default;
  IdTable& operator=(IdTable&&) = default;

  std::uint32_t find(std::string_view id) const {
    for (std::size_t at = hash_of(id);; ++at) {
      const auto place = slots_[at & (slots_.size() - 1)];
      if (place == none || names_[place] == id) return place;
    }
  }
  // The place of `id`, which is the next one when it is new.
  std::uint32_t add(std::string_view id) {
    if (const auto place = find(id); place != none) return place;
    if (names_.size() * 2 >= slots_.size()) grow();
    const auto place = static_cast<std::uint32_t>(names_.size());
    names_.push_back(kept_.emplace_back(id));
    put(place);
    return place;
  }
  std::size_t size() const { return names_.size(); }

 private:
  void put(std::uint32_t place) {
    std::size_t at = hash_of(names_[place]);
    while (slots_[at & (slots_.size() - 1)] != none) ++at;
    slots_[at & (slots_.size() - 1)] = place;
  }
  void grow() {
    slots_.assign(slots_.size() * 2, none);
    for (std::uint32_t place = 0; place < names_.size(); ++place) put(place);
  }

  std::deque<std::string> kept_;
  std::vector<std::string_view> names_;  // into kept_
  std::vector<std::uint32_t> slots_;
};

}  // namespace wijktafel::budgeting
