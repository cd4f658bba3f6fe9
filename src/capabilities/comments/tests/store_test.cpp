// Reactions in both databases.
#include "capabilities/comments/store.hpp"

#include "capabilities/comments/actions/moderate_comment.hpp"
#include "capabilities/comments/actions/remove_comment.hpp"
#include "capabilities/comments/reads/conversation.hpp"
#include "capabilities/comments/reads/queue.hpp"
#include "capabilities/comments/tests/comments_support.hpp"
#include "capabilities/comments/tokens.hpp"
#include "capabilities/comments/writer_store.hpp"
#include "platform/db/testing_fixture.hpp"

namespace wijktafel::comments {
namespace {

using namespace std::chrono_literals;
using testing::Talk;

using CommentStore = db::testing::OnBothEngines;
WIJKTAFEL_ON_BOTH_ENGINES(CommentStore);

TEST_P(CommentStore, KeepsAReactionAsItWasGiven) {
  Talk talk(GetParam());
  const auto id = talk.database().write([&](db::Transaction& tx) {
    return store::insert(tx, {.key = "R-01",
                              .item = talk.item(),
                              .state = State::waiting,
                              .text = "Wat fijn 🌳",
                              .person = identity::PersonId{5},
                              .organisation = identity::OrganisationId{6},
                              .written_at = talk.now()});
  });
  talk.database().write([&](db::Transaction& tx) {
    auto row = store::find_locked(tx, id).value();
    row.state = State::hidden;
    row.reason = "Er stond een naam in";
    row.shown_at = talk.now() + 1min;
    store::update(tx, row);
  });
  const auto row = talk.row(id);
  EXPECT_EQ(row.key, "R-01");
  EXPECT_EQ(row.state, State::hidden);
  EXPECT_EQ(row.text, "Wat fijn 🌳");
  EXPECT_EQ(row.person, identity::PersonId{5});
  EXPECT_EQ(row.organisation, identity::OrganisationId{6});
  EXPECT_EQ(row.reason, "Er stond een naam in");
  EXPECT_EQ(row.shown_at, talk.now() + 1min);
  EXPECT_EQ(row.reply_to, std::nullopt);
  talk.database().read([&](db::Transaction& tx) {
    EXPECT_EQ(store::find_by_key(tx, "R-01"), id);
    EXPECT_EQ(store::find_by_key(tx, "R-02"), std::nullopt);
    EXPECT_FALSE(store::find(tx, CommentId{999}));
  });
}

TEST_P(CommentStore, PagesByKeyNewestFirstWithEveryReplyOldestFirst) {
  Talk talk(GetParam());
  const auto noor = talk.add_person("Noor");
  std::vector<CommentId> said;
  for (int i = 0; i < page_size * 2; ++i) {
    said.push_back(talk.say(noor, "reactie")->id);
    talk.later(2min);  // below the limit of one person
  }
  const auto first_reply = talk.say(noor, "een", said.back())->id;
  const auto second_reply = talk.say(noor, "twee", first_reply)->id;
  talk.database().read([&](db::Transaction& tx) {
    const auto newest = read_conversation(tx, talk.item(), std::nullopt).value();
    EXPECT_EQ(newest.count, page_size * 2 + 2);
    ASSERT_EQ(newest.threads.size(), static_cast<std::size_t>(page_size));
    EXPECT_EQ(newest.threads.front().first.id, said.back());
    ASSERT_EQ(newest.threads.front().replies.size(), 2u) << "a reply to a reply is one of the same reaction";
    EXPECT_EQ(newest.threads.front().replies[0].id, first_reply);
    EXPECT_EQ(newest.threads.front().replies[1].id, second_reply);
    const auto older = read_conversation(tx, talk.item(), newest.older).value();
    EXPECT_EQ(older.threads.size(), static_cast<std::size_t>(page_size));
    EXPECT_EQ(older.threads.back().first.id, said.front());
    EXPECT_EQ(older.older, std::nullopt);
  });
}

TEST_P(CommentStore, ShowsARemovedReactionOnlyWhereSomebodyReplied) {
  Talk talk(GetParam());
  const auto noor = talk.add_person("Noor");
  const auto lonely = talk.say(noor, "niemand antwoordt")->id;
  const auto answered = talk.say(noor, "iemand antwoordt")->id;
  const auto reply = talk.say(noor, "antwoord", answered)->id;
  talk.database().write([&](db::Transaction& tx) {
    EXPECT_TRUE(remove_comment(tx, talk.now(), testing::actor_of(noor), lonely));
    EXPECT_TRUE(remove_comment(tx, talk.now(), testing::actor_of(noor), answered));
  });
  talk.database().read([&](db::Transaction& tx) {
    const auto shown = read_conversation(tx, talk.item(), std::nullopt).value();
    ASSERT_EQ(shown.threads.size(), 1u);
    EXPECT_EQ(shown.threads[0].first.id, answered);
    EXPECT_EQ(shown.threads[0].first.text, "");
    EXPECT_EQ(shown.threads[0].replies.at(0).id, reply);
    EXPECT_EQ(shown.count, 1);
  });
}

TEST_P(CommentStore, ListsWhatMustBeLookedAtOldestFirstInEveryAreaAbove) {
  Talk talk(GetParam());
  talk.moderate_first();
  const auto noor = talk.add_person("Noor");
  std::vector<CommentId> said;
  for (int i = 0; i <= queue_page_size; ++i) said.push_back(talk.say(noor, "reactie")->id);
  for (const std::string_view area : {std::string_view(testing::parkbuurt), std::string_view("GM0001")})
    talk.database().read([&](db::Transaction& tx) {
      const auto queue = read_queue(tx, area, std::nullopt);
      EXPECT_EQ(queue.count, queue_page_size + 1);
      ASSERT_EQ(queue.lines.size(), static_cast<std::size_t>(queue_page_size));
      EXPECT_EQ(queue.lines.front().one.comment.id, said.front());
      const auto next = read_queue(tx, area, queue.later);
      ASSERT_EQ(next.lines.size(), 1u);
      EXPECT_EQ(next.lines.front().one.comment.id, said.back());
    });
  talk.database().read([&](db::Transaction& tx) {
    EXPECT_EQ(read_queue(tx, testing::havenbuurt, std::nullopt).lines.size(), 0u);
  });
}

TEST_P(CommentStore, ForgetsAddressesThatWereNotConfirmedAndNetworksOfYesterday) {
  Talk talk(GetParam());
  const auto unconfirmed = talk.write("nooit bevestigd")->id;
  talk.later(1h);
  const auto late = talk.write("nog niet bevestigd")->id;
  talk.database().write([&](db::Transaction& tx) {
    store::remove_unconfirmed_before(tx, talk.now() - 30min, 10);
    EXPECT_FALSE(store::find(tx, unconfirmed));
    EXPECT_TRUE(store::find(tx, late));
    store::insert_report(tx, late, "rude", "203.0.113.0/24", talk.now());
    store::forget_networks_before(tx, talk.now());
    EXPECT_EQ(store::reports_from(tx, "203.0.113.0/24", talk.now() - 1h), 0);
    EXPECT_EQ(store::asked_from_network(tx, "203.0.113.0/24", talk.now() - 1h), 0);
    EXPECT_EQ(store::asked_for_address(tx, "noor@voorbeeld.invalid", talk.now() - 1h), 1);
    store::confirm_writer(tx, late, talk.now());
    EXPECT_EQ(store::asked_for_address(tx, "noor@voorbeeld.invalid", talk.now() - 1h), 0);
  });
}

TEST_P(CommentStore, KeepsOnlyTheHashOfTheSecretOfALink) {
  Talk talk(GetParam());
  const auto placed = talk.write("tekst").value();
  talk.database().read([&](db::Transaction& tx) {
    EXPECT_FALSE(store::find_writer(tx, placed.link_token));
    EXPECT_EQ(store::find_writer(tx, hash_of_token(placed.link_token))->comment, placed.id);
  });
}

}  // namespace
}  // namespace wijktafel::comments
