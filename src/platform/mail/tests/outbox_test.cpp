// Mail as part of a transaction, on both databases.
#include "platform/mail/outbox.hpp"

#include <gmock/gmock.h>
#include <set>

#include "base/result.hpp"
#include "platform/db/testing_fixture.hpp"
#include "platform/mail/fate.hpp"

namespace wijktafel::mail {
namespace {

using namespace std::chrono_literals;

const Instant morning = parse_instant("2026-11-22T09:00:00+01:00").value();

struct PowerCut {};  // no exception that anybody catches: as if the process ended here

class Postman final : public Mailer {
 public:
  void send(const Message& message) override {
    if (is_ill) throw Failure("the mail server does not answer");
    sent.push_back(message);
    if (dies_after_sending) throw PowerCut{};
  }
  bool is_ill = false;
  bool dies_after_sending = false;
  std::vector<Message> sent;
};

class Outbox : public db::testing::OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped()) return;
    database_ = fresh(db::embedded_migrations(-1, "platform/mail/migrations", "mail"));
    register_mail_job(kinds_, postman_, [this](db::Transaction&, std::string_view name, std::int64_t id) {
      return name == "title" && id == 17 ? title_ : std::nullopt;
    });
    runner_ = std::make_unique<jobs::JobRunner>(*database_, kinds_, clock_);
  }
  Message message(std::string id = "signal-17-answered-2") {
    return {.to_address = "noor@voorbeeld.example",
            .to_name = "Noor",
            .subject = "Bericht terug",
            .text = "Uw signaal is opgelost.",
            .html = "<p>Uw signaal is opgelost.</p>",
            .message_id = std::move(id),
            .reply_to = "antwoord@voorbeeld.example",
            .date = clock_.now()};
  }
  void queue_one(const Message& one, std::optional<Instant> useless_at = std::nullopt) {
    database_->write([&](db::Transaction& tx) { queue(tx, one, useless_at); });
  }
  db::Row kept() {
    return *database_->read([](db::Transaction& tx) {
      return tx.find(
          "SELECT to_address, to_name, subject, text, html, reply_to, sent_at, dropped_at FROM mail_outbox");
    });
  }
  void expect_nothing_personal() {
    const auto row = kept();
    for (std::size_t column = 0; column < 6; ++column)
      EXPECT_FALSE(row.get<std::optional<std::string>>(column)) << column;
  }

  FixedClock clock_{morning};
  Postman postman_;
  std::optional<std::string> title_ = "Lamp & paal";  // of number 17
  jobs::JobKinds kinds_;
  std::unique_ptr<db::Database> database_;
  std::unique_ptr<jobs::JobRunner> runner_;
};
WIJKTAFEL_ON_BOTH_ENGINES(Outbox);

TEST_P(Outbox, SendsWhatWasQueuedAndForgetsWhoItWasFor) {
  queue_one(message());
  EXPECT_TRUE(postman_.sent.empty());
  runner_->run_all_due();
  ASSERT_EQ(postman_.sent.size(), 1U);
  EXPECT_EQ(postman_.sent[0].to_address, "noor@voorbeeld.example");
  EXPECT_EQ(postman_.sent[0].text, "Uw signaal is opgelost.");
  EXPECT_EQ(postman_.sent[0].message_id, "signal-17-answered-2");
  EXPECT_EQ(postman_.sent[0].reply_to, "antwoord@voorbeeld.example");
  expect_nothing_personal();
  EXPECT_EQ(kept().get<std::optional<Instant>>(6), morning);
}

TEST_P(Outbox, SaysWhatIsTrueWhenAMailLeavesNotWhenItWasQueued) {
  auto one = message();
  const auto title = later("title", 17, "niet openbaar");
  one.subject = "Over " + title;
  one.text = title + " en " + title + ", " + later("title", 18, "een ander");
  one.html = "<p>" + title + "</p>";
  postman_.is_ill = true;
  queue_one(one);
  EXPECT_THAT(kept().get<std::string>(3), ::testing::Not(::testing::HasSubstr("Lamp")));
  runner_->run_all_due();
  postman_.is_ill = false;
  clock_.advance(2min);
  runner_->run_all_due();
  one.message_id = "another";
  queue_one(one);
  title_.reset();
  runner_->run_all_due();
  ASSERT_EQ(postman_.sent.size(), 2U);
  EXPECT_EQ(postman_.sent[0].subject, "Over Lamp & paal");
  EXPECT_EQ(postman_.sent[0].text, "Lamp & paal en Lamp & paal, een ander");
  EXPECT_EQ(postman_.sent[0].html, "<p>Lamp &amp; paal</p>");
  EXPECT_EQ(postman_.sent[1].text, "niet openbaar en niet openbaar, een ander");
  EXPECT_EQ(postman_.sent[1].html, "<p>niet openbaar</p>");
}

TEST_P(Outbox, SendsNothingOfATransactionThatWasRefused) {
  const auto refused = database_->write([&](db::Transaction& tx) -> Result<void, std::string> {
    queue(tx, message(), std::nullopt);
    return std::unexpected("no");
  });
  EXPECT_FALSE(refused);
  runner_->run_all_due();
  EXPECT_TRUE(postman_.sent.empty());
}

TEST_P(Outbox, SendsOneEventOnce) {
  queue_one(message());
  queue_one(message());
  runner_->run_all_due();
  queue_one(message());
  runner_->run_all_due();
  EXPECT_EQ(postman_.sent.size(), 1U);
  queue_one(message("signal-17-answered-3"));
  runner_->run_all_due();
  EXPECT_EQ(postman_.sent.size(), 2U);
}

