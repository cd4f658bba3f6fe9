#include "platform/web/network.hpp"

#include <gtest/gtest.h>

namespace wijktafel::web {
namespace {

TEST(Networks, AreTheFirstBitsOfAnAddress) {
  EXPECT_EQ(network_of("203.0.113.77"), "203.0.113.0/24");
  EXPECT_EQ(network_of("::ffff:203.0.113.77"), "203.0.113.0/24");
  EXPECT_EQ(network_of("2001:db8:1234:5678::1"), "2001:db8:1234::/48");
  EXPECT_EQ(network_of("2001:db8::1"), "2001:db8:0::/48");
  EXPECT_EQ(network_of("2001:0DB8:1234::1"), "2001:db8:1234::/48");
  EXPECT_EQ(network_of("::1"), "0:0:0::/48");
}

TEST(Networks, OfNonsenseAreNone) {
  for (const std::string_view peer :
       {"", "203.0.113", "203.0.113.999", "unix", "20 01::1", "zzzz::1", "12345::1"})
    EXPECT_EQ(network_of(peer), "") << peer;
}

}  // namespace
}  // namespace wijktafel::web
