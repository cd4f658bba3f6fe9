// Mail that comes in, through the whole program without a mail server.
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>

#include "app/testing.hpp"
#include "capabilities/forwarding/forwarding.hpp"
#include "capabilities/mail_in/actions/take_mail.hpp"
#include "capabilities/mail_in/maildir.hpp"
#include "capabilities/signals/signals.hpp"

namespace wijktafel::mail_in {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class MailIn : public ::testing::Test {
 protected:
  Outcome take(mail::Received mail, const std::vector<std::string>& left_out = {}) {
    if (mail.from_address.empty()) mail.from_address = "noor@voorbeeld.invalid";
    if (mail.message_id.empty()) mail.message_id = "m-" + std::to_string(++number_);
    return town_.database().write([&](db::Transaction& tx) {
      return take_mail(town_.service(), tx, town_.clock().now(),
                       {.mail = mail, .digest = "d", .left_out = left_out});
    });
  }
  std::vector<items::Item> signals() {
    return town_.database().read(
        [](db::Transaction& tx) { return items::list(tx, {.area = "GM0001", .only_public = false}); });
  }

  // Who hears of the first signal by mail; "" when nobody does.
  std::string reached() {
    return town_.database().read([](db::Transaction& tx) {
      const auto row = tx.find("SELECT address FROM notification_follower ORDER BY id");
      return row ? row->get<std::string>(0) : std::string();
    });
  }

  app::testing::Town town_;
  int number_ = 0;
};

TEST_F(MailIn, BecomesASignalOfWhoSentIt) {
  const auto outcome = take({.from_name = "Noor",
                             .to = {"signalen@tafel.invalid", "signalen+parkbuurt@tafel.invalid"},
                             .subject = "Fwd: Gat in het pad",
                             .text = "Er is een gat.\n\n-- \nNoor, 0612345678"},
                            {"plan.pdf"});
  EXPECT_EQ(outcome, Outcome::signal);
  const auto all = signals();
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].title, "Gat in het pad");
  EXPECT_EQ(all[0].area, "BU00010101");
  EXPECT_THAT(all[0].text,
              AllOf(HasSubstr("Er is een gat."), HasSubstr("plan.pdf"), Not(HasSubstr("0612345678"))));
  EXPECT_EQ(reached(), "noor@voorbeeld.invalid");
}

TEST_F(MailIn, OfSomebodyWhoWorksForTheAreaHasNoReporter) {
  town_.person("Sanne", {{.role = "coordinator", .area = "BU00010101", .organisation = {}}},
               "sanne@voorbeeld.invalid");
  EXPECT_EQ(take({.from_address = "sanne@voorbeeld.invalid",
                  .to = {"signalen+parkbuurt@tafel.invalid"},
                  .subject = "Fwd: lamp",
                  .text = "Zie onder.\n\n-- \nDe lamp is stuk"}),
            Outcome::signal);
  EXPECT_THAT(signals().at(0).text, HasSubstr("De lamp is stuk"));
  EXPECT_EQ(reached(), "");
  // Anybody can write her address above a mail.
  EXPECT_FALSE(town_.database().read([](db::Transaction& tx) {
    return tx.find("SELECT 1 FROM item_history WHERE by_person IS NOT NULL").has_value();
  }));
}

TEST_F(MailIn, IsForwardedByWhoWorksHereOrForAnOrganisationAndByNobodyElse) {
  const auto organisation = town_.database().write(
      [](db::Transaction& tx) { return organisations::create_organisation(tx, "housing", "Woonstichting"); });
  town_.person("Bram", {{.role = "member", .area = {}, .organisation = organisation}},
               "bram@voorbeeld.invalid");
  town_.person("Mo", {{.role = "moderator", .area = {}, .organisation = {}}}, "mo@voorbeeld.invalid");
  town_.person("Els", {{.role = "coordinator", .area = "BU00010102", .organisation = {}}},
               "els@voorbeeld.invalid");
  const auto reached_after = [&](const std::string& from) {
    EXPECT_EQ(take({.from_address = from,
                    .to = {"signalen+parkbuurt@tafel.invalid"},
                    .subject = from,
                    .text = "De lamp van " + from}),
              Outcome::signal);
    return reached();
  };
  EXPECT_EQ(reached_after("bram@voorbeeld.invalid"), "");
  EXPECT_EQ(reached_after("mo@voorbeeld.invalid"), "");
  EXPECT_EQ(reached_after("els@voorbeeld.invalid"), "els@voorbeeld.invalid") << "works elsewhere";
}

