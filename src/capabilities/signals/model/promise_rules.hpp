// Rules by which a promise is seen, written so that an administrator can read and add them:
//   "nemen|neemt ..5 mee"     "nemen" or "neemt", at most five words, then "mee"
//   "er komt ..2"             two words more are looked at for "geen" or "niet"
// Words are lower case; what is between bars are alternatives. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wijktafel::signals {

inline constexpr std::size_t promise_rule_most = 200;  // characters

struct PromiseStep {
  std::vector<std::string> any_of;
  std::size_t gap = 0;  // how many other words may stand before it
};
struct PromiseRule {
  std::vector<PromiseStep> steps;
  std::size_t look_ahead = 0;  // among how many words behind the match a denial is sought too
};

// Nothing when it is not written as above.
std::optional<PromiseRule> parse_promise_rule(std::string_view text);
// The same rule always as the same text: lower case, one space.
std::string tidy_promise_rule(std::string_view text);
// What the program begins with.
const std::vector<std::string>& default_promise_rules();

}  // namespace wijktafel::signals
