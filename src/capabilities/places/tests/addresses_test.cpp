#include <gmock/gmock.h>

#include "capabilities/places/actions/import_addresses.hpp"
#include "capabilities/places/reads/find_by_address.hpp"
#include "capabilities/places/tests/places_support.hpp"
#include "platform/db/testing_fixture.hpp"

namespace wijktafel::places {
namespace {

using testing::ElementsAre;

constexpr std::string_view list =
    "postcode;huisnummer;straat;gebied\n"
    "2651AB;12;Oranjelaan;BU16212131\n"
    "2651AB;12A;Oranjelaan;BU16212131\n"
    "2651AB;14;Oranjelaan;oranjebuurt-berkel\n"
    "2651CD;1;\"Park; laan\";BU16212121\n"
    "2651CD;2;Parklaan;BU16212131\n";

class AddressesTest : public db::testing::OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (!IsSkipped()) database_ = with_lansingerland(GetParam());
  }
  std::vector<std::string> faults(std::string_view csv) {
    std::vector<std::string> found;
    const auto imported = database_->write([&](db::Transaction& tx) { return import_addresses(tx, csv); });
    if (!imported)
      for (const auto& fault : imported.error())
        found.push_back(std::to_string(fault.where) + " " + fault.word_key);
    return found;
  }
  Result<Area, AddressRefusal> find(std::string_view postcode, std::string_view house_number) {
    return database_->read([&](db::Transaction& tx) { return find_by_address(tx, postcode, house_number); });
  }

  std::unique_ptr<db::Database> database_;
};
WIJKTAFEL_ON_BOTH_ENGINES(AddressesTest);

TEST_P(AddressesTest, LeadToTheirNeighbourhood) {
  ASSERT_THAT(faults(list), ElementsAre());
  EXPECT_EQ(find("2651AB", "12")->key, "BU16212131");
  EXPECT_EQ(find("2651ab 12 a", "")->key, "BU16212131");
  EXPECT_EQ(find("2651CD", "1")->key, "BU16212121");
  EXPECT_EQ(find("2651CD", "2")->key, "BU16212131");
}

TEST_P(AddressesTest, AHouseNumberIsNotNeededWhereThePostcodeLiesInOneArea) {
  ASSERT_THAT(faults(list), ElementsAre());
  EXPECT_EQ(find("2651AB", "")->key, "BU16212131");
  EXPECT_EQ(find("2651AB", "999")->key, "BU16212131");
  EXPECT_TRUE(std::holds_alternative<HouseNumberNeeded>(find("2651CD", "").error()));
  EXPECT_TRUE(std::holds_alternative<UnknownAddress>(find("2651CD", "999").error()));
}

TEST_P(AddressesTest, WhatIsUnknownIsSaidToBe) {
  ASSERT_THAT(faults(list), ElementsAre());
  EXPECT_TRUE(std::holds_alternative<UnknownAddress>(find("1012AB", "1").error()));
  EXPECT_TRUE(std::holds_alternative<NotAPostcode>(find("Oranjelaan", "1").error()));
}

TEST_P(AddressesTest, ANewListReplacesTheOldOne) {
  ASSERT_THAT(faults(list), ElementsAre());
  // Columns in another order, without the street, from a program that writes a byte order mark.
  ASSERT_THAT(faults("\xEF\xBB\xBFGebied;Postcode;Huisnummer\r\nBU16212121;\"2651 EF\";7\r\n"),
              ElementsAre());
  EXPECT_EQ(find("2651EF", "7")->key, "BU16212121");
  EXPECT_TRUE(std::holds_alternative<UnknownAddress>(find("2651AB", "12").error()));
}

TEST_P(AddressesTest, EveryFaultIsNamedWithItsLineAndTheOldListStays) {
  ASSERT_THAT(faults(list), ElementsAre());
  EXPECT_THAT(faults("postcode;huisnummer;straat;gebied\n"
                     "2651GH;1;Laan;BU16212131\n"
                     "26511AB;1;Laan;BU16212131\n"
                     "2651GH;geen;Laan;nergens\n"
                     "2651GH;2;Laan\n"
                     "\n"
                     "2651GH;1;Laan;BU16212121\n"
                     "2651AB 12;3;Laan;BU16212121\n"),
              ElementsAre("3 places.fault.postcode", "4 places.fault.house_number", "4 places.fault.area",
                          "5 places.fault.columns", "7 places.fault.two_areas", "8 places.fault.postcode"));
  EXPECT_EQ(find("2651AB", "12")->key, "BU16212131");
}

TEST_P(AddressesTest, ACellBetweenQuotesMayHoldALineEnd) {
  EXPECT_THAT(faults("postcode;huisnummer;straat;gebied\n"
                     "2651AB;12;\"Oranje\nlaan\";BU16212131\n"
                     "2651AB;geen;Oranjelaan;BU16212131\n"
                     "2651AB;13;\"Oranjelaan;BU16212131\n"),
              ElementsAre("4 places.fault.house_number", "5 places.fault.quotes"));
}

TEST_P(AddressesTest, AFileThatIsNoListIsRefused) {
  EXPECT_THAT(faults(""), ElementsAre("1 places.fault.header"));
  EXPECT_THAT(faults("straat;nummer\nLaan;1\n"), ElementsAre("1 places.fault.header"));
  EXPECT_THAT(faults("postcode;huisnummer;straat;gebied\n"), ElementsAre("0 places.fault.no_addresses"));
  EXPECT_THAT(faults("postcode;huisnummer;straat;gebied\n\xFF"), ElementsAre("0 places.fault.not_utf8"));
}

}  // namespace
}  // namespace wijktafel::places