TEST_F(MailIn, ThatIsAWorryAboutAPersonIsAnsweredWithWhomToCallAndKeptNowhere) {
  const auto outcome = take({.to = {"signalen+parkbuurt@tafel.invalid"},
                             .subject = "Kanariegeel",
                             .text = "Kanariegeel: er loopt een verwarde man door de straat"});
  EXPECT_EQ(outcome, Outcome::worry);
  EXPECT_FALSE(is_held(outcome));
  EXPECT_TRUE(signals().empty());
  town_.database().read([](db::Transaction& tx) {
    const auto answer = tx.find("SELECT to_address, text FROM mail_outbox");
    ASSERT_TRUE(answer.has_value());
    EXPECT_EQ(answer->get<std::string>(0), "noor@voorbeeld.invalid");
    EXPECT_THAT(answer->get<std::string>(1),
                AllOf(HasSubstr("112"), HasSubstr("0800-1205"), Not(HasSubstr("anariegeel"))));
  });
}

TEST_F(MailIn, ForAnotherDoorBecomesASignalAndIsAnsweredWithWhereItBelongs) {
  const auto outcome = take({.to = {"signalen+parkbuurt@tafel.invalid"},
                             .subject = "Kanariegeel",
                             .text = "Ik maak bezwaar tegen de kanariegele dakkapel."});
  EXPECT_EQ(outcome, Outcome::signal);
  const auto signal = signals().at(0);
  town_.database().read([&](db::Transaction& tx) {
    const auto answer =
        tx.find("SELECT to_address, subject, text FROM mail_outbox WHERE message_id LIKE 'mail-in-door-%'");
    ASSERT_TRUE(answer.has_value());
    EXPECT_EQ(answer->get<std::string>(0), "noor@voorbeeld.invalid");
    EXPECT_THAT(answer->get<std::string>(1), HasSubstr("ummer " + std::to_string(raw(signal.id))));
    EXPECT_THAT(answer->get<std::string>(2),
                AllOf(HasSubstr("officiële brief"), HasSubstr("met de datum waarop wij het kregen"),
                      Not(HasSubstr("anarie"))));
  });
}

TEST_F(MailIn, ForAnotherDoorIsNotAnsweredAgainTheSameDayOrWhenItLooksLikeAdvertisingOrIsForwarded) {
  const auto answers = [&] {
    return town_.database().read([](db::Transaction& tx) {
      return tx.find("SELECT COUNT(*) FROM mail_outbox WHERE message_id LIKE 'mail-in-door-%'")
          ->get<std::int64_t>(0);
    });
  };
  const auto take_from = [&](const std::string& from, const std::string& text) {
    EXPECT_EQ(take({.from_address = from,
                    .to = {"signalen+parkbuurt@tafel.invalid"},
                    .subject = "Bericht",
                    .text = text}),
              Outcome::signal);
  };
  town_.person("Sanne", {{.role = "coordinator", .area = "BU00010101", .organisation = {}}},
               "sanne@voorbeeld.invalid");
  take_from("sanne@voorbeeld.invalid", "Zie onder. Ik maak bezwaar tegen de dakkapel.");
  take_from("winkel@voorbeeld.invalid",
            "Klacht indienen? http://a.invalid http://b.invalid http://c.invalid");
  EXPECT_EQ(answers(), 0);
  take_from("noor@voorbeeld.invalid", "Ik maak bezwaar tegen de dakkapel.");
  take_from("noor@voorbeeld.invalid", "Ik maak ook bezwaar tegen de schuur.");
  EXPECT_EQ(answers(), 1);
}

TEST_F(MailIn, ForAnotherDoorIsNotAnsweredAnyMoreWhenItsTextIsDestroyed) {
  EXPECT_EQ(take({.to = {"signalen+parkbuurt@tafel.invalid"},
                  .subject = "Bezwaar",
                  .text = "Ik maak bezwaar tegen de dakkapel."}),
            Outcome::signal);
  const auto id = signals().at(0).id;
  town_.database().write([&](db::Transaction& tx) {
    jobs::enqueue(tx, "items.text_erased", {{"item", raw(id)}}, town_.clock().now());
  });
  town_.run_jobs();
  EXPECT_FALSE(town_.database().read([](db::Transaction& tx) {
    return tx.find("SELECT 1 FROM mail_outbox WHERE message_id LIKE 'mail-in-door-%' AND dropped_at IS NULL")
        .has_value();
  }));
}

TEST_F(MailIn, ThatBelongsHereIsAnsweredWithItsReceiptOnly) {
  EXPECT_EQ(take({.to = {"signalen+parkbuurt@tafel.invalid"}, .subject = "Lamp", .text = "De lamp is stuk"}),
            Outcome::signal);
  EXPECT_FALSE(town_.database().read([](db::Transaction& tx) {
    return tx.find("SELECT 1 FROM mail_outbox WHERE message_id LIKE 'mail-in-door-%'").has_value();
  }));
}

TEST_F(MailIn, ThatIsAWorryFarBelowInALongMailIsKeptNowhereEither) {
  std::string text;
  for (int line = 0; line < 300; ++line) text += "Dan nog over de heg en de lantaarn.\n";
  const auto outcome = take({.to = {"signalen+parkbuurt@tafel.invalid"},
                             .subject = "Van alles",
                             .text = text + "En er loopt een verwarde man door de straat."});
  EXPECT_EQ(outcome, Outcome::worry);
  EXPECT_TRUE(signals().empty());
}

