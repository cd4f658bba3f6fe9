#include "base/signature.hpp"

#include <gtest/gtest.h>

namespace wijktafel {
namespace {

// RFC 8032, section 7.1, test 2.
TEST(Signature, IsThatOfTheStandard) {
  const auto key = SigningKey::from_hex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb\n");
  ASSERT_TRUE(key);
  EXPECT_EQ(key->public_key(), "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
  EXPECT_EQ(key->sign("\x72"),
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
            "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
}

TEST(Signature, HoldsForItsOwnTextAndKeyOnly) {
  const auto key = SigningKey::make();
  const auto signature = key.sign("hoofd 1");
  EXPECT_TRUE(is_signed_by(key.public_key(), "hoofd 1", signature));
  EXPECT_FALSE(is_signed_by(key.public_key(), "hoofd 2", signature));
  EXPECT_FALSE(is_signed_by(SigningKey::make().public_key(), "hoofd 1", signature));
  EXPECT_FALSE(is_signed_by(key.public_key(), "hoofd 1", signature.substr(2)));
  EXPECT_FALSE(is_signed_by("", "hoofd 1", signature));
}

TEST(Signature, TakesNoKeyThatIsNone) {
  for (const auto* text :
       {"", "4ccd", "zz", "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb00"})
    EXPECT_FALSE(SigningKey::from_hex(text)) << text;
}

}  // namespace
}  // namespace wijktafel
