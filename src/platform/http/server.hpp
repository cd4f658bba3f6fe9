// The HTTP edge: Boost.Beast and Asio coroutines, sealed in this folder. One thread reads and writes all
// connections. It reads a request within its limits, asks `limit_for` how large the body may be, and hands
// one synchronous call to a worker thread; what `prepared` has ready it sends itself.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "platform/http/message.hpp"
#include "platform/http/prepared.hpp"

namespace wijktafel::http {

struct ServerOptions {
  std::string host = "127.0.0.1";
  std::uint16_t port = 8080;  // 0: any free port, see Server::port
  std::vector<int> inherited =
      {};  // sockets that listen already, instead of host and port; the server closes them
  int workers = 4;
  std::size_t header_limit = 16 * 1024;
  std::chrono::seconds header_deadline{10};
  std::chrono::seconds body_deadline{120};
  std::chrono::seconds idle_deadline{60};
  std::chrono::seconds stop_deadline{30};  // for requests in flight when the server stops
  // When the server stops, for a connection that was answered before and is silent: a proxy that stood still
  // for a moment may be sending on it, and may not send a form twice.
  std::chrono::seconds silence_at_stop{0};
  std::size_t connections = 10'000;  // open at once; more are closed at once
  std::size_t waiting = 512;         // requests waiting for a worker; more are answered with 503
  std::size_t body_memory =
      512 * 1024 * 1024;     // of all bodies being read together; more are answered with 503
  bool trust_proxy = false;  // take X-Forwarded-For (its last address) and X-Forwarded-Proto from the peer
};

// Runs on a worker thread; several at once. What it throws becomes a 500.
using RequestHandler = std::function<Response(Request&)>;
// The largest body for this method and path, before it is read. Multipart bodies are decoded by the edge.
using BodyLimit = std::function<std::size_t(Method, std::string_view path)>;
// What to say when a request does not reach the handler: 400 malformed, 408 too slow, 413 body too large,
// 414, 417, 431 header too large, 500, 501, 503 too busy, 505. `read` holds what was understood before it
// went wrong, at least its id. Called on the I/O thread: it must not wait for anything. The connection is
// closed afterwards.
using Refusal = std::function<Response(int status, const Request& read)>;

class Server {
 public:
  // Listens at once, so that port() is known; throws Failure when it cannot. Without `refuse` refusals have
  // no body.
  Server(ServerOptions options, RequestHandler handler, BodyLimit limit_for, Refusal refuse = {},
         PreparedAnswers prepared = {});
  ~Server();
  std::uint16_t port() const;
  void run();  // blocks until stop(); requests in flight finish, at most 30 seconds
  // From any thread or a signal handler's thread. wind_down() goes on accepting, but every connection ends
  // after its next answer, so that clients and proxies move to another instance before stop() closes the
  // door.
  void wind_down();
  void stop();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace wijktafel::http
