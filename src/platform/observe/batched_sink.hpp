// Lines of the log that gather until a thread writes them.
#pragma once

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <spdlog/sinks/base_sink.h>
#include <thread>

namespace wijktafel::observe {

// Thread-safe. Who logs never waits: while a mebibyte is waiting to be written, lines are left out and
// counted.
class BatchedSink final : public spdlog::sinks::base_sink<std::mutex> {
 public:
  explicit BatchedSink(int descriptor);  // stays open; not ours
  ~BatchedSink() override;
  BatchedSink(const BatchedSink&) = delete;

 private:
  void sink_it_(const spdlog::details::log_msg& message) override;
  void flush_() override;  // returns when all that was logged has been written, or after two seconds
  void write_on();
  void write_all(const spdlog::memory_buf_t& bytes) const;

  std::atomic<bool> is_ending_ = false;  // read by the writer without the mutex
  // All under mutex_ of the base.
  spdlog::memory_buf_t gathered_;
  bool is_urgent_ = false;
  bool is_writing_ = false;
  std::size_t left_out_ = 0;  // lines, since the last batch
  std::condition_variable_any something_, written_;
  int descriptor_;
  std::thread writer_;
};

}  // namespace wijktafel::observe
