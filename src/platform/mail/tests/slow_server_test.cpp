// A mail server that takes the connection and never speaks: nothing but the mail itself may wait for it.
#include <arpa/inet.h>
#include <chrono>
#include <future>
#include <gmock/gmock.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "platform/db/testing_fixture.hpp"
#include "platform/mail/outbox.hpp"

namespace wijktafel::mail {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;

// The kernel takes the connection; nobody answers on it.
class SilentServer {
 public:
  SilentServer() : listener_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    EXPECT_EQ(::bind(listener_, reinterpret_cast<sockaddr*>(&address), size), 0);
    EXPECT_EQ(::listen(listener_, 4), 0);
    EXPECT_EQ(::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size), 0);
    port_ = ntohs(address.sin_port);
  }
  ~SilentServer() { ::close(listener_); }
  SilentServer(const SilentServer&) = delete;
  SilentServer& operator=(const SilentServer&) = delete;

  std::string url() const { return "smtp://127.0.0.1:" + std::to_string(port_); }
  bool is_called_within(std::chrono::milliseconds time) const {
    pollfd waiting{.fd = listener_, .events = POLLIN, .revents = 0};
    return ::poll(&waiting, 1, static_cast<int>(time.count())) == 1;
  }

 private:
  int listener_;
  std::uint16_t port_ = 0;
};

class SlowServer : public db::testing::OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped()) return;
    database_ = fresh(db::embedded_migrations(-1, "platform/mail/migrations", "mail"));
    register_mail_job(kinds_, *mailer_);
  }
  void queue_a_mail() {
    database_->write([&](db::Transaction& tx) {
      queue(tx, {.to_address = "ank@example.nl",
                 .to_name = "Ank",
                 .subject = "Uw signaal",
                 .text = "Dag",
                 .html = {},
                 .message_id = "signal-12-answered",
                 .reply_to = {},
                 .date = clock_.now()});
    });
  }
  std::string fault() {
    return database_->read([](db::Transaction& tx) {
      return tx.query("SELECT last_fault FROM job WHERE kind = 'mail.send'").at(0).get<std::string>(0);
    });
  }

  SilentServer server_;
  std::unique_ptr<Mailer> mailer_ = open_mailer(server_.url(), "w@example.org", "");
  SystemClock clock_;
  jobs::JobKinds kinds_;
  std::unique_ptr<db::Database> database_;
};
WIJKTAFEL_ON_BOTH_ENGINES(SlowServer);

// curl would give up by itself after a minute, and say that the time was up.
TEST_P(SlowServer, HoldsUpNoOtherJobAndNotTheEndOfTheProgram) {
  std::promise<void> ran;
  kinds_.add("other", [&](db::Transaction&, const Facts&, Instant) { ran.set_value(); });
  jobs::JobRunner runner(*database_, kinds_, clock_);
  runner.start();
  queue_a_mail();
  ASSERT_TRUE(server_.is_called_within(20s));
  database_->write([&](db::Transaction& tx) { jobs::enqueue(tx, "other", {}, clock_.now()); });
  EXPECT_EQ(ran.get_future().wait_for(20s), std::future_status::ready);
  runner.stop();
  EXPECT_THAT(fault(), HasSubstr("aborted"));
}

}  // namespace
}  // namespace wijktafel::mail
