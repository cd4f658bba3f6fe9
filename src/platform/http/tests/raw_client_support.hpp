// A client that sends exactly the bytes it is told to, and a server on a free port: for what no well-behaved
// client does.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <thread>

#include "platform/http/server.hpp"

namespace wijktafel::http {

class RawClient {
 public:
  explicit RawClient(std::uint16_t port);
  ~RawClient();
  RawClient(const RawClient&) = delete;
  RawClient& send(std::string_view bytes);
  // What came until `count` complete responses with a length were read, the peer closed or five seconds went
  // by.
  std::string receive(int count = 1);
  // Everything until the peer closes; fails the test after five seconds.
  std::string receive_all();
  bool is_closed();

 private:
  bool more();  // false at the end or when time is up
  int socket_;
  std::string received_;
  bool closed_ = false;
};

class RunningServer {
 public:
  RunningServer(ServerOptions options, RequestHandler handler, BodyLimit limit, Refusal refuse = {},
                PreparedAnswers prepared = {});
  ~RunningServer();
  std::uint16_t port() const { return server_.port(); }
  void stop() { server_.stop(); }
  void wait() { thread_.join(); }

 private:
  Server server_;
  std::jthread thread_;
};

}  // namespace wijktafel::http
