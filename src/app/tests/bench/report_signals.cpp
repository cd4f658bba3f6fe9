// Reports signals over HTTP at an even rate, each through the three real screens, and tells how many were
// acknowledged. usage: report_signals HOST PORT PATH RATE SECONDS       PATH: the first screen. RATE: signals
// a second, all threads together.
#include <arpa/inet.h>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <fmt/format.h>
#include <netinet/tcp.h>
#include <optional>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

#include "base/result.hpp"

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr int threads = 8;  // one answer takes a commit: so many are on the way at once

struct Aim {
  std::string host;
  int port = 0;
  std::string path;
};

// One connection that is kept open. What it says is known: an answer to a POST here is 303 with a short body.
class Reporter {
 public:
  explicit Reporter(const Aim& aim) : aim_(aim), socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(aim.port));
    if (inet_pton(AF_INET, aim.host.c_str(), &address.sin_addr) != 1 ||
        connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
      throw wijktafel::Failure("report_signals: nothing listens there");
    const int at_once = 1;
    setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof at_once);
  }
  ~Reporter() { close(socket_); }
  Reporter(const Reporter&) = delete;

  bool report(const std::string& text) {
    cookie_.clear();
    return press("", "kind=problem&text=" + text, "/waar") &&
           press("/waar", "place_words=bij+de+brug", "/hoe") &&
           press("/hoe", "neighbours=no&reach=none", "/klaar");
  }

 private:
  bool press(const std::string& screen, const std::string& fields, const std::string& leads_to) {
    send_all(
        fmt::format("POST {}{} HTTP/1.1\r\nHost: {}:{}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                    "Content-Length: {}\r\n{}\r\n{}",
                    aim_.path, screen, aim_.host, aim_.port, fields.size(),
                    cookie_.empty() ? "" : "Cookie: " + cookie_ + "\r\n", fields));
    const auto head = read_answer();
    if (!head.starts_with("HTTP/1.1 303 ")) return false;
    if (const auto cookie = field(head, "Set-Cookie"); cookie.starts_with("wijktafel-signaal="))
      cookie_ = cookie.substr(0, cookie.find(';'));
    return field(head, "Location").ends_with(leads_to);
  }

  void send_all(std::string_view bytes) const {
    while (!bytes.empty()) {
      const auto sent = send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) throw wijktafel::Failure("report_signals: the connection was closed");
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
  }

  // Gives the head; the body is read away.
  std::string read_answer() {
    std::size_t head_end = std::string::npos;
    while ((head_end = waiting_.find("\r\n\r\n")) == std::string::npos) receive();
    const std::string head = waiting_.substr(0, head_end + 2);
    const auto length = field(head, "Content-Length");
    const std::size_t whole = head_end + 4 + (length.empty() ? 0 : std::stoul(length));
    while (waiting_.size() < whole) receive();
    waiting_.erase(0, whole);
    return head;
  }

  void receive() {
    char bytes[16384];
    const auto got = recv(socket_, bytes, sizeof bytes, 0);
    if (got <= 0) throw wijktafel::Failure("report_signals: the connection was closed");
    waiting_.append(bytes, static_cast<std::size_t>(got));
  }

  static std::string field(const std::string& head, const std::string& name) {
    const auto begin = head.find("\r\n" + name + ": ");
    if (begin == std::string::npos) return {};
    const auto value = begin + name.size() + 4;
    return head.substr(value, head.find("\r\n", value) - value);
  }

  Aim aim_;
  int socket_;
  std::string cookie_;
  std::string waiting_;  // read and not yet used
};

}  // namespace

int main(int count, char** arguments) {
  if (count != 6) {
    std::fputs("usage: report_signals HOST PORT PATH RATE SECONDS\n", stderr);
    return 2;
  }
  const Aim aim{arguments[1], std::stoi(arguments[2]), arguments[3]};
  const auto every = std::chrono::nanoseconds(1s) / std::stoi(arguments[4]);
  const auto begun = Clock::now();
  const auto end = begun + std::chrono::seconds(std::stoi(arguments[5]));
  std::atomic<int> next = 0;
  std::atomic<int> accepted = 0;
  std::atomic<int> refused = 0;
  const auto work = [&] {
    try {
      Reporter reporter(aim);
      while (true) {
        const int number = next++;
        const auto at = begun + number * every;
        if (at >= end || Clock::now() >= end) return;
        std::this_thread::sleep_until(at);
        ++(reporter.report(fmt::format("De+lamp+bij+nummer+{}+is+stuk", number)) ? accepted : refused);
      }
    } catch (const wijktafel::Failure& failure) {
      std::fprintf(stderr, "%s\n", failure.what());
    }
  };
  std::vector<std::jthread> all;
  for (int i = 0; i < threads; ++i) all.emplace_back(work);
  all.clear();
  const std::chrono::duration<double> took = Clock::now() - begun;
  fmt::print("{} signals accepted in {:.1f} s: {:.0f} a second ({} refused)\n", accepted.load(), took.count(),
             accepted.load() / took.count(), refused.load());
  return refused == 0 && accepted > 0 ? 0 : 1;
}
