// Who is told after each commit. Thread-safe; setting waits until a call that is going on has ended.
#pragma once

#include <functional>
#include <mutex>
#include <utility>

namespace wijktafel::db {

class CommitListener {
 public:
  void set(std::function<void()> listener) {
    const std::lock_guard lock(mutex_);
    listener_ = std::move(listener);
  }
  void tell() {
    const std::lock_guard lock(mutex_);
    if (listener_) listener_();
  }

 private:
  std::mutex mutex_;
  std::function<void()> listener_;
};

}  // namespace wijktafel::db
