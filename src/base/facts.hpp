// Facts: a small flat record (names to numbers, texts or yes/no) with one canonical JSON form, so that equal
// facts have equal bytes and can be hashed. Names are sorted; no white space; strings escape only what JSON
// demands.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>

namespace wijktafel {

using Fact = std::variant<std::int64_t, bool, std::string>;
using Facts = std::map<std::string, Fact, std::less<>>;

std::string canonical(const Facts& facts);

// The text of a fact, empty when absent; numbers are written out.
std::string fact_text(const Facts& facts, std::string_view name);
std::int64_t fact_number(const Facts& facts, std::string_view name, std::int64_t otherwise = 0);

}  // namespace wijktafel
