#include "platform/http/connection.hpp"

#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <netinet/tcp.h>
#include <spdlog/spdlog.h>
#include <sys/socket.h>

#include "base/digest.hpp"
#include "platform/http/head_shape.hpp"

namespace wijktafel::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;

constexpr auto as_result = asio::as_tuple(asio::use_awaitable);

constexpr std::size_t first_piece = 1024;  // small: an idle connection keeps it
constexpr std::size_t head_piece = 4 * 1024;
constexpr std::size_t body_piece = 64 * 1024;  // also the most that one chunk's head may take
// How long a peer may go on sending after it was refused, so that it gets to read why.
constexpr std::chrono::seconds linger_silence{5};
constexpr int linger_pieces = 2048;
// How long a client that was just accepted has for its first byte when the server stops: its request is on
// its way, as far as it knows.
constexpr std::chrono::seconds first_byte_at_stop{1};

// Answers to requests that came together before other connections have their turn.
constexpr int most_in_a_row = 8;
// What the system may hold of answers that cannot be sent yet; without it a slow reader who asks much at once
// takes megabytes. More than fills a line of 10 Mbit/s for a tenth of a second.
constexpr int most_unsent = 128 * 1024;

void skip(std::array<asio::const_buffer, 3>& parts, std::size_t bytes) {
  for (auto& part : parts) {
    const auto here = std::min(bytes, part.size());
    part += here;
    bytes -= here;
  }
}

// Eight characters that can be read aloud (Crockford's base 32: no I, L, O or U).
// The randomness is asked for in stock: for each request apart it would be a system call.
std::string new_reference() {
  static constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  static constexpr std::size_t stock = 512;
  static thread_local std::string random;
  if (random.size() < 8) random = random_bytes(stock);
  std::string reference(8, '0');
  for (char& letter : reference) {
    letter = alphabet[static_cast<unsigned char>(random.back()) & 31];
    random.pop_back();
  }
  return reference;
}

}  // namespace

class Connection::BodyMemory {
 public:
  explicit BodyMemory(Shared& shared) : shared_(shared) {}
  BodyMemory(const BodyMemory&) = delete;
  ~BodyMemory() { release(); }
  void release() { shared_.body_memory -= std::exchange(held_, 0); }
  bool grow_to(std::size_t size) {
    const auto more = size - held_;
    held_ = size;
    return (shared_.body_memory += more) <= shared_.options.body_memory;
  }

 private:
  Shared& shared_;
  std::size_t held_ = 0;
};

struct Connection::Exchange {
  explicit Exchange(Shared& shared) : memory(shared) { request.id = new_reference(); }
  Request request;
  Response response;
  std::shared_ptr<const Prepared> prepared;  // instead of response
  std::string head_sent;                     // of response
  Parser parser;
  Head head;
  BodyMemory memory;
};

Connection::Connection(asio::ip::tcp::socket socket, Shared& shared)
    : socket_(std::move(socket)), deadline_(socket_.get_executor()), shared_(shared) {
  boost::system::error_code error;
  (void)socket_.set_option(asio::ip::tcp::no_delay(true), error);
  (void)::setsockopt(socket_.native_handle(), IPPROTO_TCP, TCP_NOTSENT_LOWAT, &most_unsent,
                     sizeof most_unsent);
  (void)socket_.non_blocking(true, error);  // for what is sent without waiting
  if (const auto endpoint = socket_.remote_endpoint(error); !error) peer_ = endpoint.address().to_string();
}

void Connection::finish() {
  asio::post(socket_.get_executor(), [self = shared_from_this()] {
    if (!self->idle_) return;
    // What has arrived already is answered: closing now would reset it.
    if (self->has_arrived()) return;
    const auto silence = self->silence_at_stop();
    if (silence == silence.zero()) return self->close();
    self->set_deadline(silence);
  });
}

std::chrono::seconds Connection::silence_at_stop() const {
  return is_first_ ? first_byte_at_stop : shared_.options.silence_at_stop;
}

asio::awaitable<void> Connection::converse() {
  int in_a_row = 0;
  while (true) {
    if (buffer_.empty()) {
      const bool comes = co_await first_bytes();
      if (!comes) break;
      in_a_row = 0;
    } else if (++in_a_row == most_in_a_row) {
      in_a_row = 0;
      co_await asio::post(socket_.get_executor(), asio::use_awaitable);
    }
    const bool open = co_await answer_one();
    if (!open) break;
    is_first_ = false;
  }
  deadline_.cancel();
  close();
}

// A coroutine apart from converse(), so that an idle connection does not hold the memory of an exchange.
asio::awaitable<bool> Connection::answer_one() {
  Exchange exchange(shared_);
  auto received = Received::nothing;
  if (const auto at_once = take_head(exchange))
    received = *at_once;
  else
    received = co_await receive_head(exchange);
  if (received == Received::whole && !exchange.parser.is_done()) received = co_await receive_body(exchange);
  if (received == Received::nothing) co_return false;
  if (received == Received::whole) {
    exchange.prepared = prepared_for(exchange);
    if (!exchange.prepared) co_await ask_worker(exchange);
  }
  const bool open = received == Received::whole && exchange.head.keep_alive && !shared_.is_ending();
  const bool sent = co_await send(exchange, open ? AfterResponse::keep_open : AfterResponse::close);
  if (!sent) co_return false;
  if (received == Received::refused || (!open && (!buffer_.empty() || has_arrived()))) co_await linger();
  co_return open;
}

