#include "capabilities/organisations/model.hpp"

#include <gtest/gtest.h>

namespace wijktafel::organisations {
namespace {

TEST(OrganisationKinds, AreThoseOfTheListOnly) {
  EXPECT_TRUE(is_kind("housing_corporation"));
  EXPECT_FALSE(is_kind("party"));
  EXPECT_FALSE(is_kind(""));
}

TEST(OrganisationKeys, AreWhatMayStandInAnAddress) {
  EXPECT_TRUE(is_key("woonstichting-de-linde"));
  EXPECT_FALSE(is_key("Woonstichting"));
  EXPECT_FALSE(is_key("de linde"));
  EXPECT_FALSE(is_key("../beheer"));
  EXPECT_FALSE(is_key(""));
}

TEST(OrganisationNames, AreTheSameWhateverTheirCapitalsAndSpaces) {
  EXPECT_TRUE(is_same_name("Politie Noord", " politie   NOORD "));
  EXPECT_FALSE(is_same_name("Politie Noord", "Politie Noord-West"));
}

TEST(OrganisationKeys, AreMadeOfTheNameAndStayApart) {
  EXPECT_EQ(free_key("Bewonersgroep 't Pleintje", {}), "bewonersgroep-t-pleintje");
  EXPECT_EQ(free_key("Politie", {"politie"}), "politie-2");
  EXPECT_EQ(free_key("Politie", {"politie", "politie-2"}), "politie-3");
}

TEST(OrganisationKeys, ExistForANameInAnotherScript) { EXPECT_TRUE(is_key(free_key("Добро", {}))); }

}  // namespace
}  // namespace wijktafel::organisations
