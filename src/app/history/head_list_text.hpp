// How one list of heads is written and read; head_lists.hpp shows the form.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/signature.hpp"
#include "base/time.hpp"

namespace wijktafel::app {

struct ListedHead {
  std::int64_t item = 0;
  std::int64_t sequence = 0;
  std::string hash;
};

struct HeadList {
  Instant at;
  std::string previous;
  std::string key;
  std::vector<ListedHead> heads;
  std::string signature;
};

std::string signed_text(const HeadList& list, const SigningKey& key);
// Nothing for a text of another form; the signature is the caller's to check.
std::optional<HeadList> read_head_list(std::string_view text);
// What the signature is over: everything before its line.
std::string_view signed_part(std::string_view text);
// 12 for 000012-....heads
std::optional<std::size_t> number_of(const std::filesystem::path& file);

}  // namespace wijktafel::app
