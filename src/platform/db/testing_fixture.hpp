// The usual shape of a test that must hold on both databases:
//
//   using StoreTest = db::testing::OnBothEngines;
//   WIJKTAFEL_ON_BOTH_ENGINES(StoreTest);
//   TEST_P(StoreTest, FindsWhatWasKept) { auto database = fresh(); ... }
//
// Includes GoogleTest: for *_test.cpp only.
#pragma once

#include <gtest/gtest.h>
#include <memory>
#include <vector>

#include "platform/db/testing.hpp"

namespace wijktafel::db::testing {

class OnBothEngines : public ::testing::TestWithParam<Engine> {
 protected:
  void SetUp() override {
    if (!available(GetParam()))
      GTEST_SKIP() << "no PostgreSQL here: run the tests by tools/with-postgresql to include it";
  }
  std::unique_ptr<Database> fresh(std::vector<Migration> migrations = {}) {
    return testing::fresh(GetParam(), std::move(migrations));
  }
};

}  // namespace wijktafel::db::testing

#define WIJKTAFEL_ON_BOTH_ENGINES(fixture)                                          \
  INSTANTIATE_TEST_SUITE_P(                                                         \
      Databases, fixture, ::testing::ValuesIn(::wijktafel::db::testing::engines()), \
      [](const auto& tested) { return ::wijktafel::db::testing::name_of(tested.param); })
