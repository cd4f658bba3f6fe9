// One connection of the HTTP edge: requests one after another, each read within its limits, answered by a
// worker or out of what is ready, and written back. A coroutine on the I/O thread; what a worker touches is
// waited for.
#pragma once

#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <memory>
#include <optional>
#include <string>

#include "platform/http/request_head.hpp"
#include "platform/http/response_head.hpp"
#include "platform/http/server.hpp"

namespace wijktafel::http {

// What all connections of a server share. Outlives them.
struct Shared {
  ServerOptions options;
  RequestHandler handler;
  BodyLimit limit_for;
  Refusal refuse;
  PreparedAnswers prepared;
  boost::asio::thread_pool& workers;
  SystemClock clock = {};
  HeadEnd head_end = {};
  std::atomic<std::size_t> waiting = 0;      // requests that no worker has taken yet
  std::atomic<std::size_t> body_memory = 0;  // bytes of bodies held
  std::atomic<bool> winding_down = false;    // no connection is kept for another request
  std::atomic<bool> stopping = false;
  bool is_ending() const { return winding_down || stopping; }
};

class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(boost::asio::ip::tcp::socket socket, Shared& shared);
  // Until the peer goes away, a limit is passed or the server stops. The caller keeps the connection alive.
  boost::asio::awaitable<void> converse();
  // The server stops: closes the connection when no request is on its way, at once or after a short silence.
  void finish();

 private:
  enum class Received { whole, nothing, refused };
  // The bytes of bodies that this request holds; given back when it has been answered.
  class BodyMemory;
  struct Exchange;

  // From now on reads and writes have this long, together; afterwards they fail with timed_out_ set. The
  // socket stays open (a stream of Beast would close it), so that the peer can be told. Later deadlines leave
  // the timer as it is: it looks again when it goes off, so a busy connection seldom sets it.
  void set_deadline(std::chrono::seconds from_now);
  void watch_deadline();
  // The first bytes of a request are in buffer_; false when none come.
  boost::asio::awaitable<bool> first_bytes();
  // False when the connection is to end.
  boost::asio::awaitable<bool> answer_one();
  boost::asio::awaitable<bool> read_more(std::size_t at_most);
  boost::asio::awaitable<Received> receive_head(Exchange& exchange);
  // The head out of buffer_; nothing when it is not whole yet.
  std::optional<Received> take_head(Exchange& exchange);
  boost::asio::awaitable<Received> receive_body(Exchange& exchange);
  boost::asio::awaitable<void> ask_worker(Exchange& exchange);
  boost::asio::awaitable<bool> send(Exchange& exchange, AfterResponse after);
  boost::asio::awaitable<void> linger();

  void close();
  std::chrono::seconds silence_at_stop() const;  // 0: at once
  bool has_arrived() const;                      // bytes that the system holds for us
  Received refuse(Exchange& exchange, int status) const;
  Received feed_body(Exchange& exchange);
  Response handle(Request& request) const;
  std::shared_ptr<const Prepared> prepared_for(const Exchange& exchange) const;
  Response refusal(int status, const Request& request) const;

  boost::asio::ip::tcp::socket socket_;
  boost::asio::steady_timer deadline_;
  std::chrono::steady_clock::time_point until_;
  bool is_watched_ = false;  // the timer is set, for until_ or earlier
  Shared& shared_;
  std::string peer_;
  std::string buffer_;        // read, not yet used: the rest of a head, or pipelined requests
  std::size_t searched_ = 0;  // of buffer_: no end of a head begins before
  bool idle_ = false;         // nothing of the next request has been read
  bool timed_out_ = false;
  bool is_first_ = true;
};

}  // namespace wijktafel::http
