#include "platform/files/photo_workers.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <spdlog/spdlog.h>
#include <string>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

#include "base/result.hpp"
#include "platform/files/photo_protocol.hpp"
#include "platform/files/photo_worker.hpp"

namespace wijktafel::files {
namespace {

using Moment = std::chrono::steady_clock::time_point;

[[noreturn]] void failed(const char* what, int error) {
  throw Failure(std::string("photos: ") + what + ": " + std::strerror(error));
}

// The socket as its standard input, nowhere to speak to, no other file, no environment of ours (which holds
// passwords), signals as at the start, and a process group of its own: Ctrl-C is for the server.
pid_t start_program(int socket) {
  static const std::array<const char*, 6> environment = {
      "LC_ALL=C",
      "LD_BIND_NOW=1",
      "MALLOC_ARENA_MAX=1",       // a second one asks /proc how to shrink
      "VIPS_NOVECTOR=1",          // no code made while running: the sandbox forbids it
      "VIPS_DISC_THRESHOLD=64g",  // never a temporary file: the memory limit refuses what does not fit
      nullptr};
  const std::array<const char*, 3> arguments = {"wijktafel", photo_worker_subcommand, nullptr};
  posix_spawn_file_actions_t files;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&files);
  posix_spawnattr_init(&attributes);
  posix_spawn_file_actions_adddup2(&files, socket, STDIN_FILENO);
  posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addclosefrom_np(&files, STDERR_FILENO + 1);
  sigset_t none;
  sigset_t all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setpgroup(&attributes, 0);
  posix_spawnattr_setflags(&attributes,
                           POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
  pid_t process = 0;
  const int error =
      posix_spawn(&process, "/proc/self/exe", &files, &attributes, const_cast<char* const*>(arguments.data()),
                  const_cast<char* const*>(environment.data()));
  posix_spawn_file_actions_destroy(&files);
  posix_spawnattr_destroy(&attributes);
  if (error != 0) failed("cannot start a worker", error);
  return process;
}

// Whether the socket is ready for `events` before the deadline.
bool wait_for(int socket, short events, Moment deadline) {
  for (;;) {
    const auto left =
        std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now()).count();
    if (left <= 0) return false;
    pollfd waiting{.fd = socket, .events = events, .revents = 0};
    const int ready = ::poll(&waiting, 1, static_cast<int>(left));
    if (ready > 0) return true;
    if (ready < 0 && errno != EINTR) failed("cannot wait for a worker", errno);
  }
}

std::string end_of(int status) {
  if (WIFSIGNALED(status)) return "signal " + std::to_string(WTERMSIG(status));
  return "exit code " + std::to_string(WEXITSTATUS(status));
}

bool may_go_on() { return errno == EINTR || errno == EAGAIN; }

}  // namespace

class PhotoWorkers::Worker {
 public:
  Worker() {
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
      failed("cannot make a socket", errno);
    socket_ = ends[0];
    try {
      process_ = start_program(ends[1]);
    } catch (const Failure&) {
      ::close(ends[0]);
      ::close(ends[1]);
      throw;
    }
    ::close(ends[1]);
  }
  ~Worker() {
    if (process_ != 0) end();
    ::close(socket_);
  }
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  // Until it is closed in no photo is sent, so whatever goes wrong before is ours to mend.
  void wait_until_ready(Moment deadline) {
    if (receive(1, deadline) == std::string_view(&ready_byte, 1)) return;
    const bool is_late = std::chrono::steady_clock::now() >= deadline;
    throw Failure(std::string("photos: a worker ") +
                  (is_late ? "was not ready in time" : "could not close itself in") + " (" + end() + ")");
  }
  // Nothing when it gave no answer in time, or not one that a sound worker gives.
  std::optional<Result<Photo, PhotoRefusal>> make(std::string_view bytes, Moment deadline) {
    ++photos_;
    if (!send(length_before(bytes), deadline) || !send(bytes, deadline)) return std::nullopt;
    const auto head_bytes = receive(reply_head_size, deadline);
    const auto head = read_reply_head(head_bytes);
    if (!head) return std::nullopt;
    return read_reply(*head, receive(head->rest(), deadline));
  }
  // How it ended: by our signal, or by itself before.
  std::string end() {
    ::kill(process_, SIGKILL);
    int status = 0;
    while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
    }
    process_ = 0;
    return end_of(status);
  }
  int photos() const { return photos_; }
  pid_t process() const { return process_; }

 private:
  bool send(std::string_view bytes, Moment deadline) const {
    while (!bytes.empty()) {
      if (!wait_for(socket_, POLLOUT, deadline)) return false;
      const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
      if (sent < 0 && may_go_on()) continue;
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }

  // Fewer bytes when the worker ended or the time was up.
  std::string receive(std::size_t size, Moment deadline) const {
    std::string bytes(size, '\0');
    std::size_t received = 0;
    while (received < size && wait_for(socket_, POLLIN, deadline)) {
      const auto read = ::recv(socket_, bytes.data() + received, size - received, MSG_DONTWAIT);
      if (read < 0 && may_go_on()) continue;
      if (read <= 0) break;
      received += static_cast<std::size_t>(read);
    }
    bytes.resize(received);
    return bytes;
  }

  int socket_ = -1;
  pid_t process_ = 0;
  int photos_ = 0;
};

