// Two tables of a spreadsheet, with a line "--" between them and the type of ballot as first byte: refused
// with faults, or a Pabulib file that reads without faults.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/fuzz/promise.hpp"
#include "compute/budgeting/csv_conversion.hpp"
#include "compute/budgeting/pabulib.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace wijktafel;
  using namespace wijktafel::budgeting;
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto middle = text.find("\n--\n");
  CsvElection tables;
  tables.plans = text.substr(0, middle);
  if (middle != std::string_view::npos) tables.votes = text.substr(middle + 4);
  tables.budget = "100";
  tables.type = static_cast<BallotType>(data[0] % 5);
  const auto made = pabulib_from_csv(tables);
  if (made) {
    promise(read_pabulib(*made).has_value());
    return 0;
  }
  const auto& faults = made.error();
  promise(!faults.plans.empty() || !faults.votes.empty() || !faults.result.empty());
  return 0;
}
