// Connections that are lent to one thread at a time and made when first needed. Thread-safe.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "platform/db/unavailable.hpp"

namespace wijktafel::db {

template <class C>
class Pool {
 public:
  using Make = std::function<std::unique_ptr<C>()>;
  Pool(int size, Make make) : left_(size), make_(std::move(make)) {}

  // Gives its connection back at the end; one that was marked broken is closed instead.
  class Lease {
   public:
    Lease(Pool& pool, std::unique_ptr<C> connection) : pool_(pool), connection_(std::move(connection)) {}
    Lease(const Lease&) = delete;
    ~Lease() { pool_.give_back(std::move(connection_)); }
    C& operator*() const { return *connection_; }
    C* operator->() const { return connection_.get(); }
    void close() { connection_.reset(); }

   private:
    Pool& pool_;
    std::unique_ptr<C> connection_;
  };

  // Waits for a free one. Throws Unavailable after half a minute: something holds them all.
  Lease take() {
    std::unique_lock lock(mutex_);
    if (!given_back_.wait_for(lock, std::chrono::seconds(30), [this] { return left_ > 0; }))
      throw Unavailable("all connections to the database have been busy for half a minute");
    --left_;
    if (!idle_.empty()) {
      auto connection = std::move(idle_.back());
      idle_.pop_back();
      return {*this, std::move(connection)};
    }
    lock.unlock();
    try {
      return {*this, make_()};
    } catch (...) {
      give_back(nullptr);
      throw;
    }
  }

  // After a lost connection the idle ones are probably lost as well.
  void close_idle() {
    std::vector<std::unique_ptr<C>> old;
    const std::lock_guard lock(mutex_);
    old.swap(idle_);
  }

 private:
  void give_back(std::unique_ptr<C> connection) {
    {
      const std::lock_guard lock(mutex_);
      ++left_;
      if (connection) idle_.push_back(std::move(connection));
    }
    given_back_.notify_one();
  }

  std::mutex mutex_;
  std::condition_variable given_back_;
  int left_;
  std::vector<std::unique_ptr<C>> idle_;
  Make make_;
};

}  // namespace wijktafel::db