TEST_F(MailIn, ThatLooksLikeAdvertisingWaitsForAModerator) {
  EXPECT_EQ(take({.to = {"signalen+parkbuurt@tafel.invalid"},
                  .subject = "Koop nu",
                  .text = "http://a.invalid http://b.invalid http://c.invalid"}),
            Outcome::signal);
  EXPECT_EQ(signals().at(0).visibility, items::Visibility::confidential);
}

TEST_F(MailIn, IsTakenOnce) {
  const mail::Received mail{.message_id = "same",
                            .from_address = "noor@voorbeeld.invalid",
                            .to = {"signalen+parkbuurt@tafel.invalid"},
                            .subject = "Gat",
                            .text = "Gat"};
  EXPECT_EQ(take(mail), Outcome::signal);
  EXPECT_EQ(take(mail), Outcome::known);
  EXPECT_EQ(signals().size(), 1u);
}

TEST_F(MailIn, IsHeldWhenAProgramSentItOrNobodyKnowsWhereItBelongs) {
  const std::vector<std::string> here{"signalen+parkbuurt@tafel.invalid"};
  EXPECT_EQ(take({.to = here, .subject = "Weg", .text = "Ik ben weg", .is_automatic = true}),
            Outcome::held_robot);
  EXPECT_EQ(take({.to = here, .subject = "Rond", .text = "Rond", .hops = 40}), Outcome::held_robot);
  EXPECT_EQ(take({.to = here, .subject = "Koop", .text = "Koop", .is_spam = true}), Outcome::held_spam);
  EXPECT_EQ(take({.to = {"signalen@tafel.invalid"}, .subject = "Gat", .text = "Gat"}), Outcome::held_no_area);
  EXPECT_EQ(take({.to = {"signalen+nergens@tafel.invalid"}, .subject = "Gat", .text = "Gat"}),
            Outcome::held_no_area);
  EXPECT_EQ(take({.to = here, .subject = "", .text = ""}), Outcome::held_refused);
  EXPECT_EQ(take({.to = {"signalen+antwoord-1-abc@tafel.invalid"}, .subject = "x", .text = "y"}),
            Outcome::held_reply);
  EXPECT_TRUE(signals().empty());
}

TEST_F(MailIn, LosesNothingOfALongMail) {
  std::string text;
  for (int i = 0; i < 700; ++i) text += "regel " + std::to_string(i) + "\n";
  EXPECT_EQ(take({.to = {"signalen+parkbuurt@tafel.invalid"}, .subject = "Lang", .text = text}),
            Outcome::signal);
  std::string kept;
  const auto item = signals().at(0);
  kept = item.text;
  town_.database().read([&](db::Transaction& tx) {
    for (const auto& update : signals::updates_of(tx, item.id)) kept += update.text;
  });
  for (int i = 0; i < 700; i += 99) EXPECT_THAT(kept, HasSubstr("regel " + std::to_string(i) + "\n")) << i;
}

TEST_F(MailIn, OfOneSenderIsEnoughAfterTwentyInADay) {
  for (int i = 0; i < 20; ++i)
    EXPECT_EQ(take({.to = {"signalen+parkbuurt@tafel.invalid"},
                    .subject = "Nr " + std::to_string(i),
                    .text = "Tekst " + std::to_string(i)}),
              Outcome::signal);
  const mail::Received more{.to = {"signalen+parkbuurt@tafel.invalid"}, .subject = "Nog", .text = "Nog een"};
  EXPECT_EQ(take(more), Outcome::held_many);
  town_.clock().advance(std::chrono::hours(25));
  EXPECT_EQ(take(more), Outcome::signal);
}

TEST(MailInFolder, GivesWhatIsNewAndHoldsWhatItIsTold) {
  namespace fs = std::filesystem;
  const auto folder = fs::temp_directory_path() / ("maildir-" + std::to_string(getpid()));
  for (const auto* part : {"new", "cur", "tmp"}) fs::create_directories(folder / part);
  std::ofstream(folder / "new" / "2") << "twee";
  std::ofstream(folder / "new" / "1") << "een";
  fs::create_symlink("/etc/passwd", folder / "new" / "0");
  const Maildir maildir(folder);
  const auto waiting = maildir.waiting(10);
  ASSERT_EQ(waiting.size(), 2u);
  EXPECT_EQ(Maildir::read(waiting[0], 100), "een");
  EXPECT_FALSE(Maildir::read(waiting[0], 2));
  maildir.hold(waiting[0]);
  Maildir::remove(waiting[1]);
  EXPECT_TRUE(maildir.waiting(10).empty());
  EXPECT_TRUE(fs::exists(folder / "held" / "1"));
  fs::remove_all(folder);
}

}  // namespace
}  // namespace wijktafel::mail_in
