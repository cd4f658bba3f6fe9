// Values that go into and come out of a statement. One mapping for both databases:
//   INTEGER/BIGINT int64 · TEXT UTF-8 · REAL/DOUBLE double · BLOB/BYTEA Bytes · NULL nullopt
// Instants are stored as milliseconds (BIGINT), dates as text yyyy-mm-dd, yes/no as 0 or 1, money as cents.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <typeinfo>
#include <utility>
#include <variant>
#include <vector>

#include "base/digest.hpp"
#include "base/ids.hpp"
#include "base/time.hpp"

namespace wijktafel::db {

using Value = std::variant<std::monostate, std::int64_t, double, std::string, Bytes>;

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

template <class T>
Value to_value(const T& value) {
  if constexpr (is_optional<T>) {
    return value ? to_value(*value) : Value{};
  } else if constexpr (std::is_same_v<T, Instant>) {
    return to_millis(value);
  } else if constexpr (std::is_same_v<T, Date>) {
    return iso_date(value);
  } else if constexpr (std::is_same_v<T, bool>) {
    return std::int64_t{value ? 1 : 0};
  } else if constexpr (std::is_enum_v<T>) {
    return static_cast<std::int64_t>(value);
  } else if constexpr (std::is_integral_v<T>) {
    return static_cast<std::int64_t>(value);
  } else if constexpr (std::is_floating_point_v<T>) {
    return static_cast<double>(value);
  } else if constexpr (std::is_convertible_v<T, std::string_view>) {
    return std::string(std::string_view(value));
  } else if constexpr (std::is_same_v<T, std::nullopt_t>) {
    return Value{};
  } else {
    return Value(value);
  }
}

// Throws Failure when a column does not hold a T: a mistake in our SQL, found by the store tests.
[[noreturn]] void wrong_column(std::size_t column, const char* wanted);

class Row {
 public:
  explicit Row(std::vector<Value> values) : values_(std::move(values)) {}
  std::size_t size() const { return values_.size(); }

  template <class T>
  T get(std::size_t column) const {
    if constexpr (is_optional<T>) {
      if (std::holds_alternative<std::monostate>(values_.at(column))) return std::nullopt;
      return get<typename T::value_type>(column);
    } else if constexpr (std::is_same_v<T, Instant>) {
      return from_millis(hold<std::int64_t>(column));
    } else if constexpr (std::is_same_v<T, Date>) {
      const auto date = parse_date(hold<std::string>(column));
      if (!date) wrong_column(column, "date");
      return *date;
    } else if constexpr (std::is_same_v<T, bool>) {
      return hold<std::int64_t>(column) != 0;
    } else if constexpr (std::is_enum_v<T>) {
      return static_cast<T>(get<std::underlying_type_t<T>>(column));
    } else if constexpr (std::is_integral_v<T>) {
      // A number that does not fit is a mistake too; it is never cut.
      const auto number = hold<std::int64_t>(column);
      if (!std::in_range<T>(number)) wrong_column(column, typeid(T).name());
      return static_cast<T>(number);
    } else if constexpr (std::is_floating_point_v<T>) {
      const auto* whole = std::get_if<std::int64_t>(&values_.at(column));
      return whole ? static_cast<T>(*whole) : static_cast<T>(hold<double>(column));
    } else {
      return hold<T>(column);
    }
  }

  // auto [id, title] = row.as<ItemId, std::string>();
  template <class... Ts>
  std::tuple<Ts...> as() const {
    return [this]<std::size_t... columns>(std::index_sequence<columns...>) {
      return std::tuple<Ts...>{get<Ts>(columns)...};
    }(std::index_sequence_for<Ts...>{});
  }

 private:
  template <class T>
  const T& hold(std::size_t column) const {
    const auto* value = std::get_if<T>(&values_.at(column));
    if (!value) wrong_column(column, typeid(T).name());
    return *value;
  }
  std::vector<Value> values_;
};

using Rows = std::vector<Row>;

}  // namespace wijktafel::db
