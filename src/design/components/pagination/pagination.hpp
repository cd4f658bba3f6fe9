// Newer and older, for lists that are read by key and not by page number.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace wijktafel::design {

struct Pagination {
  static constexpr std::string_view component = "design/pagination";
  std::optional<std::string> newer_url = std::nullopt;
  std::optional<std::string> older_url = std::nullopt;
};
BOOST_DESCRIBE_STRUCT(Pagination, (), (newer_url, older_url))

}  // namespace wijktafel::design
