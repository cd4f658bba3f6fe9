// What the fuzz programs began with and what they ever found, given to the same functions again: a find stays
// a test. The functions promise by abort(), so that a broken one ends this program.
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <string>
#include <vector>

#define FUZZ_TARGET(name, folder) extern "C" int fuzz_##name(const std::uint8_t*, std::size_t);
#include "fuzz_targets.inc"
#undef FUZZ_TARGET

namespace wijktafel {
namespace {

struct Target {
  std::string name;
  std::filesystem::path folder;
  int (*give)(const std::uint8_t*, std::size_t);
};

std::vector<Target> targets() {
  return {
#define FUZZ_TARGET(name, folder) {#name, folder, fuzz_##name},
#include "fuzz_targets.inc"
#undef FUZZ_TARGET
  };
}

std::vector<std::filesystem::path> inputs_of(const Target& target) {
  std::vector<std::filesystem::path> inputs;
  for (const auto* room : {"seeds", "finds"}) {
    const auto folder = target.folder / room / target.name;
    if (!std::filesystem::exists(folder)) continue;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) inputs.push_back(entry.path());
  }
  return inputs;
}

TEST(FuzzTargets, HaveSeedsAndKeepTheirPromisesOnEveryFind) {
  ASSERT_GE(targets().size(), 13U);
  for (const auto& target : targets()) {
    const auto inputs = inputs_of(target);
    EXPECT_FALSE(inputs.empty()) << target.folder << " has no seeds/" << target.name;
    for (const auto& path : inputs) {
      std::ifstream file(path, std::ios::binary);
      const std::string bytes{std::istreambuf_iterator<char>(file), {}};
      SCOPED_TRACE(path.string());
      EXPECT_EQ(target.give(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()), 0);
    }
  }
}

TEST(FuzzTargets, TakeNothingAtAllToo) {
  for (const auto& target : targets()) EXPECT_EQ(target.give(nullptr, 0), 0) << target.name;
}

}  // namespace
}  // namespace wijktafel
