#include "platform/http/tests/raw_client_support.hpp"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace wijktafel::http {
namespace {

// The length of the first complete response in `bytes`, or npos. 100 Continue counts as a response.
std::size_t complete_response(std::string_view bytes) {
  const auto end = bytes.find("\r\n\r\n");
  if (end == std::string_view::npos) return std::string_view::npos;
  const auto at = bytes.substr(0, end).find("Content-Length: ");
  const auto length = at == std::string_view::npos ? 0 : std::stoul(std::string(bytes.substr(at + 16, 12)));
  return end + 4 + length <= bytes.size() ? end + 4 + length : std::string_view::npos;
}

}  // namespace

RawClient::RawClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const timeval patience{5, 0};
  ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  EXPECT_EQ(::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
}

RawClient::~RawClient() { ::close(socket_); }

RawClient& RawClient::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) break;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return *this;
}

bool RawClient::more() {
  char piece[65536];
  const auto count = ::recv(socket_, piece, sizeof piece, 0);
  if (count > 0) received_.append(piece, static_cast<std::size_t>(count));
  closed_ = count == 0;
  return count > 0;
}

std::string RawClient::receive(int count) {
  std::string taken;
  while (count > 0) {
    if (const auto length = complete_response(received_); length != std::string_view::npos) {
      taken += received_.substr(0, length);
      received_.erase(0, length);
      --count;
    } else if (!more()) {
      return taken + std::exchange(received_, {});
    }
  }
  return taken;
}

std::string RawClient::receive_all() {
  while (more()) {
  }
  EXPECT_TRUE(closed_) << "the server did not close the connection; received: " << received_;
  return std::exchange(received_, {});
}

bool RawClient::is_closed() {
  while (more()) {
  }
  return closed_;
}

RunningServer::RunningServer(ServerOptions options, RequestHandler handler, BodyLimit limit, Refusal refuse,
                             PreparedAnswers prepared)
    : server_(std::move(options), std::move(handler), std::move(limit), std::move(refuse),
              std::move(prepared)),
      thread_([this] { server_.run(); }) {}

RunningServer::~RunningServer() { server_.stop(); }

}  // namespace wijktafel::http
