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

  Result<Photo, PhotoRefusal> make(std::string_view bytes);
  // Of the workers that wait for a photo.
  std::vector<pid_t> idle_processes() const;

 private:
  class Worker;
  std::unique_ptr<Worker> take();  // nothing when none came free in time
  void give_back(std::unique_ptr<Worker> worker);

  const PhotoWorkersOptions options_;
  mutable std::mutex mutex_;
  std::condition_variable came_free_;
  std::vector<std::unique_ptr<Worker>> idle_;
  std::size_t taken_ = 0;
};

}  // namespace wijktafel::files