// A place among the workers that may be at work, and the worker in it. Given back however the work ends; a
// worker of which nobody said that it is sound is ended first.
class PhotoWorkers::Lease {
 public:
  explicit Lease(PhotoWorkers& owner) : owner_(owner), worker_(owner.take_place()) {}
  ~Lease() {
    if (!is_sound_) worker_.reset();
    owner_.give_back_place(std::move(worker_));
  }
  Lease(const Lease&) = delete;
  Lease& operator=(const Lease&) = delete;

  Worker& worker(Moment deadline) {
    if (!worker_) {
      worker_ = std::make_unique<Worker>();
      worker_->wait_until_ready(deadline);
    }
    return *worker_;
  }
  void keep_worker() { is_sound_ = true; }

 private:
  PhotoWorkers& owner_;
  std::unique_ptr<Worker> worker_;
  bool is_sound_ = false;
};

PhotoWorkers::PhotoWorkers(PhotoWorkersOptions options) : options_(options) {
  if (!can_serve_photos()) throw Failure("photos: the main of this program cannot be a photo worker");
  idle_.reserve(options_.at_most);
}

PhotoWorkers::~PhotoWorkers() = default;

Result<Photo, PhotoRefusal> PhotoWorkers::make(std::string_view bytes) {
  const auto from_now = [&] { return std::chrono::steady_clock::now() + options_.deadline; };
  for (;;) {
    Lease lease(*this);
    auto& worker = lease.worker(from_now());
    const bool is_fresh = worker.photos() == 0;
    const auto deadline = from_now();
    auto made = worker.make(bytes, deadline);
    if (made) {
      lease.keep_worker();
      return std::move(*made);
    }
    const bool is_late = std::chrono::steady_clock::now() >= deadline;
    spdlog::warn("photos: a worker {} ({}); the next photo gets another",
                 is_late ? "took too long and was ended" : "ended without a good answer", worker.end());
    // One that waited may have been ended from outside, or by its limit of time over many photos: not the
    // photo's fault. One that died of its first photo is.
    if (is_fresh || is_late) return std::unexpected(PhotoUnreadable{});
  }
}

std::vector<pid_t> PhotoWorkers::idle_processes() const {
  const std::scoped_lock lock(mutex_);
  std::vector<pid_t> processes;
  processes.reserve(idle_.size());
  for (const auto& worker : idle_) processes.push_back(worker->process());
  return processes;
}

std::unique_ptr<PhotoWorkers::Worker> PhotoWorkers::take_place() {
  std::unique_lock lock(mutex_);
  if (!came_free_.wait_for(lock, options_.deadline, [&] { return taken_ < options_.at_most; }))
    throw Failure("photos: no worker came free in time");
  ++taken_;
  if (idle_.empty()) return nullptr;
  auto worker = std::move(idle_.back());
  idle_.pop_back();
  return worker;
}

void PhotoWorkers::give_back_place(std::unique_ptr<Worker> worker) noexcept {
  if (worker && worker->photos() >= options_.photos_each) worker.reset();
  {
    const std::scoped_lock lock(mutex_);
    --taken_;
    if (worker) idle_.push_back(std::move(worker));  // there is room: see the constructor
  }
  came_free_.notify_one();
}

}  // namespace wijktafel::files
