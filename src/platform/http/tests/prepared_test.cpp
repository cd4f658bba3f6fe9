// Answers that are ready: sent by the I/O thread, without a worker.
#include "platform/http/prepared.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/result.hpp"
#include "platform/http/response_head.hpp"
#include "platform/http/tests/raw_client_support.hpp"

namespace wijktafel::http {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::shared_ptr<const Prepared> page_of(std::size_t bytes) {
  auto response = text_response(std::string(bytes, '.') + "einde");
  auto ready = std::make_shared<Prepared>();
  ready->head = head_start(response);
  ready->body = std::make_shared<const std::string>(response.body);
  return ready;
}

class PreparedTest : public testing::Test {
 protected:
  static ServerOptions any_port() {
    ServerOptions options;
    options.port = 0;
    options.body_deadline = std::chrono::seconds(1);
    return options;
  }
  static std::shared_ptr<const Prepared> find(const Request& request) {
    if (request.path == "/kapot") throw Failure("the world broke");
    if (request.path == "/groot") return large;
    return request.path == "/klaar" ? small : nullptr;
  }
  static const std::shared_ptr<const Prepared> small, large;
  RunningServer server{any_port(),
                       [](Request& request) { return text_response("worker " + request.path); },
                       [](Method, std::string_view) { return 10u; },
                       {},
                       find};
  RawClient client{server.port()};
};
const std::shared_ptr<const Prepared> PreparedTest::small = page_of(10);
const std::shared_ptr<const Prepared> PreparedTest::large = page_of(20'000'000);

std::string get(std::string_view path, std::string_view method = "GET") {
  return fmt::format("{} {} HTTP/1.1\r\nHost: x\r\n\r\n", method, path);
}

TEST_F(PreparedTest, AreSentWithDateAndConnection) {
  const auto answer = client.send(get("/klaar")).receive();
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 200 OK\r\n"));
  EXPECT_THAT(answer, HasSubstr("\r\nContent-Length: 15\r\n"));
  EXPECT_THAT(answer, HasSubstr("\r\nDate: "));
  EXPECT_THAT(answer, EndsWith("\r\nConnection: keep-alive\r\n\r\n..........einde"));
}

TEST_F(PreparedTest, KeepTheirPlaceBetweenTheOthers) {
  const auto all = client.send(get("/a") + get("/klaar") + get("/b") + get("/klaar")).receive(4);
  EXPECT_LT(all.find("worker /a"), all.find("einde"));
  EXPECT_LT(all.find("einde"), all.find("worker /b"));
  EXPECT_LT(all.find("worker /b"), all.rfind("einde"));
}

TEST_F(PreparedTest, HaveNoBodyForHead) {
  client.send(get("/klaar", "HEAD") + get("/klaar"));
  const auto both = client.send("GET /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").receive_all();
  EXPECT_EQ(both.find("einde"), both.rfind("einde"));
  EXPECT_THAT(both, HasSubstr("Content-Length: 15"));
}

TEST_F(PreparedTest, AreOnlyForWhoReads) {
  const auto answer = client.send("POST /klaar HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\na").receive();
  EXPECT_THAT(answer, EndsWith("worker /klaar"));
  EXPECT_THAT(client.send("GET /klaar HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\na").receive(),
              EndsWith("worker /klaar"));
}

TEST_F(PreparedTest, EndTheConnectionWhenAsked) {
  EXPECT_THAT(client.send("GET /klaar HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").receive_all(),
              HasSubstr("\r\nConnection: close\r\n"));
}

TEST_F(PreparedTest, AFailureToFindOneIsLeftToAWorker) {
  EXPECT_THAT(client.send(get("/kapot")).receive(), EndsWith("worker /kapot"));
}

TEST_F(PreparedTest, LargerThanTheSystemTakesAtOnceArriveWhole) {
  const auto answer = client.send(get("/groot")).receive();
  EXPECT_THAT(answer.size(), testing::Gt(20'000'000u));
  EXPECT_TRUE(answer.ends_with(".einde"));
  EXPECT_THAT(client.send(get("/klaar")).receive(), EndsWith("..........einde"));
}

TEST_F(PreparedTest, WhoDoesNotReadIsCutOff) {
  client.send(get("/groot"));
  std::this_thread::sleep_for(std::chrono::milliseconds(1500));
  const auto answer = client.receive_all();
  EXPECT_FALSE(answer.ends_with(".einde"));
}

}  // namespace
}  // namespace wijktafel::http
