// What people and moderators do with reactions, and what is refused.
#include <gtest/gtest.h>

#include "capabilities/accounts/accounts.hpp"
#include "capabilities/comments/actions/confirm_comment.hpp"
#include "capabilities/comments/actions/moderate_comment.hpp"
#include "capabilities/comments/actions/remove_comment.hpp"
#include "capabilities/comments/actions/report_comment.hpp"
#include "capabilities/comments/reads/conversation.hpp"
#include "capabilities/comments/tests/comments_support.hpp"

namespace wijktafel::comments {
namespace {

using namespace std::chrono_literals;
using testing::Talk;

template <class Refusal, class Value, class Variant>
bool is_refused(const Result<Value, Variant>& result) {
  return !result && std::holds_alternative<Refusal>(result.error());
}

class CommentActions : public ::testing::Test {
 protected:
  auto confirm(std::string_view token) {
    return talk_.database().write(
        [&](db::Transaction& tx) { return confirm_comment(tx, talk_.now(), token); });
  }
  auto hide(CommentId id, std::string_view reason = "Er stond een naam in") {
    return talk_.database().write(
        [&](db::Transaction& tx) { return hide_comment(tx, talk_.now(), testing::moderator(), id, reason); });
  }
  auto show(CommentId id) {
    return talk_.database().write(
        [&](db::Transaction& tx) { return show_comment(tx, talk_.now(), testing::moderator(), id); });
  }
  auto report(CommentId id, std::string network = "198.51.100.0/24") {
    return talk_.database().write([&](db::Transaction& tx) {
      return report_comment(tx, talk_.now(), {.comment = id, .reason = "rude", .network = network});
    });
  }
  std::int64_t work() {
    return talk_.database().read(
        [&](db::Transaction& tx) { return store::count_work(tx, testing::parkbuurt); });
  }
  std::int64_t shown() {
    return talk_.database().read([&](db::Transaction& tx) { return count_shown(tx, talk_.item()); });
  }
  Talk talk_;
};

TEST_F(CommentActions, WhatAVisitorWritesIsShownOnceItIsConfirmed) {
  const auto placed = talk_.write("Wat fijn").value();
  EXPECT_EQ(placed.state, State::unconfirmed);
  EXPECT_EQ(shown(), 0);
  EXPECT_TRUE(talk_.history().empty()) << "nothing has happened yet";
  ASSERT_TRUE(confirm(placed.link_token));
  EXPECT_EQ(shown(), 1);
  EXPECT_EQ(talk_.history(), std::vector<std::string>{"comments.placed"});
  EXPECT_TRUE(is_refused<LinkUsed>(confirm(placed.link_token)));
  EXPECT_EQ(shown(), 1);
}

TEST_F(CommentActions, ALinkWorksForHalfAnHourAndOnlyWhenItIsKnown) {
  const auto placed = talk_.write("Wat fijn").value();
  EXPECT_TRUE(is_refused<LinkUnknown>(confirm("geraden")));
  talk_.later(30min);
  EXPECT_TRUE(is_refused<LinkExpired>(confirm(placed.link_token)));
  EXPECT_EQ(shown(), 0);
}

TEST_F(CommentActions, WhoIsSignedInIsKnownAndFollowersHearOfIt) {
  talk_.database().write([&](db::Transaction& tx) { items::mark_followed(tx, talk_.item()); });
  const auto placed = talk_.say(talk_.add_person("Noor"), "Wat fijn").value();
  EXPECT_EQ(placed.state, State::shown);
  EXPECT_EQ(talk_.row(placed.id).name, "") << "the account holds the name";
  EXPECT_EQ(talk_.jobs_waiting("items.milestone_recorded"), 1);
}

TEST_F(CommentActions, WhereAModeratorLooksFirstNobodySeesOrHearsItBefore) {
  talk_.moderate_first();
  talk_.database().write([&](db::Transaction& tx) { items::mark_followed(tx, talk_.item()); });
  const auto placed = talk_.say(talk_.add_person("Noor"), "Wat fijn").value();
  EXPECT_EQ(placed.state, State::waiting);
  EXPECT_EQ(shown(), 0);
  EXPECT_EQ(work(), 1);
  EXPECT_EQ(talk_.jobs_waiting("items.milestone_recorded"), 0);
  ASSERT_TRUE(show(placed.id));
  EXPECT_EQ(shown(), 1);
  EXPECT_EQ(work(), 0);
  EXPECT_EQ(talk_.jobs_waiting("items.milestone_recorded"), 1);
  EXPECT_EQ(talk_.history(), (std::vector<std::string>{"comments.approved", "comments.placed"}));
}

TEST_F(CommentActions, AHiddenReactionKeepsItsTextAndCanBeShownAgain) {
  const auto id = talk_.say(talk_.add_person("Noor"), "Kees woont op 12").value().id;
  ASSERT_TRUE(report(id));
  ASSERT_TRUE(hide(id));
  EXPECT_EQ(shown(), 0);
  EXPECT_EQ(work(), 0) << "a decision settles the reports";
  EXPECT_EQ(talk_.row(id).reason, "Er stond een naam in");
  EXPECT_EQ(talk_.row(id).text, "Kees woont op 12");
  EXPECT_TRUE(is_refused<AlreadyDone>(hide(id)));
  ASSERT_TRUE(show(id));
  EXPECT_EQ(shown(), 1);
  EXPECT_EQ(talk_.row(id).reason, "");
  EXPECT_EQ(talk_.history(),
            (std::vector<std::string>{"comments.placed", "comments.hidden", "comments.shown_again"}));
}

TEST_F(CommentActions, OnlyTheWriterRemovesAndTheTextIsGoneForGood) {
  const auto noor = talk_.add_person("Noor");
  const auto id = talk_.say(noor, "Wat fijn").value().id;
  const auto remove_as = [&](const Actor& actor) {
    return talk_.database().write(
        [&](db::Transaction& tx) { return remove_comment(tx, talk_.now(), actor, id); });
  };
  EXPECT_TRUE(is_refused<NotYours>(remove_as(testing::actor_of(talk_.add_person("Kees")))));
  EXPECT_TRUE(is_refused<NotYours>(remove_as(identity::visitor())));
  EXPECT_EQ(remove_as(testing::actor_of(noor)), talk_.item());
  EXPECT_EQ(talk_.row(id).text, "");
  EXPECT_TRUE(is_refused<AlreadyDone>(show(id)));
}

TEST_F(CommentActions, AVisitorRemovesByTheLinkOfTheMailOnceItIsConfirmed) {
  const auto placed = talk_.write("Wat fijn").value();
  const auto remove_by = [&](std::string_view token) {
    return talk_.database().write(
        [&](db::Transaction& tx) { return remove_comment_by_link(tx, talk_.now(), token); });
  };
  EXPECT_TRUE(is_refused<NotYours>(remove_by(placed.link_token)));
  ASSERT_TRUE(confirm(placed.link_token));
  EXPECT_TRUE(is_refused<NoSuchComment>(remove_by("geraden")));
  EXPECT_TRUE(remove_by(placed.link_token));
  EXPECT_EQ(talk_.row(placed.id).text, "");
  EXPECT_EQ(talk_.row(placed.id).name, "");
  EXPECT_TRUE(is_refused<LinkUnknown>(confirm(placed.link_token)));
}

TEST_F(CommentActions, NobodyReactsOnWhatIsNotPublicOrCannotBeRead) {
  const auto secret = talk_.add_item(items::Visibility::confidential);
  const auto noor = talk_.add_person("Noor");
  const auto on = [&](ItemId item, std::optional<CommentId> reply_to) {
    return talk_.database().write([&](db::Transaction& tx) {
      return place_comment(tx, talk_.now(), testing::actor_of(noor),
                           {.item = item, .reply_to = reply_to, .text = "Hallo"});
    });
  };
  EXPECT_TRUE(is_refused<NoSuchItem>(on(secret, std::nullopt)));
  EXPECT_TRUE(is_refused<NoSuchItem>(on(ItemId{999}, std::nullopt)));
  const auto unconfirmed = talk_.write("Wat fijn").value().id;
  EXPECT_TRUE(is_refused<NoSuchComment>(on(talk_.item(), unconfirmed)));
  const auto elsewhere = talk_.add_item();
  const auto shown_id = talk_.say(noor, "Wat fijn").value().id;
  EXPECT_TRUE(is_refused<NoSuchComment>(on(elsewhere, shown_id))) << "a reply belongs to the same item";
  ASSERT_TRUE(hide(shown_id));
  EXPECT_TRUE(is_refused<NoSuchComment>(on(talk_.item(), shown_id)));
}

TEST_F(CommentActions, LimitsStopOneAddressOneNetworkAndOneAccountButNotASchool) {
  for (int i = 0; i < per_address; ++i) ASSERT_TRUE(talk_.write("tekst"));
  EXPECT_TRUE(is_refused<TooManyForAddress>(talk_.write("tekst")));
  for (int i = per_address; i < per_network; ++i)
    ASSERT_TRUE(talk_.write("tekst", "leerling" + std::to_string(i) + "@voorbeeld.invalid")) << i;
  EXPECT_TRUE(is_refused<TooManyFromNetwork>(talk_.write("tekst", "nog@voorbeeld.invalid")));
  EXPECT_TRUE(talk_.write("tekst", "nog@voorbeeld.invalid", "198.51.100.0/24"));
  const auto noor = talk_.add_person("Noor");
  for (int i = 0; i < per_person; ++i) ASSERT_TRUE(talk_.say(noor, "tekst"));
  EXPECT_TRUE(is_refused<TooManyFromPerson>(talk_.say(noor, "tekst")));
  talk_.later(30min);
  EXPECT_TRUE(talk_.say(noor, "tekst"));
  EXPECT_TRUE(talk_.write("tekst"));
}

TEST_F(CommentActions, OneReactionHasAnEndToItsReplies) {
  const auto noor = talk_.add_person("Noor");
  const auto id = talk_.say(noor, "Wat fijn").value().id;
  for (int i = 0; i < most_replies; ++i) {
    talk_.later(2min);
    ASSERT_TRUE(talk_.say(noor, "antwoord", id));
  }
  EXPECT_TRUE(is_refused<TooManyReplies>(talk_.say(noor, "antwoord", id)));
}

TEST_F(CommentActions, TheSameReaderReportsOnce) {
  const auto id = talk_.say(talk_.add_person("Noor"), "Wat stom").value().id;
  EXPECT_TRUE(report(id));
  EXPECT_TRUE(report(id));
  EXPECT_TRUE(report(id, "192.0.2.0/24"));
  EXPECT_EQ(work(), 1);
  EXPECT_EQ(shown(), 1) << "counting hides nothing";
  ASSERT_TRUE(show(id));
  EXPECT_EQ(work(), 0);
  EXPECT_EQ(talk_.history(), std::vector<std::string>{"comments.placed"}) << "leaving it is no event";
  ASSERT_TRUE(hide(id));
  EXPECT_TRUE(is_refused<NoSuchComment>(report(id)));
}

}  // namespace
}  // namespace wijktafel::comments
