#include "app/systemd.hpp"

#include <charconv>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <spdlog/spdlog.h>
#include <string_view>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace wijktafel::app {
namespace {

constexpr int first_inherited = 3;  // SD_LISTEN_FDS_START
constexpr int most_inherited = 64;  // more is a mistake, not a wish

std::optional<int> number_in(const char* name) {
  const char* text = std::getenv(name);
  if (!text) return std::nullopt;
  int number = 0;
  const char* end = text + std::strlen(text);
  const auto [at, error] = std::from_chars(text, end, number);
  if (error != std::errc{} || at != end) return std::nullopt;
  return number;
}

}  // namespace

std::vector<int> inherited_sockets() {
  const auto meant_for = number_in("LISTEN_PID");
  const int count = number_in("LISTEN_FDS").value_or(0);
  for (const auto* name : {"LISTEN_PID", "LISTEN_FDS", "LISTEN_FDNAMES"}) ::unsetenv(name);
  std::vector<int> sockets;
  if (meant_for != ::getpid() || count < 1 || count > most_inherited) return sockets;
  for (int socket = first_inherited; socket < first_inherited + count; ++socket) {
    ::fcntl(socket, F_SETFD, FD_CLOEXEC);
    sockets.push_back(socket);
  }
  return sockets;
}

void tell_service_manager(const std::string& state) {
  const char* path = std::getenv("NOTIFY_SOCKET");
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (!path || (path[0] != '/' && path[0] != '@')) return;
  const auto length = std::strlen(path);
  if (length < 2 || length >= sizeof address.sun_path) return;
  std::memcpy(address.sun_path, path, length);
  if (path[0] == '@') address.sun_path[0] = '\0';  // the abstract name space of Linux
  const int socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (socket < 0) return;
  const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + length);
  if (::sendto(socket, state.data(), state.size(), MSG_NOSIGNAL, reinterpret_cast<const sockaddr*>(&address),
               size) < 0)
    spdlog::warn("the service manager was not told {}", state);
  ::close(socket);
}

}  // namespace wijktafel::app
