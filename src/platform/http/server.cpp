#include "platform/http/server.hpp"

#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <fmt/format.h>
#include <linux/filter.h>
#include <list>
#include <spdlog/spdlog.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unordered_set>

#include "base/result.hpp"
#include "platform/http/connection.hpp"

namespace wijktafel::http {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;

constexpr auto as_result = asio::as_tuple(asio::use_awaitable);

tcp::endpoint endpoint_of(const ServerOptions& options) {
  boost::system::error_code error;
  const auto address =
      asio::ip::make_address(options.host == "localhost" ? "127.0.0.1" : options.host, error);
  if (error) throw Failure(fmt::format("\"{}\" is not an IP address to listen on.", options.host));
  return {address, options.port};
}

// Most systems let a program open 1,024 files unless it asks for more; every connection is one, besides the
// database's.
void allow_connections(std::size_t connections) {
  constexpr rlim_t others = 256;
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  const rlim_t wanted = std::min<rlim_t>(connections + others, limit.rlim_max);
  if (limit.rlim_cur >= wanted) return;
  limit.rlim_cur = wanted;
  ::setrlimit(RLIMIT_NOFILE,
              &limit);  // refused: fewer connections at once, the rest waits in the system's queue
}

// How long a handshake that has begun may take before the door closes: a slow mobile line's.
constexpr std::chrono::milliseconds handshake_at_stop{50};

// From now on who knocks hears nothing and knocks again after a second, by itself; who is halfway in still
// comes in. A listening socket that is just closed resets whoever the system connected after the last accept,
// and a form sent by then is lost: a proxy may not send it twice.
void overlook_new(tcp::acceptor& acceptor) {
  constexpr std::uint32_t flags = 13;  // in a TCP header (RFC 9293, 3.1)
  constexpr std::uint32_t syn = 0x02;
  constexpr std::uint32_t everything = 0xffffffff;
  std::array<sock_filter, 4> filter{{BPF_STMT(BPF_LD | BPF_B | BPF_ABS, flags),
                                     BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, syn, 0, 1),
                                     BPF_STMT(BPF_RET | BPF_K, 0), BPF_STMT(BPF_RET | BPF_K, everything)}};
  const sock_fprog program{.len = filter.size(), .filter = filter.data()};
  // Refused (a container without socket filters): the door closes as it always did.
  (void)::setsockopt(acceptor.native_handle(), SOL_SOCKET, SO_ATTACH_FILTER, &program, sizeof program);
}

}  // namespace

struct Server::Impl {
  Impl(ServerOptions options, RequestHandler handler, BodyLimit limit_for, Refusal refuse,
       PreparedAnswers prepared)
      : shared{std::move(options), std::move(handler),  std::move(limit_for),
               std::move(refuse),  std::move(prepared), workers},
        io(1),
        workers(static_cast<std::size_t>(shared.options.workers)),
        stop_timer(io) {
    allow_connections(shared.options.connections);
    if (shared.options.inherited.empty()) listen();
    for (const int socket : shared.options.inherited) take_over(socket);
  }

