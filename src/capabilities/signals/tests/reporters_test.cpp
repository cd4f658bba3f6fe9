// Whoever told something: looked at by few, and forgotten.
#include <gtest/gtest.h>

#include "capabilities/notifications/notifications.hpp"
#include "capabilities/signals/actions/answer_signal.hpp"
#include "capabilities/signals/actions/confirm_signal.hpp"
#include "capabilities/signals/actions/look_at_reporter.hpp"
#include "capabilities/signals/tests/signals_support.hpp"

namespace wijktafel::signals {
namespace {

class Reporters : public ::testing::Test {
 protected:
  template <class F>
  auto write(const F& work) {
    return here.database().write([&](db::Transaction& tx) { return work(tx); });
  }
  testing::Neighbourhood here;
};

TEST_F(Reporters, every_look_at_a_reporter_is_written_down) {
  const auto id = here.report(ReportSignal{
      .kind = Kind::problem,
      .text = "x",
      .reporter = ReporterContact{
          .reach = Reach::phone, .address = "06 12345678", .name = "Cor", .follow_token = "geheim"}});
  const auto look = [&](ItemId which) {
    return write(
        [&](db::Transaction& tx) { return look_at_reporter(tx, here.now(), here.coordinator(), which); });
  };
  const auto seen = look(id);
  ASSERT_TRUE(seen);
  EXPECT_EQ(seen->address, "06 12345678");
  const auto looks = write([&](db::Transaction& tx) {
    return tx.query("SELECT item, person, looked_at FROM signal_reporter_look");
  });
  ASSERT_EQ(looks.size(), 1u);
  EXPECT_EQ(looks[0].get<ItemId>(0), id);
  EXPECT_EQ(looks[0].get<std::optional<PersonId>>(1), here.coordinator_person());
  EXPECT_EQ(looks[0].get<Instant>(2), here.now());
  EXPECT_TRUE(std::holds_alternative<NoReporter>(look(here.report()).error()));
  EXPECT_TRUE(std::holds_alternative<NoSuchSignal>(look(ItemId{999}).error()));
}

TEST_F(Reporters, who_stops_the_messages_is_forgotten_but_can_still_follow) {
  const auto id = here.report(ReportSignal{.kind = Kind::problem,
                                           .text = "x",
                                           .reporter = ReporterContact{.reach = Reach::mail,
                                                                       .address = "cor@voorbeeld.invalid",
                                                                       .name = "Cor",
                                                                       .follow_token = "geheim"}});
  write([&](db::Transaction& tx) { stop_messages(tx, here.now(), id); });
  const auto left = write([&](db::Transaction& tx) {
    return tx
        .find(
            "SELECT (SELECT COUNT(*) FROM signal_reporter WHERE address <> '' OR name <> '') + "
            "(SELECT COUNT(*) FROM notification_follower WHERE address <> '')")
        ->get<std::int64_t>(0);
  });
  EXPECT_EQ(left, 0);
  EXPECT_EQ(write([&](db::Transaction& tx) { return find_followed(tx, "geheim"); }), id);
}

TEST_F(Reporters, reporters_are_forgotten_a_good_year_after_the_end) {
  const auto id = here.report(
      ReportSignal{.kind = Kind::problem,
                   .text = "x",
                   .reporter = ReporterContact{
                       .reach = Reach::mail, .address = "cor@voorbeeld.invalid", .follow_token = "geheim"}});
  ASSERT_TRUE(write([&](db::Transaction& tx) {
    return answer_signal(tx, here.now(), here.coordinator(), id,
                         {.text = "De lampen zijn gemaakt.", .outcome = answer::Done{}});
  }));
  const auto forget = [&] {
    return write([&](db::Transaction& tx) { return forget_reporters(tx, here.now(), 10); });
  };
  here.later(std::chrono::days(399));
  EXPECT_EQ(forget(), 0);
  here.later(std::chrono::days(1));
  EXPECT_EQ(forget(), 1);
  EXPECT_EQ(write([&](db::Transaction& tx) { return find_followed(tx, "geheim"); }), std::nullopt);
}

}  // namespace
}  // namespace wijktafel::signals
