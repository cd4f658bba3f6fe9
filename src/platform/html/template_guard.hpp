// The guard that a template and its view know the same names. In a capability's test:
//   EXPECT_EQ(html::faults_of<SignalPageView>(templates, "signals/signal_page"), "");
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "platform/html/shape.hpp"
#include "platform/html/templates.hpp"

namespace wijktafel::html {

// One fault per line, empty when there is none. Included components are checked with their own members.
std::string faults_of(const Templates& templates, std::string_view name, const std::vector<Member>& members);

// For a text template `name` ends in ".txt".
template <Described View>
std::string faults_of(const Templates& templates, std::string_view name) {
  return faults_of(templates, name, members_of<View>());
}

}  // namespace wijktafel::html
