// Distinct types for numbers that must not be mixed up: enum class SignalId : std::int64_t {}.
#pragma once

#include <concepts>
#include <cstdint>
#include <type_traits>

namespace wijktafel {

template <class T>
concept IdType = std::is_enum_v<T> && std::same_as<std::underlying_type_t<T>, std::int64_t>;

template <IdType T>
constexpr std::int64_t raw(T id) {
  return static_cast<std::int64_t>(id);
}

}  // namespace wijktafel
