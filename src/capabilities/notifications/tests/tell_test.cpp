// Who hears what, once, in their own language, through the real outbox.
#include "capabilities/notifications/tell.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/testing.hpp"
#include "capabilities/notifications/notifications.hpp"

namespace wijktafel::notifications {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const std::string area = "BU00010101";

class TellTest : public ::testing::Test {
 protected:
  items::ItemId item(const std::string& title, const std::string& kind = "signal",
                     items::Visibility visibility = items::Visibility::everyone) {
    return town_.database().write([&](db::Transaction& tx) {
      items::NewItem made;
      made.kind = kind;
      made.area = area;
      made.lineage = town_.service().find_area(area)->lineage;
      made.title = title;
      made.status = kind == "signal" ? "received" : "open";
      made.visibility = visibility;
      return items::create(tx, town_.clock().now(), identity::system_actor(), made,
                           {.what = "signals.reported"});
    });
  }
  void follow(items::ItemId id, const Subscription& subscription) {
    town_.database().write(
        [&](db::Transaction& tx) { subscribe(tx, town_.clock().now(), id, subscription); });
  }
  void milestone(items::ItemId id, const std::string& text = {}) {
    town_.database().write([&](db::Transaction& tx) {
      items::record(tx, town_.clock().now(), identity::system_actor(), id,
                    {.what = "goals.goal_closed_reached", .personal_text = text, .is_milestone = true});
    });
    // Told twice, as a job that was interrupted would; mails stay in the outbox, where a test can read them.
    for (int times = 0; times < 2; ++times)
      town_.database().write([&](db::Transaction& tx) {
        const auto sequence =
            tx.find("SELECT head_sequence FROM item WHERE id = $1", id)->get<std::int64_t>(0);
        tell_milestone(town_.service(), tx, {{"item", raw(id)}, {"sequence", sequence}}, town_.clock().now());
      });
  }
  void link(items::ItemId from, items::ItemId to) {
    town_.database().write([&](db::Transaction& tx) {
      items::link(tx, town_.clock().now(), from, to, items::LinkKind::led_to);
    });
  }

