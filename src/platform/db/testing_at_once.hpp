// Two who do something at the same moment. For *_test.cpp only.
#pragma once

#include <chrono>
#include <future>
#include <thread>

#include "platform/db/database.hpp"

namespace wijktafel::db::testing {

// Each of `one` and `other` is called with a transaction of its own and gives a Result. On PostgreSQL a
// transaction lasts until the other has begun (SQLite has one writer: there one is after the other). How many
// were done. With `head_start` one surely goes first.
template <class One, class Other>
int at_once(Database& database, One one, Other other, std::chrono::milliseconds head_start = {}) {
  const auto run = [&](const auto& act) {
    return database
        .write([&](Transaction& tx) {
          auto done = act(tx);
          std::this_thread::sleep_for(std::chrono::milliseconds(200));
          return done;
        })
        .has_value();
  };
  auto other_done = std::async(std::launch::async, [&] {
    std::this_thread::sleep_for(head_start);
    return run(other);
  });
  const bool is_one_done = run(one);
  return static_cast<int>(is_one_done) + static_cast<int>(other_done.get());
}

}  // namespace wijktafel::db::testing