bool Connection::has_arrived() const {
  boost::system::error_code error;
  return socket_.available(error) > 0;
}

void Connection::close() {
  boost::system::error_code ignored;
  (void)socket_.close(ignored);
}

void Connection::set_deadline(std::chrono::seconds from_now) {
  timed_out_ = false;
  until_ = std::chrono::steady_clock::now() + from_now;
  if (!is_watched_ || deadline_.expiry() > until_) watch_deadline();
}

void Connection::watch_deadline() {
  is_watched_ = true;
  deadline_.expires_at(until_);
  deadline_.async_wait([self = shared_from_this()](const boost::system::error_code& replaced) {
    if (replaced) return;
    if (self->until_ > std::chrono::steady_clock::now()) return self->watch_deadline();
    self->is_watched_ = false;
    self->timed_out_ = true;
    boost::system::error_code ignored;
    (void)self->socket_.cancel(ignored);
  });
}

// Puts what arrives behind buffer_. The deadline is the caller's.
asio::awaitable<bool> Connection::read_more(std::size_t at_most) {
  if (timed_out_) co_return false;
  const auto before = buffer_.size();
  buffer_.resize(before + at_most);
  const auto [error, count] =
      co_await socket_.async_read_some(asio::buffer(buffer_.data() + before, at_most), as_result);
  buffer_.resize(before + count);
  co_return !error;
}

asio::awaitable<bool> Connection::first_bytes() {
  const auto& options = shared_.options;
  auto silence = is_first_ ? options.header_deadline : options.idle_deadline;
  // Accepted or answered just before the server stopped, and not told by finish(): the same short time.
  if (shared_.stopping) silence = silence_at_stop();
  if (silence == silence.zero()) {
    if (!has_arrived()) co_return false;
    silence = options.header_deadline;
  }
  idle_ = true;
  if (buffer_.capacity() > head_piece) buffer_.shrink_to_fit();
  set_deadline(silence);
  bool came = co_await read_more(first_piece);
  if (!came && timed_out_ && has_arrived()) {  // just now
    set_deadline(options.header_deadline);
    came = co_await read_more(first_piece);
  }
  if (came) idle_ = false;
  co_return came;
}

asio::awaitable<Connection::Received> Connection::receive_head(Exchange& exchange) {
  set_deadline(shared_.options.header_deadline);
  while (true) {
    const bool more = co_await read_more(head_piece);
    if (!more) co_return timed_out_ && !buffer_.empty() ? refuse(exchange, 408) : Received::nothing;
    if (const auto taken = take_head(exchange)) co_return *taken;
  }
}

std::optional<Connection::Received> Connection::take_head(Exchange& exchange) {
  // Old clients send a line end after a body; RFC 9112 section 2.2 asks to overlook it.
  while (searched_ == 0 && buffer_.starts_with("\r\n")) buffer_.erase(0, 2);
  const auto end = buffer_.find("\r\n\r\n", searched_);
  searched_ = 0;
  const auto limit = shared_.options.header_limit;
  if (std::min(end, buffer_.size()) + 4 > limit) return refuse(exchange, fault_of_size(buffer_, limit));
  if (end == std::string::npos) {
    if (const auto fault = fault_of_shape(buffer_)) return refuse(exchange, *fault);
    // Only what is new is searched the next time, or a head that comes byte by byte costs its square.
    searched_ = buffer_.size() > 3 ? buffer_.size() - 3 : 0;
    return std::nullopt;
  }
  const auto head = read_head(exchange.parser, std::string_view(buffer_).substr(0, end + 4), shared_.options,
                              peer_, exchange.request);
  buffer_.erase(0, end + 4);
  if (!head) return refuse(exchange, head.error().status);
  exchange.head = *head;
  return Received::whole;
}

asio::awaitable<Connection::Received> Connection::receive_body(Exchange& exchange) {
  const auto limit = shared_.limit_for(exchange.request.method, exchange.request.path);
  if (exchange.head.content_length > limit) co_return refuse(exchange, 413);
  exchange.parser.body_limit(limit);
  exchange.parser.eager(true);
  set_deadline(shared_.options.body_deadline);
  if (exchange.head.expects_continue && buffer_.empty()) {
    static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
    const auto [error, count] = co_await asio::async_write(socket_, asio::buffer(go_on), as_result);
    if (error) co_return Received::nothing;
  }
  while (true) {
    if (!buffer_.empty()) {
      const auto fed = feed_body(exchange);
      if (fed != Received::whole) co_return fed;
    }
    if (exchange.parser.is_done()) break;
    if (!co_await read_more(body_piece)) co_return timed_out_ ? refuse(exchange, 408) : Received::nothing;
  }
  exchange.request.body = std::move(exchange.parser.get().body());
  co_return Received::whole;
}

