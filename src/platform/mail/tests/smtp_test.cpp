// What goes over the wire, to a server of a few lines that answers as it is told.
#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

#include "base/result.hpp"
#include "platform/mail/mail.hpp"

namespace wijktafel::mail {
namespace {

using testing::HasSubstr;
using testing::Not;

// Takes one connection; remembers the commands and the message. RCPT gets `answer_to_recipient`.
class SmallServer {
 public:
  explicit SmallServer(std::string answer_to_recipient)
      : answer_to_recipient_(std::move(answer_to_recipient)) {
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    EXPECT_EQ(::bind(listener_, reinterpret_cast<sockaddr*>(&address), size), 0);
    EXPECT_EQ(::listen(listener_, 1), 0);
    EXPECT_EQ(::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size), 0);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
  }
  ~SmallServer() { finish(); }
  void finish() {
    if (thread_.joinable()) thread_.join();
    ::close(std::exchange(listener_, -1));
  }
  std::string url() const { return "smtp://127.0.0.1:" + std::to_string(port_); }
  const std::string& commands() const { return commands_; }
  const std::string& data() const { return data_; }

 private:
  void serve() {
    connection_ = ::accept(listener_, nullptr, nullptr);
    say("220 klaar");
    for (std::string line = read_line(); !line.empty(); line = read_line()) {
      commands_ += line + "\n";
      if (line.starts_with("RCPT")) {
        say(answer_to_recipient_);
      } else if (line == "DATA") {
        say("354 ga uw gang");
        for (line = read_line(); line != "."; line = read_line()) data_ += line + "\n";
        say("250 aangenomen");
      } else if (line == "QUIT") {
        say("221 dag");
        break;
      } else {
        say("250 goed");
      }
    }
    ::close(connection_);
  }
  void say(std::string text) {
    text += "\r\n";
    EXPECT_EQ(::send(connection_, text.data(), text.size(), MSG_NOSIGNAL), static_cast<ssize_t>(text.size()));
  }
  std::string read_line() {
    std::string line;
    for (char c = 0; ::recv(connection_, &c, 1, 0) == 1 && c != '\n';)
      if (c != '\r') line += c;
    return line;
  }

  std::string answer_to_recipient_;
  int listener_ = -1;
  int connection_ = -1;
  std::uint16_t port_ = 0;
  std::string commands_;
  std::string data_;
  std::thread thread_;
};

Message message() {
  return {.to_address = "ank@example.nl",
          .to_name = "Ank",
          .subject = "Uw signaal",
          .text = "Een regel met een punt:\n.\n..twee\nQUIT",
          .html = {},
          .message_id = "signal-12-answered",
          .reply_to = {},
          .date = *parse_instant("2026-12-03T18:30:00Z")};
}

TEST(Smtp, HandsOverTheMessageWithItsEnvelope) {
  SmallServer server("250 goed");
  open_mailer(server.url() + "?from=tafel@example.org", "w@example.org", "Wijktafel")->send(message());
  server.finish();
  EXPECT_THAT(server.commands(), HasSubstr("EHLO example.org\n"));
  EXPECT_THAT(server.commands(), HasSubstr("MAIL FROM:<tafel@example.org>"));
  EXPECT_THAT(server.commands(), HasSubstr("RCPT TO:<ank@example.nl>"));
  EXPECT_THAT(server.data(), HasSubstr("From: Wijktafel\n <tafel@example.org>\n"));
  // A line that begins with a point gets one more on the way (RFC 5321, 4.5.2).
  EXPECT_THAT(server.data(), HasSubstr("punt:\n..\n...twee\nQUIT\n"));
}

TEST(Smtp, ARefusalIsAFailureWithoutTheAddress) {
  SmallServer server("550 ank@example.nl bestaat niet");
  const auto mailer = open_mailer(server.url(), "w@example.org", "");
  try {
    mailer->send(message());
    ADD_FAILURE();
  } catch (const Failure& failure) {
    EXPECT_THAT(failure.what(), AllOf(HasSubstr("550"), Not(HasSubstr("ank"))));
  }
}

TEST(Smtp, TlsThatIsRequiredAndNotOfferedIsAFailure) {
  SmallServer server("250 goed");
  const auto mailer = open_mailer(server.url() + "?tls=required", "w@example.org", "");
  EXPECT_THROW(mailer->send(message()), Failure);
  server.finish();
  EXPECT_THAT(server.commands(), Not(HasSubstr("RCPT")));
}

TEST(Smtp, NoServerIsAFailure) {
  std::string url;
  {
    SmallServer server("250 goed");
    url = server.url();
    open_mailer(url, "w@example.org", "")->send(message());
  }
  EXPECT_THROW(open_mailer(url, "w@example.org", "")->send(message()), Failure);
}

}  // namespace
}  // namespace wijktafel::mail
