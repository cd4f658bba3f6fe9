#include "capabilities/places/model.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wijktafel::places {
namespace {

using testing::ElementsAre;
using testing::Pair;

TEST(Codes, SayTheirLevel) {
  EXPECT_EQ(level_of_code("GM1621"), Level::municipality);
  EXPECT_EQ(level_of_code("WK162121"), Level::district);
  EXPECT_EQ(level_of_code("WK1621Z1"), Level::district);
  EXPECT_EQ(level_of_code("BU16212131"), Level::neighbourhood);
  for (const auto* wrong :
       {"", "GM162", "GM16211", "gm1621", "WK1621", "BU1621213", "BU1621213a", "BU 1621213", "XX1621"})
    EXPECT_FALSE(level_of_code(wrong)) << wrong;
}

TEST(Codes, SayWhatTheyLieIn) {
  EXPECT_EQ(district_of_code("BU16212131"), "WK162121");
  EXPECT_EQ(municipality_of_code("BU16212131"), "GM1621");
}

TEST(Codes, OfOnesOwnNeverLookLikeThoseOfCbs) {
  EXPECT_TRUE(is_own_code("dorp-noord"));
  EXPECT_TRUE(is_own_code("BUITENGEBIED"));
  EXPECT_FALSE(is_own_code("BU1621"));
  EXPECT_FALSE(is_own_code(""));
  EXPECT_FALSE(is_own_code("dorp noord"));
  EXPECT_FALSE(is_own_code(std::string(41, 'a')));
}

TEST(Names, ADistrictIsShownWithoutItsNumber) {
  EXPECT_EQ(shown_name(Level::district, "Wijk 21 Berkel"), "Berkel");
  EXPECT_EQ(shown_name(Level::district, "Wijk 05 De Wadden"), "De Wadden");
  EXPECT_EQ(shown_name(Level::district, "Wijk 11"), "Wijk 11");
  EXPECT_EQ(shown_name(Level::district, "Wijk aan Zee"), "Wijk aan Zee");
  EXPECT_EQ(shown_name(Level::district, "Zuid"), "Zuid");
  EXPECT_EQ(shown_name(Level::neighbourhood, "Wijk 21 Berkel"), "Wijk 21 Berkel");
}

SlugWish neighbourhood(const std::string& key, const std::string& name, const std::string& place) {
  return {key, Level::neighbourhood, name, place};
}

TEST(Slugs, NamesakesGetTheirDistrictBehindTheirName) {
  const auto slugs = slugs_for({neighbourhood("BU00010101", "Oranjebuurt", "Berkel"),
                                neighbourhood("BU00010201", "Oranjebuurt", "Bleiswijk"),
                                neighbourhood("BU00010102", "Bomen- en Struikenbuurt", "Berkel")},
                               {}, {});
  EXPECT_THAT(slugs, ElementsAre(Pair("BU00010101", "oranjebuurt-berkel"),
                                 Pair("BU00010102", "bomen-en-struikenbuurt"),
                                 Pair("BU00010201", "oranjebuurt-bleiswijk")));
}

TEST(Slugs, ADistrictGivesWayToItsNeighbourhood) {
  const auto slugs = slugs_for({{"WK000101", Level::district, "Noordeinde", "Stad"},
                                neighbourhood("BU00010101", "Noordeinde", "Noordeinde"),
                                {"WK000102", Level::district, "Zuid", "Stad"}},
                               {}, {});
  EXPECT_EQ(slugs.at("BU00010101"), "noordeinde");
  EXPECT_EQ(slugs.at("WK000101"), "wijk-noordeinde");
  EXPECT_EQ(slugs.at("WK000102"), "zuid");
}

TEST(Slugs, WordsOfPagesAreNeverASlug) {
  const auto slugs = slugs_for({neighbourhood("BU00010101", "Signalen", "Zuid"),
                                neighbourhood("BU00010102", "2741", "Zuid"),
                                {"WK000101", Level::district, "Tafel", "Stad"}},
                               {}, {});
  EXPECT_EQ(slugs.at("BU00010101"), "signalen-zuid");
  EXPECT_EQ(slugs.at("BU00010102"), "2741-zuid");
  EXPECT_EQ(slugs.at("WK000101"), "wijk-tafel");
}

TEST(Slugs, TheKeyHelpsWhereNothingElseDoes) {
  const auto slugs =
      slugs_for({neighbourhood("BU00010101", "Haven", "Zuid"), neighbourhood("BU00010102", "Haven", "Zuid"),
                 neighbourhood("BU00010103", "---", "")},
                {}, {});
  EXPECT_EQ(slugs.at("BU00010101"), "haven-zuid");
  EXPECT_EQ(slugs.at("BU00010102"), "haven-zuid-bu00010102");
  EXPECT_EQ(slugs.at("BU00010103"), "bu00010103");
}

TEST(Slugs, AnAreaKeepsItsSlugWhenANamesakeComes) {
  const auto slugs =
      slugs_for({neighbourhood("BU00010101", "Haven", "Zuid"), neighbourhood("BU00010201", "Haven", "Noord")},
                {{"BU00010101", {"Haven", "haven"}}}, {});
  EXPECT_EQ(slugs.at("BU00010101"), "haven");
  EXPECT_EQ(slugs.at("BU00010201"), "haven-noord");
}

TEST(Slugs, AFormerSlugGoesToNobodyElse) {
  const std::map<std::string, KnownSlug> known = {{"BU00010101", {"Nieuwe Haven", "nieuwe-haven"}}};
  const std::map<std::string, std::string> former = {{"haven", "BU00010101"}};
  const auto slugs = slugs_for({neighbourhood("BU00010102", "Haven", "Zuid")}, known, former);
  EXPECT_EQ(slugs.at("BU00010102"), "haven-zuid");
  // The area itself may have it back.
  EXPECT_EQ(slugs_for({neighbourhood("BU00010101", "Haven", "Zuid")}, known, former).at("BU00010101"),
            "haven");
}

TEST(Addresses, AreReadAsPeopleTypeThem) {
  for (const auto& [postcode, house_number] :
       std::vector<std::pair<std::string, std::string>>{{"2651AB", "12"},
                                                        {"2651 ab", "12 a"},
                                                        {"2651ab 12 a", ""},
                                                        {"2651AB12A", ""},
                                                        {" 2651 AB ", "nr. 12-bis"}}) {
    const auto address = read_address(postcode, house_number);
    ASSERT_TRUE(address) << postcode;
    EXPECT_EQ(address->postcode, "2651AB");
    EXPECT_EQ(address->house_number, 12);
  }
}

TEST(Addresses, WithoutAHouseNumberAreStillAPostcode) {
  const auto address = read_address("2651AB", "a");
  ASSERT_TRUE(address);
  EXPECT_FALSE(address->house_number);
}

TEST(Addresses, WhatIsNoPostcodeIsSaidToBe) {
  for (const auto* wrong : {"", "2651", "AB2651", "0651AB", "26511AB", "Berkel", "2651A1", "💥"})
    EXPECT_FALSE(read_address(wrong, "12")) << wrong;
}

TEST(Settings, FitTheirType) {
  const web::Setting days{"signals.answer_days", web::Setting::Type::whole_number, "5"};
  EXPECT_TRUE(fits(days, "10"));
  EXPECT_TRUE(fits(days, "-1"));
  for (const auto* wrong : {"", "tien", "10 dagen", "1.5", " 10"}) EXPECT_FALSE(fits(days, wrong)) << wrong;
  const web::Setting open{"signals.anonymous", web::Setting::Type::yes_no, "yes"};
  EXPECT_TRUE(fits(open, "no"));
  EXPECT_FALSE(fits(open, "true"));
  const web::Setting name{"tables.name", web::Setting::Type::text, ""};
  EXPECT_TRUE(fits(name, "Wijktafel"));
  EXPECT_FALSE(fits(name, "\xFF"));
}

}  // namespace
}  // namespace wijktafel::places
