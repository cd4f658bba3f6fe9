// Places by name: millions of look-ups in a ballot file.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace wijktafel::budgeting {

// The letters of a name of at most 8 as one number. With its length that is the name itself.
inline std::uint64_t packed(std::string_view text) {
  std::uint64_t word = 0;
  for (const char c : text) word = (word << 8U) | static_cast<std::uint8_t>(c);
  return word;
}

constexpr std::size_t most_packed = 8;

class IdTable {
 public:
  static constexpr std::uint32_t none = ~std::uint32_t{0};

  IdTable() : slots_(16, none) {}
  IdTable(const IdTable&) = delete;
  IdTable& operator=(const IdTable&) = delete;
  IdTable(IdTable&&) noexcept = default;
  IdTable& operator=(IdTable&&) noexcept = default;

  std::uint32_t find(std::string_view id) const {
    if (id.size() <= most_packed) return find_packed(packed(id), id.size());
    const auto key = key_of(id);
    for (std::size_t at = hash_of(key);; ++at) {
      const auto place = slots_[at & (slots_.size() - 1)];
      if (place == none || (keys_[place].word == key.word && names_[place] == id)) return place;
    }
  }
  // The same for a name of at most 8 letters.
  std::uint32_t find_packed(std::uint64_t word, std::size_t size) const {
    for (std::size_t at = hash_of({word, size});; ++at) {
      const auto place = slots_[at & (slots_.size() - 1)];
      if (place == none || (keys_[place].word == word && keys_[place].size == size)) return place;
    }
  }
  // The place of `id`, which is the next one when it is new.
  std::uint32_t add(std::string_view id) {
    if (const auto place = find(id); place != none) return place;
    if (names_.size() * 2 >= slots_.size()) grow();
    const auto place = static_cast<std::uint32_t>(names_.size());
    names_.push_back(kept_.emplace_back(id));
    keys_.push_back(key_of(id));
    put(place);
    return place;
  }
  std::size_t size() const { return names_.size(); }

 private:
  struct Key {
    std::uint64_t word;
    std::size_t size;
  };
  // Of a longer name a hash in place of the name.
  static Key key_of(std::string_view id) {
    Key key{0, id.size()};
    for (; id.size() > most_packed; id.remove_prefix(most_packed)) {
      key.word = (key.word ^ packed(id.substr(0, most_packed))) * 0xD6E8FEB86659FD93U;
      key.word ^= key.word >> 29U;
    }
    key.word ^= packed(id);
    return key;
  }
  // Never told about: an order of hashes is no order of names.
  static std::size_t hash_of(Key key) {
    auto hash = (key.word + key.size) * 0xD6E8FEB86659FD93U;
    hash ^= hash >> 32U;
    return hash;
  }

  void put(std::uint32_t place) {
    std::size_t at = hash_of(keys_[place]);
    while (slots_[at & (slots_.size() - 1)] != none) ++at;
    slots_[at & (slots_.size() - 1)] = place;
  }
  void grow() {
    slots_.assign(slots_.size() * 2, none);
    for (std::uint32_t place = 0; place < names_.size(); ++place) put(place);
  }

  std::deque<std::string> kept_;
  std::vector<std::string_view> names_;  // into kept_
  std::vector<Key> keys_;
  std::vector<std::uint32_t> slots_;
};

}  // namespace wijktafel::budgeting