TEST_P(Outbox, TriesAgainWhenTheServerDoesNotAnswer) {
  postman_.is_ill = true;
  queue_one(message());
  runner_->run_all_due();
  EXPECT_TRUE(kept().get<std::optional<std::string>>(0));
  postman_.is_ill = false;
  clock_.advance(2min);
  runner_->run_all_due();
  EXPECT_EQ(postman_.sent.size(), 1U);
  expect_nothing_personal();
}

TEST_P(Outbox, SendsEachOnceWhenTheServerWasAwayForADay) {
  postman_.is_ill = true;
  for (int i = 0; i < 40; ++i) queue_one(message("signal-" + std::to_string(i) + "-answered-2"));
  for (int quarter = 0; quarter < 24 * 4; ++quarter) {
    runner_->run_all_due();
    clock_.advance(15min);
  }
  postman_.is_ill = false;
  clock_.advance(24h);  // at most a day between two attempts
  for (int again = 0; again < 3; ++again) runner_->run_all_due();
  ASSERT_EQ(postman_.sent.size(), 40U);
  std::set<std::string> ids;
  for (const auto& mail : postman_.sent) ids.insert(mail.message_id);
  EXPECT_EQ(ids.size(), 40U);
  expect_nothing_personal();
}

TEST_P(Outbox, ForgetsWhoAMailWasForWhenItIsGivenUpAndCountsIt) {
  postman_.is_ill = true;
  queue_one(message());
  for (int day = 0; day < 19; ++day) {
    runner_->run_all_due();
    clock_.advance(24h);
  }
  EXPECT_TRUE(kept().get<std::optional<std::string>>(0));
  EXPECT_EQ(database_->read(mails_given_up), 0);
  runner_->run_all_due();
  expect_nothing_personal();
  EXPECT_FALSE(kept().get<std::optional<Instant>>(6));
  EXPECT_EQ(database_->read(mails_given_up), 1);
  EXPECT_EQ(database_->read([&](db::Transaction& tx) { return fate_of(tx, message().message_id); }).stage,
            Stage::given_up);
  const auto failed = database_->read([](db::Transaction& tx) { return jobs::failed_jobs(tx); });
  ASSERT_EQ(failed.size(), 1U);
  EXPECT_EQ(failed[0].fault, "the mail server does not answer");
  // Trying it again has nothing left to send.
  postman_.is_ill = false;
  database_->write(
      [&](db::Transaction& tx) { return jobs::retry_failed_job(tx, failed[0].id, clock_.now()); });
  runner_->run_all_due();
  EXPECT_TRUE(postman_.sent.empty());
}

TEST_P(Outbox, SaysWhatBecameOfAMailAndTriesItNowWhenAsked) {
  const auto fate = [&](const std::string& id) {
    return database_->read([&](db::Transaction& tx) { return fate_of(tx, id); });
  };
  EXPECT_EQ(fate("other").stage, Stage::unknown);
  postman_.is_ill = true;
  queue_one(message());
  const auto id = message().message_id;
  EXPECT_EQ(fate(id).stage, Stage::waiting);
  EXPECT_FALSE(fate(id).next_try);
  for (int hour = 0; hour < 5; ++hour) {
    runner_->run_all_due();
    clock_.advance(1h);
  }
  runner_->run_all_due();
  ASSERT_TRUE(fate(id).next_try);
  EXPECT_GT(*fate(id).next_try, clock_.now());
  postman_.is_ill = false;
  database_->write([&](db::Transaction& tx) { hurry(tx, clock_.now(), id); });
  runner_->run_all_due();
  EXPECT_EQ(fate(id).stage, Stage::sent);
  database_->write([&](db::Transaction& tx) {
    queue(tx, message("dropped"));
    drop(tx, clock_.now(), "dropped");
  });
  EXPECT_EQ(fate("dropped").stage, Stage::dropped);
}

// The process ends after the server took the mail and before that was written down.
TEST_P(Outbox, SendsAMailAgainWithTheSameIdWhenItsSendingWasNotWrittenDown) {
  postman_.dies_after_sending = true;
  queue_one(message());
  EXPECT_THROW(runner_->run_all_due(), PowerCut);
  ASSERT_EQ(postman_.sent.size(), 1U);
  postman_.dies_after_sending = false;
  EXPECT_EQ(runner_->run_all_due(), 0U);  // it may still be at work
  clock_.advance(5min);
  runner_->run_all_due();
  clock_.advance(24h);
  runner_->run_all_due();
  ASSERT_EQ(postman_.sent.size(), 2U);
  EXPECT_EQ(postman_.sent[0].message_id, postman_.sent[1].message_id);
  expect_nothing_personal();
}

TEST_P(Outbox, DropsAMailThatIsUselessByNow) {
  postman_.is_ill = true;
  queue_one(message(), morning + 30min);
  runner_->run_all_due();
  postman_.is_ill = false;
  clock_.advance(31min);
  runner_->run_all_due();
  EXPECT_TRUE(postman_.sent.empty());
  expect_nothing_personal();
  EXPECT_FALSE(kept().get<std::optional<Instant>>(6));
  EXPECT_EQ(kept().get<std::optional<Instant>>(7), morning + 31min);
}

}  // namespace
}  // namespace wijktafel::mail
