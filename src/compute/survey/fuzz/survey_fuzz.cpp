// Any bytes as the two files of a survey (respondents, a NUL, targets): refused with faults that have a place
// and a reason, or weights that meet the totals, or what stands in their way.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/fuzz/promise.hpp"
#include "base/text.hpp"
#include "compute/survey/rake.hpp"
#include "compute/survey/respondents.hpp"

namespace {

using namespace wijktafel;

void check(const std::vector<InputFault>& faults, std::string_view text) {
  promise(!faults.empty());
  // CR, LF and CRLF end a line.
  const auto lines = 1 + std::ranges::count(text, '\n') + std::ranges::count(text, '\r');
  for (const auto& fault : faults) {
    promise(!fault.reason.empty());
    promise(fault.line <= static_cast<std::size_t>(lines));
    for (const auto& fact : fault.facts) promise(is_utf8(fact));
  }
}

void check(const survey::Sample& sample, const survey::Limits& limits) {
  const auto raked = survey::rake(sample, limits);
  if (!raked) {
    promise(!raked.error().empty());
    return;
  }
  promise(raked->weights.size() == sample.base.size());
  for (const double weight : raked->weights) promise(std::isfinite(weight) && weight >= 0);
  promise(raked->deviation <= survey::close_enough || limits.max_weight.has_value());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view both(reinterpret_cast<const char*>(data), size);
  const auto end = std::min(both.find('\0'), both.size());
  const auto people = both.substr(0, end);
  const auto totals = end == both.size() ? std::string_view() : both.substr(end + 1);
  const auto respondents = survey::Respondents::read(people);
  auto margins = survey::read_targets(totals);
  if (!respondents) check(respondents.error(), people);
  if (!margins) check(margins.error(), totals);
  if (!respondents || !margins) return 0;
  const std::vector<std::string> cells(respondents->size(), "1");
  promise(survey::Respondents::read(respondents->with_column("\"w;", cells)).has_value());
  survey::shares_to_counts(*margins, 1000);
  const auto margins_of = survey::coded(*respondents, *margins);
  if (!margins_of) {
    check(margins_of.error(), people);
    return 0;
  }
  survey::Sample sample{.base = std::vector<double>(respondents->size(), 1.0), .margins = *margins_of};
  if (const auto base = survey::positive_numbers(*respondents, "base")) sample.base = *base;
  check(sample, {});
  check(sample, {.max_weight = 2});
  check(sample, {.bounds = survey::Bounds{0.5, 3}});
  return 0;
}
