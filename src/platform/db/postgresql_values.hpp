// How values travel to and from PostgreSQL.
#pragma once

#include <string>
#include <vector>

#include "platform/db/value.hpp"

namespace wijktafel::db::postgresql {

// The types of columns and parameters that we tell apart (pg_type.oid, fixed for ever).
enum Oid : unsigned int {
  unknown = 0,
  boolean = 16,
  bytea = 17,
  int8 = 20,
  int2 = 21,
  int4 = 23,
  text = 25,
  oid = 26,
  float4 = 700,
  float8 = 701,
  numeric = 1700,
  no_value = 2278,
};

// Numbers are declared as 64 bits wide: left to itself the server reads "$1 - 3600000" as 32 bits. A NULL
// stays open.
unsigned int type_of(const Value& value);

// Parameters in the shape that libpq wants. Holds the numbers' texts; the values must outlive it.
class Parameters {
 public:
  explicit Parameters(const std::vector<Value>& values);
  Parameters(const Parameters&) = delete;
  int count() const { return static_cast<int>(types_.size()); }
  const unsigned int* types() const { return types_.data(); }
  const char* const* values() const { return values_.data(); }
  const int* lengths() const { return lengths_.data(); }
  const int* formats() const { return formats_.data(); }

 private:
  std::vector<std::string> numbers_;
  std::vector<unsigned int> types_;
  std::vector<const char*> values_;
  std::vector<int> lengths_;
  std::vector<int> formats_;  // 0 text, 1 binary: texts and bytes go as they are, with their length
};

// A column in text format. Whole `numeric` values (a SUM of BIGINT) are whole numbers here too.
Value decoded(unsigned int type, std::string_view text);

// One line of COPY ... FROM STDIN.
void append_copy_line(std::string& out, const std::vector<Value>& row);

}  // namespace wijktafel::db::postgresql