  app::testing::Town town_;
};

TEST_F(TellTest, AFollowerHearsAMilestoneOnceWithTheTextAndTheOwnLink) {
  const auto signal = item("Het pad is donker");
  follow(signal,
         {.address = "cor@voorbeeld.invalid", .name = "Cor", .follow_path = "/voorbeeldstad/volg/geheim"});

  milestone(signal, "De lampen <branden> weer.");

  const auto mails = town_.mails();
  ASSERT_EQ(mails.size(), 1u);
  EXPECT_EQ(mails[0].to_address, "cor@voorbeeld.invalid");
  EXPECT_THAT(mails[0].subject, HasSubstr("Het pad is donker"));
  EXPECT_THAT(mails[0].text, HasSubstr("Dag Cor,"));
  EXPECT_THAT(mails[0].text, HasSubstr("De lampen <branden> weer."));
  EXPECT_THAT(mails[0].html, HasSubstr("De lampen &lt;branden&gt; weer."));
  EXPECT_THAT(mails[0].text, HasSubstr("/voorbeeldstad/volg/geheim"));
}

TEST_F(TellTest, WhatItLedToIsToldTooAndTwoRoadsGiveOneMessage) {
  const auto signal = item("Het pad is donker");
  const auto decision = item("Besluit");
  const auto goal = item("Veilig naar school", "goal");
  follow(signal, {.address = "cor@voorbeeld.invalid"});
  link(signal, decision);
  link(decision, goal);
  link(signal, goal);

  milestone(goal);

  ASSERT_EQ(town_.mails().size(), 1u);
  EXPECT_THAT(town_.mails()[0].text, HasSubstr("Veilig naar school"));
}

TEST_F(TellTest, AnEnglishReaderGetsEnglish) {
  const auto signal = item("The path is dark");
  follow(signal, {.address = "sue@voorbeeld.invalid", .language = i18n::Language::en});

  milestone(signal);

  EXPECT_THAT(town_.mails().at(0).text, HasSubstr("Goal closed: reached."));
}

TEST_F(TellTest, WhatIsNotPublicIsNotToldToFollowersOfSomethingElse) {
  const auto signal = item("Openbaar");
  const auto hidden = item("Vertrouwelijk", "signal", items::Visibility::confidential);
  follow(signal, {.address = "cor@voorbeeld.invalid"});
  link(signal, hidden);

  milestone(hidden);

  EXPECT_TRUE(town_.mails().empty());
}

TEST_F(TellTest, AMailAboutWhatIsNotForEverybodySaysItsNumberAndNotItsTitle) {
  const auto hidden = item("Ruzie op de derde verdieping", "signal", items::Visibility::confidential);
  follow(hidden, {.address = "cor@voorbeeld.invalid"});

  milestone(hidden);

  const auto mails = town_.mails();
  ASSERT_EQ(mails.size(), 1u);
  for (const auto& text : {mails[0].subject, mails[0].text, mails[0].html}) {
    EXPECT_THAT(text, Not(HasSubstr("derde verdieping")));
    EXPECT_THAT(text, HasSubstr("ummer " + std::to_string(raw(hidden))));
  }
}

TEST_F(TellTest, AMailAboutWhatIsNotForEverybodyLeavesWhatHappenedAndTheTextToThePage) {
  const auto hidden = item("Ruzie", "signal", items::Visibility::confidential);
  follow(hidden, {.address = "cor@voorbeeld.invalid", .follow_path = "/voorbeeldstad/volg/geheim"});

  milestone(hidden, "De wijkagent komt langs.");

  const auto mail = town_.mails().at(0);
  for (const auto& text : {mail.text, mail.html}) {
    EXPECT_THAT(text, Not(HasSubstr("wijkagent")));
    EXPECT_THAT(text, Not(HasSubstr("Doel afgesloten")));
    EXPECT_THAT(text, HasSubstr("U leest het op de pagina achter de link."));
    EXPECT_THAT(text, HasSubstr("/voorbeeldstad/volg/geheim"));
  }
}

TEST_F(TellTest, AMailThatWaitsHasNoTitleOfWhatIsNotForEverybodyAnyMore) {
  const auto signal = item("Ruzie op de derde verdieping");
  const auto goal = item("Rust in de flat", "goal");
  follow(signal, {.address = "cor@voorbeeld.invalid"});
  link(signal, goal);
  milestone(goal, "De buren spraken elkaar.");
  EXPECT_THAT(town_.mails().at(0).subject, HasSubstr("derde verdieping"));
  EXPECT_THAT(town_.mails().at(0).text, HasSubstr("De buren spraken elkaar."));
  EXPECT_THAT(town_.mails().at(0).text, HasSubstr("Doel afgesloten"));
  town_.database().write([&](db::Transaction& tx) {
    for (const auto id : {signal, goal})
      (void)items::change(tx, town_.clock().now(), identity::system_actor(), id,
                          {.visibility = items::Visibility::confidential},
                          {.what = "signals.made_confidential"});
  });
  const auto mail = town_.mails().at(0);
  for (const auto& text : {mail.subject, mail.text, mail.html}) {
    EXPECT_THAT(text, Not(HasSubstr("derde verdieping")));
    EXPECT_THAT(text, Not(HasSubstr("Rust in de flat")));
    EXPECT_THAT(text, Not(HasSubstr("spraken elkaar")));
    EXPECT_THAT(text, Not(HasSubstr("Doel afgesloten")));
  }
  EXPECT_THAT(mail.text, HasSubstr("Dit nieuws is niet openbaar."));
  EXPECT_THAT(mail.text, HasSubstr("Daarom staat het niet in deze mail."));
}

TEST_F(TellTest, WhoChoseTheTelephoneIsPutOnTheListToCall) {
  const auto signal = item("Het pad is donker");
  follow(signal, {.channel = Channel::phone, .address = "0612345678"});

  milestone(signal);

  EXPECT_TRUE(town_.mails().empty());
  const auto calls = town_.database().read([](db::Transaction& tx) {
    return tx.find("SELECT COUNT(*) FROM notification_call WHERE called_at IS NULL")->get<int>(0);
  });
  EXPECT_EQ(calls, 1);
}

TEST_F(TellTest, WhoStoppedHearsNothingMore) {
  const auto signal = item("Het pad is donker");
  follow(signal, {.address = "cor@voorbeeld.invalid"});
  town_.database().write([&](db::Transaction& tx) { unsubscribe_all(tx, signal); });

  milestone(signal);

  EXPECT_TRUE(town_.mails().empty());
}

}  // namespace
}  // namespace wijktafel::notifications
