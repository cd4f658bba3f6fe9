// Any bytes as a list of addresses (the CSV that a municipality gives): refused with the number of its line,
// or houses in areas that exist, each once.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>

#include "base/fuzz/promise.hpp"
#include "base/text.hpp"
#include "capabilities/places/address_list.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace wijktafel;
  const std::string_view csv(reinterpret_cast<const char*>(data), size);
  const auto read = places::read_address_list({{"A", "A"}, {"plas", "B"}}, csv);
  if (!read) {
    // CR, LF and CRLF end a line.
    const auto lines =
        static_cast<std::size_t>(1 + std::ranges::count(csv, '\n') + std::ranges::count(csv, '\r'));
    promise(!read.error().empty());
    for (const auto& fault : read.error())
      promise(fault.where <= lines && fault.word_key.starts_with("places.fault."));
    return 0;
  }
  promise(!read->empty());
  std::set<std::pair<std::string, std::int64_t>> seen;
  for (const auto& address : *read) {
    promise(address.postcode.size() == 6 && address.house_number > 0);
    promise(address.area == "A" || address.area == "B");
    promise(is_utf8(address.street));
    promise(seen.emplace(address.postcode, address.house_number).second);
  }
  return 0;
}
