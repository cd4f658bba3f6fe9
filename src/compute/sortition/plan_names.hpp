// Names of methods and states of a plan, as files, options and JSON have them.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "compute/sortition/plan.hpp"

namespace wijktafel::sortition {

inline constexpr std::array<std::string_view, 5> method_names = {"leximin", "maximin", "nash", "goldilocks",
                                                                 "stratified"};
inline constexpr std::array<std::string_view, 3> status_names = {"optimal", "stopped", "infeasible"};

constexpr std::string_view name_of(Method method) { return method_names[static_cast<std::size_t>(method)]; }
constexpr std::string_view name_of(PlanStatus status) {
  return status_names[static_cast<std::size_t>(status)];
}

constexpr std::optional<Method> method_named(std::string_view name) {
  for (std::size_t i = 0; i < method_names.size(); ++i)
    if (method_names[i] == name) return static_cast<Method>(i);
  return std::nullopt;
}

constexpr std::optional<PlanStatus> status_named(std::string_view name) {
  for (std::size_t i = 0; i < status_names.size(); ++i)
    if (status_names[i] == name) return static_cast<PlanStatus>(i);
  return std::nullopt;
}

}  // namespace wijktafel::sortition
