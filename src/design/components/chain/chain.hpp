// The picture of the product: what happened to something, step by step, by whom, and what is missing.
// The step with `last` is drawn closed: the chain has an end. Without it the chain goes on.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "design/components/status_badge/status_badge.hpp"
#include "design/link.hpp"

namespace wijktafel::design {

struct ChainStep {
  std::string when;                                // "29 januari"
  std::optional<std::string> lead = std::nullopt;  // in bold: "Besloten:"
  std::string text = {};                           // "door de gemeente, vóór 15 februari"
  std::optional<Link> link = std::nullopt;         // to the item this step belongs to
  std::optional<StatusBadge> badge = std::nullopt;
  std::optional<std::string> quote = std::nullopt;  // what somebody wrote, between quotation marks
  std::vector<std::string> gaps = {};               // sentences: what is missing here
  bool last = false;
};
BOOST_DESCRIBE_STRUCT(ChainStep, (), (when, lead, text, link, badge, quote, gaps, last))

struct Chain {
  static constexpr std::string_view component = "design/chain";
  std::vector<ChainStep> steps;
};
BOOST_DESCRIBE_STRUCT(Chain, (), (steps))

}  // namespace wijktafel::design
