// Any bytes as the section "goals" of an exchange file: the reader refuses with a Failure that names the
// record, or gives values. What a step does with them afterwards needs a database and has tests.
#include <boost/json.hpp>
#include <cstddef>
#include <cstdint>

#include "base/fuzz/promise.hpp"
#include "base/result.hpp"
#include "capabilities/goals/exchange_record.hpp"

namespace {

using namespace wijktafel;

template <class Ask>
void ask(Ask&& question) {
  try {
    question();
  } catch (const Failure& failure) {
    promise(*failure.what() != '\0');
  }
}

// Members of a record, each asked as every kind of value.
constexpr const char* members[] = {"key",  "area",      "at",    "begins_at", "title", "agenda",
                                   "held", "decisions", "votes", "quorum",    "steps"};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  boost::system::error_code error;
  const auto section = boost::json::parse({reinterpret_cast<const char*>(data), size}, error);
  if (error) return 0;
  ask([&] {
    for (const auto& record : goals::records_of(section))
      for (const auto* member : members) {
        ask([&] { (void)record.needed(member); });
        ask([&] { (void)record.number(member); });
        ask([&] { (void)record.flag(member); });
        ask([&] { (void)record.date(member); });
        ask([&] { (void)record.instant(member); });
        ask([&] { (void)record.texts(member); });
        ask([&] { (void)record.records(member); });
        ask([&] { (void)record.record(member); });
      }
  });
  return 0;
}
