// Any bytes as a file of words: refused with file and fault, or every text in it can be filled in.
#include <cstddef>
#include <cstdint>

#include "base/fuzz/promise.hpp"
#include "base/result.hpp"
#include "platform/i18n/words.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace wijktafel;
  try {
    const auto words = i18n::Words::from({{"nl", {reinterpret_cast<const char*>(data), size}}});
    for (const auto& key : words.keys(i18n::Language::nl)) {
      i18n::Arguments arguments;
      for (const auto& name : words.placeholders(i18n::Language::nl, key))
        arguments.emplace_back(name, std::int64_t{2});
      promise(words.has(i18n::Language::nl, key));
      (void)words.text(i18n::Language::nl, key, arguments);
    }
  } catch (const Failure& failure) {
    promise(*failure.what() != '\0');
  }
  return 0;
}
