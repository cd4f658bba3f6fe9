#include "platform/observe/batched_sink.hpp"

#include <algorithm>
#include <cerrno>
#include <climits>
#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

namespace wijktafel::observe {
namespace {

constexpr std::size_t worth_writing = 64 * 1024;
constexpr std::size_t most_gathered = 1024 * 1024;
constexpr std::chrono::milliseconds longest_wait{50};
constexpr std::chrono::seconds longest_flush{2};

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
  if (gathered_.size() > most_gathered) {
    ++left_out_;
    return;
  }
  const bool was_empty = gathered_.size() == 0;
  const bool was_small = gathered_.size() < worth_writing;
  formatter_->format(message, gathered_);
  if (message.level >= spdlog::level::warn) is_urgent_ = true;
  if (was_empty || is_urgent_ || (was_small && gathered_.size() >= worth_writing)) something_.notify_one();
}

void BatchedSink::flush_() {
  is_urgent_ = true;
  something_.notify_one();
  while (gathered_.size() > 0 || is_writing_)
    if (written_.wait_for(mutex_, longest_flush) == std::cv_status::timeout) return;
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
    if (left_out_ > 0)
      fmt::format_to(std::back_inserter(taken), "{} lines left out: the log was not read\n", left_out_);
    left_out_ = 0;
    lock.unlock();
    write_all(taken);
    taken.clear();
    lock.lock();
    is_writing_ = false;
    written_.notify_all();
  }
}

// A log that cannot be written is no reason to stop: what does not go is left out. A pipe that has room takes
// PIPE_BUF bytes without making us wait, so that the end of the program never waits for a reader who sleeps.
void BatchedSink::write_all(const spdlog::memory_buf_t& bytes) const {
  for (std::size_t done = 0; done < bytes.size();) {
    pollfd room{.fd = descriptor_, .events = POLLOUT, .revents = 0};
    const int ready = ::poll(&room, 1, static_cast<int>(longest_wait.count()));
    if (ready <= 0) {
      if (is_ending_) return;
      continue;
    }
    const auto count =
        ::write(descriptor_, bytes.data() + done, std::min<std::size_t>(bytes.size() - done, PIPE_BUF));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return;
    done += static_cast<std::size_t>(count);
  }
}

}  // namespace wijktafel::observe
