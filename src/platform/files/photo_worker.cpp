#include "platform/files/photo_worker.hpp"

#include <cerrno>
#include <csignal>
#include <string>
#include <string_view>
#include <sys/prctl.h>
#include <unistd.h>

#include "platform/files/photo_decoder.hpp"
#include "platform/files/photo_protocol.hpp"
#include "platform/files/sandbox.hpp"

namespace wijktafel::files {
namespace {

bool has_serving_main = false;

// Both ends of the conversation are standard input: the one thing a worker may read from and write to.
bool read_all(char* to, std::size_t size) {
  while (size > 0) {
    const auto read = ::read(STDIN_FILENO, to, size);
    if (read < 0 && errno == EINTR) continue;
    if (read <= 0) return false;
    to += read;
    size -= static_cast<std::size_t>(read);
  }
  return true;
}

bool write_all(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = ::write(STDIN_FILENO, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

void close_in() {
  // Ended by the server closing the socket, or with the server; not by what stops the server, which lets
  // requests finish.
  std::signal(SIGINT, SIG_IGN);
  std::signal(SIGTERM, SIG_IGN);
  std::signal(SIGPIPE, SIG_IGN);
  start_decoder();
  warm_up_decoder();
  if constexpr (sandbox_is_possible) {
    leave_root();
    // After leave_root: a change of user clears it.
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    enter_sandbox({});
  }
}

int serve_photos() {
  close_in();
  if (!write_all({&ready_byte, 1})) return 1;
  std::string length(length_size, '\0');
  std::string bytes;
  while (read_all(length.data(), length.size())) {
    const auto size = read_length(length);
    if (size > photo_byte_limit) return 1;
    bytes.resize(size);
    if (!read_all(bytes.data(), size)) return 1;
    if (!write_all(reply_of(decode_photo(bytes)))) return 1;
  }
  return 0;
}

}  // namespace

std::optional<int> serve_photos_if_asked(int count, const char* const* arguments) {
  has_serving_main = true;
  if (count != 2 || std::string_view(arguments[1]) != photo_worker_subcommand) return std::nullopt;
  try {
    // Without tidying up: the sandbox does not allow it, and there is nothing to save.
    ::_exit(serve_photos());
  } catch (const std::exception&) {
    ::_exit(1);
  }
}

bool can_serve_photos() { return has_serving_main; }

}  // namespace wijktafel::files
