// The HTTP edge: Boost.Beast and Asio coroutines, sealed in this folder. It reads a request within its
// limits, asks `limit_for` how large the body may be, and hands one synchronous call to a worker thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "platform/http/message.hpp"

namespace wijktafel::http {

struct ServerOptions {
  std::string host = "127.0.0.1";
  std::uint16_t port = 8080;  // 0: any free port, see Server::port
  int io_threads = 1;
  int workers = 4;
  std::size_t header_limit = 16 * 1024;
  std::chrono::seconds header_deadline{10};
  std::chrono::seconds body_deadline{120};
  std::chrono::seconds idle_deadline{60};
  bool trust_proxy = false;  // take X-Forwarded-For and -Proto from the peer
};

using RequestHandler = std::function<Response(Request&)>;
// The largest body for this method and path, before it is read. Multipart bodies are decoded by the edge.
using BodyLimit = std::function<std::size_t(Method, std::string_view path)>;

class Server {
 public:
  Server(ServerOptions options, RequestHandler handler, BodyLimit limit_for);
  ~Server();
  std::uint16_t port() const;
  void run();   // blocks until stop(); requests in flight finish, at most 30 seconds
  void stop();  // from any thread or a signal handler's thread

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace wijktafel::http
