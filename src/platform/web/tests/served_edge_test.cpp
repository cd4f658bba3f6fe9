// The edge behind the real server, over a real connection.
#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

#include "platform/http/server.hpp"
#include "platform/web/tests/edge_support.hpp"

namespace wijktafel::web {
namespace {

using http::Method;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class ServedEdgeTest : public testing::Test {
 protected:
  static std::vector<Route> routes() {
    const auto page = [](const Call& call) {
      return http::html_response("hallo " + std::string(call.parameter("area")));
    };
    const auto report = [](const Call& call) {
      return http::text_response(std::string(call.request.form.get("tekst")) + " en " +
                                 std::to_string(call.request.form.files.size()) + " foto");
    };
    return {{Method::get, "/{municipality}/{area}", anyone(), page, 1024, std::vector<std::string>{}},
            {Method::post, "/{municipality}/{area}/signalen", anyone(), report, 1000}};
  }
  static http::ServerOptions any_port() {
    http::ServerOptions options;
    options.port = 0;
    return options;
  }
  ~ServedEdgeTest() override { server.stop(); }

  // Everything that comes until the server closes; every request here asks for that.
  std::string ask(const std::string& head, const std::string& body = {}) const {
    const int peer = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(server.port());
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(::connect(peer, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    std::string bytes = head + "\r\nHost: tafel.nl\r\nConnection: close\r\n";
    if (!body.empty()) bytes += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    bytes += "\r\n" + body;
    EXPECT_EQ(::send(peer, bytes.data(), bytes.size(), MSG_NOSIGNAL), static_cast<ssize_t>(bytes.size()));
    std::string answer;
    char piece[4096];
    for (ssize_t count = 0; (count = ::recv(peer, piece, sizeof piece, 0)) > 0;)
      answer.append(piece, static_cast<std::size_t>(count));
    ::close(peer);
    return answer;
  }

  EdgeOfATown town{routes()};
  http::Server server{
      any_port(), [this](http::Request& request) { return town.edge().handle(request); },
      [this](Method method, std::string_view path) { return town.edge().body_limit(method, path); },
      [this](int status, const http::Request& read) { return town.edge().refuse(status, read); }};
  std::jthread running{[this] { server.run(); }};
};

TEST_F(ServedEdgeTest, APageComesWithItsTagAndIsNotSentTwice) {
  const auto page = ask("GET /stad/bomenbuurt HTTP/1.1");
  EXPECT_THAT(page, StartsWith("HTTP/1.1 200 OK\r\n"));
  EXPECT_THAT(page, EndsWith("\r\n\r\nhallo bomenbuurt"));
  const auto tag_at = page.find("ETag: ");
  ASSERT_NE(tag_at, std::string::npos);
  const auto tag = page.substr(tag_at + 6, page.find('\r', tag_at) - tag_at - 6);
  const auto again = ask("GET /stad/bomenbuurt HTTP/1.1\r\nIf-None-Match: " + tag);
  EXPECT_THAT(again, StartsWith("HTTP/1.1 304 Not Modified\r\n"));
  EXPECT_THAT(again, Not(HasSubstr("Content-Length")));
  EXPECT_THAT(again, EndsWith("\r\n\r\n"));
}

TEST_F(ServedEdgeTest, AFormWithAPhotoArrives) {
  const std::string body =
      "--XX\r\nContent-Disposition: form-data; name=\"tekst\"\r\n\r\nlamp kapot\r\n"
      "--XX\r\nContent-Disposition: form-data; name=\"foto\"; "
      "filename=\"a.jpg\"\r\n\r\n\xff\xd8\r\n--XX--\r\n";
  const std::string head =
      "POST /stad/bomenbuurt/signalen HTTP/1.1\r\nContent-Type: multipart/form-data; boundary=XX";
  EXPECT_THAT(ask(head + "\r\nSec-Fetch-Site: same-origin", body), EndsWith("lamp kapot en 1 foto"));
  EXPECT_THAT(ask(head + "\r\nSec-Fetch-Site: cross-site", body), StartsWith("HTTP/1.1 403 "));
}

TEST_F(ServedEdgeTest, TooMuchIsRefusedInWordsAndWithSecurityHeaders) {
  const auto answer =
      ask("POST /stad/bomenbuurt/signalen HTTP/1.1\r\nCookie: taal=en", std::string(1'001, 'x'));
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 413 "));
  EXPECT_THAT(answer, HasSubstr("You are sending too much at once."));
  EXPECT_THAT(answer, HasSubstr("\r\nContent-Security-Policy: default-src 'self';"));
  EXPECT_THAT(ask("GET /stad/../geheim HTTP/1.1"), StartsWith("HTTP/1.1 400 "));
}

}  // namespace
}  // namespace wijktafel::web
