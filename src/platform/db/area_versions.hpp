// How often each area changed, as far as this process knows: what the page cache compares. A change is a
// committed row of area_change. Rows of this process are told right after commit, rows of others are found by
// polling.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "platform/db/database.hpp"

namespace wijktafel::db {

struct AreaChange {
  std::int64_t id = 0;
  std::string area;
};

// Writes the rows for what a transaction touched: the last statement before its commit.
std::vector<AreaChange> record_changes(Transaction& tx, const std::vector<std::string>& areas);

// Thread-safe; readers share a lock and never wait for the database.
class AreaVersions {
 public:
  std::uint64_t of(std::string_view area) const;
  // Each row counts once, however often it is told.
  void add(const std::vector<AreaChange>& changes);
  // Rows up to this id will not be told again.
  void forget_up_to(std::int64_t id);

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  mutable std::shared_mutex mutex_;
  std::unordered_map<std::string, std::uint64_t, Hash, std::equal_to<>> versions_;
  std::unordered_set<std::int64_t> counted_;
};

// Reads what others committed. Ids are given out before commit, so on PostgreSQL a lower id may appear after
// a higher one: rows of the last minute are read again each time, and AreaVersions counts each of them once.
// Not thread-safe: used by the poll thread.
class ChangeReader {
 public:
  explicit ChangeReader(AreaVersions& versions) : versions_(versions) {}
  void read(Transaction& tx);

 private:
  AreaVersions& versions_;
  bool started_ = false;
  std::int64_t settled_ = 0;  // up to here all rows are known
  std::deque<std::pair<std::chrono::steady_clock::time_point, std::int64_t>>
      heads_;  // highest id at each reading
};

// Calls `poll` once a second on a thread of its own until it is destroyed, and `tidy` once an hour. An
// exception is left to the next round: whoever uses the database will report it.
class Poll {
 public:
  Poll(std::function<void()> poll, std::function<void()> tidy);
  ~Poll();
  Poll(const Poll&) = delete;

 private:
  void loop();
  std::function<void()> poll_;
  std::function<void()> tidy_;
  std::mutex mutex_;
  std::condition_variable stop_now_;
  bool stopping_ = false;
  std::thread thread_;
};

// Removes rows that every process has read long ago (older than a day).
void forget_old_changes(Transaction& tx);

}  // namespace wijktafel::db
