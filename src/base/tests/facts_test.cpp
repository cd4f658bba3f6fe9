#include "base/facts.hpp"

#include <gtest/gtest.h>

#include "base/digest.hpp"

using namespace wijktafel;

TEST(Facts, EqualFactsHaveEqualBytes) {
  EXPECT_EQ(canonical({{"b", std::int64_t{2}}, {"a", std::string("x\"\n")}, {"c", true}}),
            "{\"a\":\"x\\\"\\u000a\",\"b\":2,\"c\":true}");
  EXPECT_EQ(canonical({}), "{}");
}

TEST(Digest, KnownAnswers) {
  // FIPS 180-4 "abc", RFC 4231 test case 2
  EXPECT_EQ(hex(sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(hex(hmac_sha256("Jefe", "what do ya want for nothing?")),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  EXPECT_EQ(random_token().size(), 22u);
  EXPECT_NE(random_token(), random_token());
}
