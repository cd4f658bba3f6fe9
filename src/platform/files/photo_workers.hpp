// The server's side of the photo workers: starts them, keeps them warm, and ends what takes too long.
#pragma once

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string_view>
#include <sys/types.h>
#include <vector>

#include "base/result.hpp"
#include "platform/files/photo.hpp"

namespace wijktafel::files {

struct PhotoWorkersOptions {
  std::size_t at_most = 2;  // at the same time
  int photos_each = 100;    // then a fresh one, so that nothing that went wrong inside stays
  std::chrono::milliseconds deadline{10'000};  // for one photo, and for the wait until a worker is free
};

// Thread-safe. A worker starts with the first photo and stays until this object goes.
class PhotoWorkers {
 public:
  explicit PhotoWorkers(PhotoWorkersOptions options = {});
  ~PhotoWorkers();
  PhotoWorkers(const PhotoWorkers&) = delete;
  PhotoWorkers& operator=(const PhotoWorkers&) = delete;

  // Throws Failure when no worker came free, or none could be started and close itself in.
  Result<Photo, PhotoRefusal> make(std::string_view bytes);
  // Of the workers that wait for a photo.
  std::vector<pid_t> idle_processes() const;

 private:
  class Worker;
  class Lease;
  std::unique_ptr<Worker> take_place();  // and the worker that waits there, if one does
  void give_back_place(std::unique_ptr<Worker> worker) noexcept;

  const PhotoWorkersOptions options_;
  mutable std::mutex mutex_;
  std::condition_variable came_free_;
  std::vector<std::unique_ptr<Worker>> idle_;
  std::size_t taken_ = 0;
};

}  // namespace wijktafel::files
