#include "compute/opinion/faulty_rows.hpp"

#include <algorithm>
#include <utility>

namespace wijktafel::opinion {
namespace {
constexpr std::size_t most_faults = 1000;
}

bool FaultyRows::next() {
  while (rows_.next()) {
    if (rows_.quoting() == DelimitedReader::Quoting::unclosed) fault(0, "unclosed_quote");
    if (rows_.quoting() == DelimitedReader::Quoting::text_after_quote) fault(0, "text_after_quote");
    if (!rows_.is_blank()) return true;
  }
  return false;
}

void FaultyRows::fault(std::size_t cell, std::string_view reason, std::vector<std::string> facts) {
  if (faults_.size() >= most_faults) return;
  const auto position = rows_.position(std::min(cell, rows_.cells().size() - 1));
  faults_.push_back({position.line, position.column, reason, std::move(facts)});
}

}  // namespace wijktafel::opinion
