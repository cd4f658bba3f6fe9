#include "platform/observe/batched_sink.hpp"

#include <unistd.h>

namespace wijktafel::observe {
namespace {

constexpr std::size_t worth_writing = 64 * 1024;
constexpr std::size_t most_gathered = 1024 * 1024;
constexpr std::chrono::milliseconds longest_wait{50};

}  // namespace

BatchedSink::BatchedSink(int descriptor) : descriptor_(descriptor), writer_([this] { write_on(); }) {}

BatchedSink::~BatchedSink() {
  {
    const std::scoped_lock lock(mutex_);
    is_ending_ = true;
    something_.notify_one();
  }
  writer_.join();
}

void BatchedSink::sink_it_(const spdlog::details::log_msg& message) {
  // Locked by the base, which unlocks again.
  while (gathered_.size() > most_gathered) written_.wait(mutex_);
  const bool was_empty = gathered_.size() == 0;
  const bool was_small = gathered_.size() < worth_writing;
  formatter_->format(message, gathered_);
  if (message.level >= spdlog::level::warn) is_urgent_ = true;
  if (was_empty || is_urgent_ || (was_small && gathered_.size() >= worth_writing)) something_.notify_one();
}

void BatchedSink::flush_() {
  is_urgent_ = true;
  something_.notify_one();
  while (gathered_.size() > 0 || is_writing_) written_.wait(mutex_);
}

void BatchedSink::write_on() {
  spdlog::memory_buf_t taken;
  std::unique_lock lock(mutex_);
  while (true) {
    something_.wait(lock, [&] { return gathered_.size() > 0 || is_ending_; });
    if (gathered_.size() == 0) return;
    something_.wait_for(lock, longest_wait,
                        [&] { return is_urgent_ || is_ending_ || gathered_.size() >= worth_writing; });
    std::swap(taken, gathered_);
    is_urgent_ = false;
    is_writing_ = true;
    lock.unlock();
    write_all(taken);
    taken.clear();
    lock.lock();
    is_writing_ = false;
    written_.notify_all();
  }
}

// A log that cannot be written is no reason to stop: what does not go is left out.
void BatchedSink::write_all(const spdlog::memory_buf_t& bytes) const {
  for (std::size_t done = 0; done < bytes.size();) {
    const auto count = ::write(descriptor_, bytes.data() + done, bytes.size() - done);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return;
    done += static_cast<std::size_t>(count);
  }
}

}  // namespace wijktafel::observe
