// Forwarding in both databases.
#include "capabilities/forwarding/store.hpp"

#include <gmock/gmock.h>

#include "capabilities/forwarding/sent_file_store.hpp"
#include "capabilities/forwarding/update_store.hpp"
#include "platform/db/testing_fixture.hpp"

namespace wijktafel::forwarding {
namespace {

using namespace std::chrono_literals;

class ForwardingStore : public db::testing::OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped()) return;
    std::vector<db::Migration> migrations;
    const std::pair<int, const char*> capabilities[] = {
        {0, "places"}, {0, "organisations"}, {1, "accounts"}, {2, "items"}, {6, "forwarding"}};
    for (const auto& [level, name] : capabilities) {
      auto more = db::embedded_migrations(level, std::string("capabilities/") + name + "/migrations", name);
      migrations.insert(migrations.end(), more.begin(), more.end());
    }
    database_ = fresh(migrations);
    database_->write([&](db::Transaction& tx) {
      const auto organisation = organisations::create_organisation(tx, "municipality", "Gemeente");
      item_ = items::create(
          tx, now_, identity::system_actor(),
          {.kind = "signal", .area = "BU1", .lineage = {"BU1"}, .title = "Gat", .status = "received"},
          {.what = "signals.reported"});
      destination_ = store::insert(tx, store::Destination{.organisation = organisation,
                                                          .title = "Systeem",
                                                          .endpoint = "https://voorbeeld.nl",
                                                          .areas = {"BU1", "BU2"},
                                                          .created_at = now_});
    });
  }
  SentId add_sent() {
    return database_->write([&](db::Transaction& tx) {
      return store::insert(tx, store::Sent{.item = item_,
                                           .destination = destination_,
                                           .request_key = "k",
                                           .next_try = now_,
                                           .created_at = now_});
    });
  }

  std::unique_ptr<db::Database> database_;
  Instant now_ = *parse_instant("2026-11-22T12:00:00Z");
  ItemId item_{};
  DestinationId destination_{};
};
WIJKTAFEL_ON_BOTH_ENGINES(ForwardingStore);

TEST_P(ForwardingStore, KeepsADestinationWithItsServicesAndAnswers) {
  database_->write([&](db::Transaction& tx) {
    auto destination = store::find(tx, destination_).value();
    EXPECT_EQ(destination.areas, (std::vector<std::string>{"BU1", "BU2"}));
    EXPECT_TRUE(destination.themes.empty());
    destination.ended_at = now_;
    destination.try_fault = "busy";
    store::update(tx, destination);
    store::replace_services(tx, destination_,
                            {{.code = "A", .title = "Een", .description = "d"},
                             {.code = "A", .title = "Twee", .description = ""}});
    store::replace_theme_lines(tx, destination_, {{"", "A"}, {"lamp", "A"}});
    store::replace_answers(tx, destination_, {{"A", "q", "ja"}});
  });
  database_->read([&](db::Transaction& tx) {
    EXPECT_TRUE(store::current(tx).empty());
    ASSERT_EQ(store::all(tx).size(), 1u);
    EXPECT_EQ(store::all(tx).front().try_fault, "busy");
    EXPECT_EQ(store::services_of(tx, destination_).size(), 1u);
    EXPECT_EQ(store::theme_lines(tx, destination_).size(), 2u);
    EXPECT_EQ(store::answers_of(tx, destination_).at(0).answer, "ja");
  });
}

TEST_P(ForwardingStore, FindsWhatIsDueWhatFailedAndWhatIsToBeAskedAfter) {
  const auto id = add_sent();
  database_->write([&](db::Transaction& tx) {
    EXPECT_EQ(store::overdue(tx, now_ + 1min, 10).size(), 1u);
    EXPECT_TRUE(store::overdue(tx, now_, 10).empty());
    EXPECT_EQ(store::count_waiting(tx), 1);
    auto sent = store::find_sent(tx, id).value();
    sent.fault = "busy";
    store::update(tx, sent);
    EXPECT_EQ(store::with_fault(tx, 10).size(), 1u);
    EXPECT_EQ(store::count_with_fault(tx), 1);
    sent.fault = "";
    sent.state = State::accepted;
    sent.external_number = "5";
    sent.next_try = std::nullopt;
    store::update(tx, sent);
    EXPECT_EQ(store::to_poll(tx, destination_, now_, 10).size(), 1u);
    sent.polled_at = now_;
    store::update(tx, sent);
    EXPECT_TRUE(store::to_poll(tx, destination_, now_ - 1min, 10).empty());
    EXPECT_EQ(store::find_by_number(tx, destination_, "5")->id, id);
    EXPECT_FALSE(store::find_by_number(tx, destination_, ""));
    EXPECT_EQ(store::newest_sent(tx, destination_, now_, 10).size(), 1u);
    EXPECT_TRUE(store::newest_sent(tx, destination_, now_ + 1min, 10).empty());
  });
}

TEST_P(ForwardingStore, TellsAndHearsEverythingOnce) {
  const auto id = add_sent();
  database_->write([&](db::Transaction& tx) {
    const auto update = store::insert_update(tx, id, 3, now_);
    ASSERT_TRUE(update);
    EXPECT_FALSE(store::insert_update(tx, id, 3, now_));
    auto row = store::find_update(tx, *update).value();
    row.fault = "refused";
    row.next_try = std::nullopt;
    store::update(tx, row);
    EXPECT_EQ(store::failed_updates(tx, id).size(), 1u);
    EXPECT_EQ(store::with_fault(tx, 10).size(), 1u);
    EXPECT_TRUE(store::hear(tx, destination_, "u1"));
    EXPECT_FALSE(store::hear(tx, destination_, "u1"));
  });
}

TEST_P(ForwardingStore, KnowsWhichMailsMayStillFailAndWhichSystemsCannotBeAsked) {
  const auto id = add_sent();
  database_->write([&](db::Transaction& tx) {
    auto sent = store::find_sent(tx, id).value();
    EXPECT_TRUE(store::mails_underway(tx, 10).empty());
    sent.is_mail_underway = true;
    sent.fault_since = now_;
    store::update(tx, sent);
    EXPECT_EQ(store::mails_underway(tx, 10).size(), 1u);
    EXPECT_EQ(store::find_sent(tx, id)->fault_since, now_);
    auto destination = store::find(tx, destination_).value();
    destination.poll_fault = "busy";
    destination.poll_detail = "HTTP 503";
    destination.poll_fault_since = now_;
    store::update(tx, destination);
    EXPECT_EQ(store::count_with_fault(tx), 1);
    EXPECT_EQ(store::find(tx, destination_)->poll_detail, "HTTP 503");
    EXPECT_EQ(store::find(tx, destination_)->poll_fault_since, now_);
  });
}

TEST_P(ForwardingStore, ForgetsAfterAWhileThatSomethingWasNotKept) {
  database_->write([&](db::Transaction& tx) {
    store::insert_unkept(tx, {destination_, now_ - 1h});
    store::insert_unkept(tx, {destination_, now_});
    ASSERT_EQ(store::newest_unkept(tx, 10).size(), 2u);
    EXPECT_EQ(store::newest_unkept(tx, 1).front().heard_at, now_);
    store::forget_unkept_before(tx, now_);
    EXPECT_EQ(store::newest_unkept(tx, 10).size(), 1u);
  });
}

}  // namespace
}  // namespace wijktafel::forwarding