  void listen() {
    const auto endpoint = endpoint_of(shared.options);
    auto& acceptor = acceptors.emplace_back(io);
    boost::system::error_code error;
    // Each tells by `error`; the same comes back as a value, which is left aside.
    (void)acceptor.open(endpoint.protocol(), error);
    if (!error) (void)acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error) (void)acceptor.bind(endpoint, error);
    if (!error) (void)acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error)
      throw Failure(
          fmt::format("Cannot listen on {} port {}: {}. Choose another port, or stop what is using it.",
                      shared.options.host, shared.options.port, error.message()));
  }

  // A socket that whoever started us has opened; connections wait in its queue while we are away.
  void take_over(int socket) {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    int listens = 0;
    socklen_t listens_size = sizeof listens;
    const bool is_ours = ::getsockopt(socket, SOL_SOCKET, SO_ACCEPTCONN, &listens, &listens_size) == 0 &&
                         listens != 0 &&
                         ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) == 0 &&
                         (address.ss_family == AF_INET || address.ss_family == AF_INET6);
    if (!is_ours)
      throw Failure(
          "An inherited socket is not a TCP socket that listens: see ListenStream= of the socket unit.");
    auto& acceptor = acceptors.emplace_back(io);
    acceptor.assign(address.ss_family == AF_INET6 ? tcp::v6() : tcp::v4(), socket);
  }

  asio::awaitable<void> accept_all(tcp::acceptor& acceptor) {
    asio::steady_timer pause(io);
    while (acceptor.is_open()) {
      tcp::socket socket(io);
      const auto [error] = co_await acceptor.async_accept(socket, as_result);
      if (error == asio::error::operation_aborted) break;
      if (error) {  // out of file descriptors, mostly: wait until some connections have ended
        pause.expires_after(std::chrono::milliseconds(100));
        co_await pause.async_wait(as_result);
        continue;
      }
      start(std::move(socket));
    }
  }

  void start(tcp::socket socket) {
    if (connections.size() >= shared.options.connections) return;
    auto connection = std::make_shared<Connection>(std::move(socket), shared);
    connections.insert(connection.get());
    if (is_closed()) give_time();  // accepted already when the door closed, and the last there is
    auto ended = [this, connection](const std::exception_ptr& failure) {
      if (failure) spdlog::error("a connection ended by an exception");
      connections.erase(connection.get());
      if (connections.empty() && is_closed()) stop_timer.cancel();
    };
    asio::co_spawn(io, connection->converse(), std::move(ended));
  }

  // Who is in the queue of a socket of our own was connected by the system already, and would be reset. An
  // inherited queue is for who comes after us.
  void empty_queue(tcp::acceptor& acceptor) {
    boost::system::error_code error;
    (void)acceptor.non_blocking(true, error);
    while (!error) {
      tcp::socket socket(io);
      (void)acceptor.accept(socket, error);
      if (!error) start(std::move(socket));
    }
  }

  // On the I/O thread. The queue of an inherited socket waits for whoever comes after us: nothing to
  // overlook.
  void begin_stop() {
    if (!shared.options.inherited.empty()) return close_door();
    for (auto& acceptor : acceptors) overlook_new(acceptor);
    stop_timer.expires_after(handshake_at_stop);
    stop_timer.async_wait([this](const boost::system::error_code&) { close_door(); });
  }

  void close_door() {
    boost::system::error_code ignored;
    for (auto& acceptor : acceptors) {
      if (shared.options.inherited.empty()) empty_queue(acceptor);
      (void)acceptor.close(ignored);
    }
    for (auto* connection : connections) connection->finish();
    if (!connections.empty()) give_time();
  }

  bool is_closed() const { return !acceptors.front().is_open(); }

  void give_time() {
    if (stop_timer.expiry() <= std::chrono::steady_clock::now())
      stop_timer.expires_after(shared.options.stop_deadline);
    stop_timer.async_wait([this](const boost::system::error_code& cancelled) {
      if (!cancelled) io.stop();
    });
  }

  void run() {
    for (auto& acceptor : acceptors) asio::co_spawn(io, accept_all(acceptor), asio::detached);
    io.run();
    workers.join();
  }

  // In this order: what is left of conversations dies with io and still looks at what stands above it.
  std::unordered_set<Connection*> connections;  // only the I/O thread looks at it
  Shared shared;
  asio::io_context io;
  asio::thread_pool workers;
  std::list<tcp::acceptor> acceptors;
  asio::steady_timer stop_timer;
};

Server::Server(ServerOptions options, RequestHandler handler, BodyLimit limit_for, Refusal refuse,
               PreparedAnswers prepared)
    : impl_(std::make_unique<Impl>(std::move(options), std::move(handler), std::move(limit_for),
                                   std::move(refuse), std::move(prepared))) {}

Server::~Server() = default;

std::uint16_t Server::port() const {
  boost::system::error_code error;
  return impl_->acceptors.front().local_endpoint(error).port();
}

void Server::run() { impl_->run(); }

void Server::wind_down() { impl_->shared.winding_down = true; }

void Server::stop() {
  if (impl_->shared.stopping.exchange(true)) return;
  asio::post(impl_->io, [impl = impl_.get()] { impl->begin_stop(); });
}

}  // namespace wijktafel::http
