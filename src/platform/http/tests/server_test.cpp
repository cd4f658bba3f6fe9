#include "platform/http/server.hpp"

#include <fmt/format.h>
#include <future>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/result.hpp"
#include "platform/http/tests/raw_client_support.hpp"

namespace wijktafel::http {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

// Says back what it understood.
Response echo(Request& request) {
  if (request.path == "/kapot") throw Failure("the world broke");
  auto response = text_response(fmt::format("{} {}{} [{}] {}", name_of(request.method), request.path,
                                            request.ended_in_slash ? " (slash)" : "",
                                            request.query_value("q"), request.body));
  return response.set("X-Peer", request.peer).set("X-Https", request.is_https ? "yes" : "no");
}

class ServerTest : public testing::Test {
 protected:
  static ServerOptions quick() {
    ServerOptions options;
    options.port = 0;
    options.header_deadline = std::chrono::seconds(1);
    options.body_deadline = std::chrono::seconds(1);
    options.idle_deadline = std::chrono::seconds(1);
    return options;
  }
  static Response refuse(int status, const Request& read) {
    return text_response(fmt::format("refused {} {}", status, read.path), status);
  }
  RunningServer server{quick(), echo,
                       [](Method, std::string_view path) { return path == "/groot" ? 1'000'000u : 10u; },
                       refuse};
  std::string ask(std::string_view bytes) { return RawClient(server.port()).send(bytes).receive(); }
};

constexpr std::string_view get_a = "GET /a?q=1 HTTP/1.1\r\nHost: x\r\n\r\n";

TEST_F(ServerTest, AnswersAndKeepsTheConnection) {
  RawClient client(server.port());
  const auto first = client.send(get_a).receive();
  EXPECT_THAT(first, StartsWith("HTTP/1.1 200 OK\r\n"));
  EXPECT_THAT(first, HasSubstr("\r\nDate: "));
  EXPECT_THAT(first, HasSubstr("\r\nConnection: keep-alive\r\n"));
  EXPECT_THAT(first, EndsWith("\r\n\r\nGET /a [1] "));
  EXPECT_THAT(client.send(get_a).receive(), EndsWith("GET /a [1] "));
}

TEST_F(ServerTest, AnswersPipelinedRequestsInOrder) {
  const auto all = RawClient(server.port())
                       .send(
                           "GET /een HTTP/1.1\r\nHost: x\r\n\r\nPOST /twee HTTP/1.1\r\nHost: "
                           "x\r\nContent-Length: 3\r\n\r\n"
                           "abcGET /drie HTTP/1.1\r\nHost: x\r\n\r\n")
                       .receive(3);
  const auto one = all.find("GET /een [] "), two = all.find("POST /twee [] abc"),
             three = all.find("GET /drie [] ");
  EXPECT_LT(one, two);
  EXPECT_LT(two, three);
  EXPECT_NE(three, std::string::npos);
}

TEST_F(ServerTest, ClosesWhenAskedAndForHttp10) {
  RawClient close(server.port());
  EXPECT_THAT(close.send("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").receive_all(),
              HasSubstr("Connection: close"));
  RawClient old(server.port());
  EXPECT_THAT(old.send("GET / HTTP/1.0\r\n\r\n").receive_all(), StartsWith("HTTP/1.1 200"));
}

TEST_F(ServerTest, HeadHasTheLengthButNotTheBody) {
  RawClient client(server.port());
  const auto answer = client.send("HEAD /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").receive_all();
  EXPECT_THAT(answer, HasSubstr("Content-Length: 11\r\n"));
  EXPECT_THAT(answer, EndsWith("\r\n\r\n"));
}

TEST_F(ServerTest, ReadsABodyInChunksAndForgetsTrailers) {
  EXPECT_THAT(ask("POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                  "3;ext=1\r\nabc\r\n2\r\nde\r\n0\r\nX-Late: 1\r\n\r\n"),
              EndsWith("POST /a [] abcde"));
}

TEST_F(ServerTest, ABodyMayComeInPieces) {
  RawClient client(server.port());
  client.send("POST /a HTTP/1.1\r\nHost: x\r\nContent-Le");
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  client.send("ngth: 4\r\n\r\na");
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  EXPECT_THAT(client.send("bcd").receive(), EndsWith("abcd"));
}

TEST_F(ServerTest, RefusesTooLargeABodyBeforeReadingIt) {
  RawClient client(server.port());
  const auto answer =
      client.send("POST /a HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 11\r\n\r\n")
          .receive();
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 413 "));
  EXPECT_THAT(answer, EndsWith("refused 413 /a"));
  EXPECT_THAT(ask("POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: "
                  "chunked\r\n\r\n6\r\nabcdef\r\n6\r\nabcdef\r\n0\r\n\r\n"),
              StartsWith("HTTP/1.1 413 "));
}

TEST_F(ServerTest, ARefusedClientThatGoesOnSendingStillReadsWhy) {
  RawClient client(server.port());
  client.send("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 4000000\r\n\r\n")
      .send(std::string(4'000'000, 'x'));
  EXPECT_THAT(client.receive(), StartsWith("HTTP/1.1 413 "));
}

TEST_F(ServerTest, SaysGoOnToWhoAsks) {
  RawClient client(server.port());
  client.send("POST /a HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
  EXPECT_EQ(client.receive(), "HTTP/1.1 100 Continue\r\n\r\n");
  EXPECT_THAT(client.send("ab").receive(), EndsWith("POST /a [] ab"));
  EXPECT_THAT(ask("POST /a HTTP/1.1\r\nHost: x\r\nExpect: a-pony\r\nContent-Length: 2\r\n\r\nab"),
              StartsWith("HTTP/1.1 417 "));
}

TEST_F(ServerTest, ReadsALargeBody) {
  const std::string body(900'000, 'y');
  EXPECT_THAT(
      ask(fmt::format("POST /groot HTTP/1.1\r\nHost: x\r\nContent-Length: {}\r\n\r\n{}", body.size(), body)),
      EndsWith(body));
}

TEST_F(ServerTest, RefusesLargeHeaders) {
  const std::string start = "GET / HTTP/1.1\r\nHost: x\r\n";
  EXPECT_THAT(ask(start + "X: " + std::string(20'000, 'x') + "\r\n\r\n"), StartsWith("HTTP/1.1 431 "));
  EXPECT_THAT(ask("GET /" + std::string(17'000, 'x')), StartsWith("HTTP/1.1 414 "));
  EXPECT_THAT(ask(start + "X: " + std::string(15'000, 'x') + "\r\n\r\n"), StartsWith("HTTP/1.1 200 "));
}

TEST_F(ServerTest, RefusesWhatTwoReadersMayReadDifferently) {
  const std::string start = "POST /a HTTP/1.1\r\nHost: x\r\n";
  for (const std::string headers : {
           "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
           "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n",
           "Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc",
           "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
           "Content-Length: 3, 3\r\n\r\nabc",
           "Content-Length: +3\r\n\r\nabc",
           "Content-Length: -1\r\n\r\nabc",
           "Content-Length: 0x3\r\n\r\nabc",
           "Content-Length: 99999999999999999999\r\n\r\nabc",
           "Content-Length : 3\r\n\r\nabc",
           "Content-Length: 3\r\n folded\r\n\r\nabc",
           "X: a\r\n\tb\r\n\r\n",
           "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
           "Host: y\r\n\r\n",
           "X: a\rb\r\n\r\n",
           "no colon\r\n\r\n",
           ": empty\r\n\r\n",
           "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n",
           "Transfer-Encoding: chunked\r\n\r\n3\r\nabcX\r\n0\r\n\r\n",
           "Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\nabc",
       })
    EXPECT_THAT(ask(start + headers), StartsWith("HTTP/1.1 400 ")) << headers;
  EXPECT_THAT(ask(start + std::string("X: a\0b\r\n\r\n", 10)), StartsWith("HTTP/1.1 400 "));
  for (const std::string encoding :
       {"gzip", "identity", "xchunked", "chunked, gzip", "gzip, chunked", "chunked;q=1", "\"chunked\""})
    EXPECT_THAT(ask(start + "Transfer-Encoding: " + encoding + "\r\n\r\n0\r\n\r\n"),
                testing::AnyOf(StartsWith("HTTP/1.1 501 "), StartsWith("HTTP/1.1 400 ")))
        << encoding;
}

TEST_F(ServerTest, RefusesOddRequestLines) {
  for (const std::string line :
       {"GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: a b\r\n\r\n", "GET /\r\nHost: x\r\n\r\n",
        "G@T / HTTP/1.1\r\nHost: x\r\n\r\n", "\x16\x03\x01\x02\r\n\r\n", "GET  / HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n", "GET /a/../b HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET //a HTTP/1.1\r\nHost: x\r\n\r\n",
        "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"})
    EXPECT_THAT(ask(line), StartsWith("HTTP/1.1 400 ")) << line;
  EXPECT_THAT(ask("GET / HTTP/3.0\r\nHost: x\r\n\r\n"), StartsWith("HTTP/1.1 505 "));
  EXPECT_THAT(ask("BREW / HTTP/1.1\r\nHost: x\r\n\r\n"), StartsWith("HTTP/1.1 501 "));
}

TEST_F(ServerTest, DoesNotWaitForTheEndOfWhatCannotBecomeARequest) {
  for (const std::string beginning : {"GET /\r\n", "GET / HTTP/1.1\n", "GET / HTTP/1.1\r\nHost: x\n\n", "\n",
                                      "\x16\x03\x01", " GET", "GET / HTTP/1.1x\r\n"})
    EXPECT_THAT(ask(beginning), StartsWith("HTTP/1.1 400 ")) << beginning;
  EXPECT_THAT(ask("PRI * HTTP/2.0\r\n"), StartsWith("HTTP/1.1 505 "));
  EXPECT_THAT(RawClient(server.port()).send("\r").send("\n").send(get_a).receive(),
              StartsWith("HTTP/1.1 200 "));
}

TEST_F(ServerTest, AfterARefusalTheRestIsNotReadAsARequest) {
  RawClient client(server.port());
  const auto all =
      client
          .send(
              "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n"
              "0\r\n\r\nGET /gesmokkeld HTTP/1.1\r\nHost: x\r\n\r\n")
          .receive();
  EXPECT_THAT(all, HasSubstr("Connection: close"));
  EXPECT_THAT(all + client.receive_all(), Not(HasSubstr("gesmokkeld")));
}

TEST_F(ServerTest, ASlashAtTheEndIsTold) {
  EXPECT_THAT(ask("GET /a/b/?q=2 HTTP/1.1\r\nHost: x\r\n\r\n"), EndsWith("GET /a/b (slash) [2] "));
}

TEST_F(ServerTest, ASlowHeaderIsCutOff) {
  RawClient client(server.port());
  const auto before = std::chrono::steady_clock::now();
  client.send("GET / HTTP/1.1\r\nX: ");
  std::jthread drip([&](const std::stop_token& stop) {
    while (!stop.stop_requested()) {
      client.send("x");
      std::this_thread::sleep_for(std::chrono::milliseconds(200));
    }
  });
  EXPECT_THAT(client.receive(), StartsWith("HTTP/1.1 408 "));
  EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::seconds(3));
}

TEST_F(ServerTest, ASlowBodyIsCutOff) {
  EXPECT_THAT(ask("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nab"), StartsWith("HTTP/1.1 408 "));
}

TEST_F(ServerTest, ASilentConnectionIsClosedWithoutAWord) {
  RawClient client(server.port());
  EXPECT_EQ(client.receive_all(), "");
  RawClient kept(server.port());
  kept.send(get_a).receive();
  EXPECT_EQ(kept.receive_all(), "");
}

TEST_F(ServerTest, AFailureIsA500AndTheServerLivesOn) {
  RawClient client(server.port());
  EXPECT_THAT(client.send("GET /kapot HTTP/1.1\r\nHost: x\r\n\r\n").receive(), StartsWith("HTTP/1.1 500 "));
  EXPECT_THAT(client.send(get_a).receive(), StartsWith("HTTP/1.1 200 "));
}

TEST_F(ServerTest, BelievesAProxyOnlyWhenTold) {
  const std::string request =
      "GET / HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 6.6.6.6, 192.0.2.7\r\nX-Forwarded-Proto: https\r\n\r\n";
  EXPECT_THAT(ask(request), HasSubstr("X-Peer: 127.0.0.1\r\nX-Https: no\r\n"));
  auto options = quick();
  options.trust_proxy = true;
  RunningServer behind(options, echo, [](Method, std::string_view) { return 10u; });
  EXPECT_THAT(RawClient(behind.port()).send(request).receive(),
              HasSubstr("X-Peer: 192.0.2.7\r\nX-Https: yes\r\n"));
  const std::string twice =
      "GET / HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 6.6.6.6\r\nx-forwarded-for: 192.0.2.7\r\n"
      "X-Forwarded-Proto: https\r\nX-Forwarded-Proto: http\r\n\r\n";
  EXPECT_THAT(RawClient(behind.port()).send(twice).receive(),
              HasSubstr("X-Peer: 192.0.2.7\r\nX-Https: no\r\n"));
}

TEST_F(ServerTest, APortInUseIsAFailureWithAnExplanation) {
  auto options = quick();
  options.port = server.port();
  EXPECT_THROW(Server(options, echo, [](Method, std::string_view) { return 0u; }), Failure);
}

TEST(ServerStop, LetsARequestInFlightFinishAndClosesTheIdle) {
  std::promise<void> begun, may_finish;
  auto finish = may_finish.get_future().share();
  ServerOptions options;
  options.port = 0;
  const auto slow = [&](Request&) {
    begun.set_value();
    finish.wait();
    return text_response("klaar");
  };
  RunningServer server(options, slow, [](Method, std::string_view) { return 0u; });
  RawClient idle(server.port()), busy(server.port());
  busy.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
  begun.get_future().wait();
  server.stop();
  EXPECT_TRUE(idle.is_closed());
  may_finish.set_value();
  const auto answer = busy.receive_all();
  EXPECT_THAT(answer, HasSubstr("Connection: close"));
  EXPECT_THAT(answer, EndsWith("klaar"));
  server.wait();
}

// A proxy that stood still for a moment sends on a connection that it kept.
TEST(ServerStop, AnswersWhoIsSilentForAMomentOnlyWhenAskedTo) {
  for (const auto silence : {std::chrono::seconds(0), std::chrono::seconds(1)}) {
    ServerOptions options;
    options.port = 0;
    options.silence_at_stop = silence;
    const auto answer = [](Request&) { return text_response("klaar"); };
    RunningServer server(options, answer, [](Method, std::string_view) { return 0u; });
    RawClient kept(server.port());
    kept.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_THAT(kept.receive(), HasSubstr("keep-alive"));
    server.stop();
    if (silence == std::chrono::seconds(0)) {
      EXPECT_TRUE(kept.is_closed());
    } else {
      std::this_thread::sleep_for(std::chrono::milliseconds(200));  // the door is closed by then
      kept.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
      EXPECT_THAT(kept.receive_all(), HasSubstr("Connection: close"));
    }
    server.wait();
  }
}

TEST(ServerThreads, ServeManyAtOnceAndMixNothingUp) {
  ServerOptions options;
  options.port = 0;
  RunningServer server(options, echo, [](Method, std::string_view) { return 1000u; });
  std::vector<std::jthread> clients;
  for (int client = 0; client < 8; ++client)
    clients.emplace_back([&server, client] {
      RawClient connection(server.port());
      for (int i = 0; i < 40; ++i) {
        const auto body = fmt::format("{}-{}", client, i);
        connection.send(
            fmt::format("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: {}\r\n\r\n{}", body.size(), body));
        EXPECT_THAT(connection.receive(), EndsWith("] " + body));
      }
    });
}

TEST(ServerLimits, MoreRequestsThanMayWaitAreTooMany) {
  std::promise<void> begun, may_finish;
  auto finish = may_finish.get_future().share();
  ServerOptions options;
  options.port = 0;
  options.workers = 1;
  options.waiting = 1;
  std::atomic<bool> first = true;
  const auto slow = [&](Request&) {
    if (first.exchange(false)) begun.set_value();
    finish.wait();
    return text_response("klaar");
  };
  RunningServer server(options, slow, [](Method, std::string_view) { return 0u; });
  RawClient running(server.port()), waiting(server.port());
  running.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
  begun.get_future().wait();
  waiting.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  EXPECT_THAT(RawClient(server.port()).send("GET / HTTP/1.1\r\nHost: x\r\n\r\n").receive(),
              StartsWith("HTTP/1.1 503 "));
  may_finish.set_value();
  EXPECT_THAT(waiting.receive(), EndsWith("klaar"));
}

TEST(ServerLimits, BodiesTogetherHaveALimit) {
  ServerOptions options;
  options.port = 0;
  options.body_memory = 1000;
  RunningServer server(options, echo, [](Method, std::string_view) { return 5000u; });
  RawClient holder(server.port());
  holder.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 901\r\n\r\n" + std::string(900, 'x'));
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  const auto small = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 200\r\n\r\n" + std::string(200, 'y');
  EXPECT_THAT(RawClient(server.port()).send(small).receive(), StartsWith("HTTP/1.1 503 "));
  EXPECT_THAT(holder.send("x").receive(), StartsWith("HTTP/1.1 200 "));
  EXPECT_THAT(RawClient(server.port()).send(small).receive(), StartsWith("HTTP/1.1 200 "));
}

}  // namespace
}  // namespace wijktafel::http