// Gives the parser what is in buffer_; `whole` when nothing is wrong so far.
Connection::Received Connection::feed_body(Exchange& exchange) {
  boost::system::error_code error;
  const auto used = exchange.parser.put(asio::buffer(buffer_), error);
  buffer_.erase(0, used);
  if (error == beast::http::error::body_limit) return refuse(exchange, 413);
  if (error && error != beast::http::error::need_more) return refuse(exchange, 400);
  if (buffer_.size() >= body_piece && !exchange.parser.is_done()) return refuse(exchange, 400);
  if (!exchange.memory.grow_to(exchange.parser.get().body().size())) return refuse(exchange, 503);
  return Received::whole;
}

asio::awaitable<void> Connection::ask_worker(Exchange& exchange) {
  if (++shared_.waiting > shared_.options.waiting) {
    --shared_.waiting;
    exchange.response = refusal(503, exchange.request);
    exchange.head.keep_alive = false;
    co_return;
  }
  // Named first: GCC 12 miscompiles a capturing lambda in the expression of a co_await.
  auto hand_over = [this, &exchange](auto done) {
    auto work = [this, &exchange, done = std::move(done)]() mutable {
      --shared_.waiting;
      exchange.response = handle(exchange.request);
      asio::post(std::move(done));  // back to the strand of this connection
    };
    asio::post(shared_.workers, std::move(work));
  };
  asio::use_awaitable_t<> token;
  co_await asio::async_initiate<asio::use_awaitable_t<>, void()>(std::move(hand_over), token);
}

asio::awaitable<bool> Connection::send(Exchange& exchange, AfterResponse after) {
  const auto end = shared_.head_end.at(after, shared_.clock.now());
  std::array<asio::const_buffer, 3> parts;
  const std::string* body = nullptr;
  if (exchange.prepared) {
    parts[0] = asio::buffer(exchange.prepared->head);
    body = exchange.prepared->body.get();
  } else {
    exchange.head_sent = head_start(exchange.response);
    parts[0] = asio::buffer(exchange.head_sent);
    if (may_have_body(exchange.response.status)) body = &exchange.response.content();
  }
  parts[1] = asio::buffer(end);
  if (body && exchange.request.method != Method::head) parts[2] = asio::buffer(*body);

  // Mostly the system takes it all at once; only who reads slowly is waited for, with a deadline.
  boost::system::error_code failed;
  const auto sent = socket_.send(parts, 0, failed);
  if (failed && failed != asio::error::would_block) co_return false;
  if (sent == asio::buffer_size(parts)) co_return true;
  const std::string end_now(end);  // the shared one changes every second
  parts[1] = asio::buffer(end_now);
  skip(parts, sent);
  set_deadline(shared_.options.body_deadline);
  const auto [error, count] = co_await asio::async_write(socket_, parts, as_result);
  co_return !error;
}

// A connection closed with unread bytes is reset, and the peer loses our last words: so read on for a while.
asio::awaitable<void> Connection::linger() {
  boost::system::error_code error;
  (void)socket_.shutdown(asio::ip::tcp::socket::shutdown_send, error);
  for (int piece = 0; piece < linger_pieces; ++piece) {
    buffer_.clear();
    set_deadline(shared_.stopping ? first_byte_at_stop : linger_silence);
    if (!co_await read_more(body_piece)) break;
  }
}

Connection::Received Connection::refuse(Exchange& exchange, int status) const {
  exchange.parser.get().body() = std::string();
  exchange.memory.release();
  exchange.response = refusal(status, exchange.request);
  return Received::refused;
}

Response Connection::refusal(int status, const Request& request) const {
  try {
    if (shared_.refuse) {
      auto response = shared_.refuse(status, request);
      response.status = status;
      return response;
    }
  } catch (const std::exception& failure) {
    spdlog::error("reference {}: no words for status {}: {}", request.id, status, failure.what());
  }
  Response bare;
  bare.status = status;
  return bare;
}

std::shared_ptr<const Prepared> Connection::prepared_for(const Exchange& exchange) const {
  const auto method = exchange.request.method;
  if (!shared_.prepared || (method != Method::get && method != Method::head)) return nullptr;
  if (!exchange.request.body.empty()) return nullptr;
  try {
    return shared_.prepared(exchange.request);
  } catch (const std::exception& failure) {
    spdlog::error("reference {}: {}", exchange.request.id, failure.what());
  }
  return nullptr;
}

Response Connection::handle(Request& request) const {
  try {
    return shared_.handler(request);
  } catch (const std::exception& failure) {
    spdlog::error("reference {}: {}", request.id, failure.what());
  } catch (...) {
    spdlog::error("reference {}: something was thrown that is not an exception", request.id);
  }
  return refusal(500, request);
}

}  // namespace wijktafel::http
