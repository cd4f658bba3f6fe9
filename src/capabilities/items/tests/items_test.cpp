// The registry on both databases: history that cannot be rewritten unseen, kept counts, stale edits, links
// and gaps.
#include "capabilities/items/items.hpp"

#include <thread>

#include "capabilities/items/store.hpp"
#include "platform/db/testing_fixture.hpp"

using namespace wijktafel;
using namespace wijktafel::items;
using namespace std::chrono_literals;

namespace {

const Instant morning = parse_instant("2026-01-08T09:00:00+01:00").value();
const std::string area = "BU16212131";

class ItemsTest : public db::testing::OnBothEngines {
 protected:
  std::unique_ptr<db::Database> database() {
    return fresh(db::embedded_migrations(2, "capabilities/items/migrations", "items"));
  }
};
WIJKTAFEL_ON_BOTH_ENGINES(ItemsTest);

NewItem a_signal(std::string title = "Het pad achter de garages is donker") {
  NewItem item;
  item.kind = "signal";
  item.area = area;
  item.lineage = {area, "WK162121", "GM1621"};
  item.title = std::move(title);
  item.text = "Drie lampen doen het niet.";
  item.domains = safety | physical;
  item.themes = {"licht"};
  item.status = "received";
  return item;
}

ItemId reported(db::Database& database, const NewItem& item = a_signal()) {
  return database.write([&](db::Transaction& tx) {
    return create(tx, morning, identity::visitor(), item,
                  {.what = "signals.reported", .personal_text = item.text, .is_milestone = true});
  });
}

Actor coordinator() {
  Actor actor;
  actor.person = identity::PersonId{7};
  actor.grants = {{"coordinator", "WK162121", OrganisationId{3}}};
  return actor;
}

std::vector<ChainFault> faults(db::Database& database) {
  return database.read([](db::Transaction& tx) { return verify(tx); });
}

std::int64_t jobs_waiting(db::Database& database) {
  return database.read([](db::Transaction& tx) {
    return tx.find("SELECT COUNT(*) FROM job WHERE kind = 'items.milestone_recorded'")->get<std::int64_t>(0);
  });
}

}  // namespace

TEST_P(ItemsTest, AnItemIsFoundAsItWasKept) {
  const auto db = database();
  NewItem written = a_signal();
  written.place = geo::Point{4.4853, 51.9941};
  written.next_date = parse_date("2026-01-22");
  const auto id = reported(*db, written);

  const auto item = db->read([&](db::Transaction& tx) { return find(tx, id); }).value();

  EXPECT_EQ(item.title, written.title);
  EXPECT_EQ(item.domains, unsigned{safety | physical});
  EXPECT_EQ(item.themes, std::vector<std::string>{"licht"});
  EXPECT_EQ(item.place, written.place);
  EXPECT_EQ(item.next_date, written.next_date);
  EXPECT_EQ(item.created_at, morning);
  EXPECT_FALSE(item.holder.has_value());
}

TEST_P(ItemsTest, ManyItemsAreFoundAtOnceAndWhatDoesNotExistIsAbsent) {
  const auto db = database();
  const auto one = reported(*db, a_signal());
  const auto other = reported(*db, a_signal());

  db->read([&](db::Transaction& tx) {
    const auto found = find_all(tx, {other, ItemId{999}, one});
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found.at(one).id, one);
    EXPECT_EQ(found.at(other).title, a_signal().title);
    EXPECT_TRUE(find_all(tx, {}).empty());
  });
}

TEST_P(ItemsTest, AWholeHistoryVerifiesAndEveryKindOfTamperingIsFound) {
  const auto db = database();
  const auto id = reported(*db);
  db->write([&](db::Transaction& tx) {
    record(tx, morning + 1h, coordinator(), id,
           {.what = "signals.answered",
            .facts = {{"days", std::int64_t{2}}},
            .personal_text = "De lampen worden gemaakt."});
    record(tx, morning + 2h, coordinator(), id, {.what = "signals.done"});
  });
  ASSERT_TRUE(faults(*db).empty());

  const auto fault_after = [&](const char* tamper, const char* mend) {
    db->write([&](db::Transaction& tx) { tx.execute(tamper); });
    const auto found = faults(*db);
    db->write([&](db::Transaction& tx) { tx.execute(mend); });
    EXPECT_TRUE(faults(*db).empty()) << mend;
    return found.empty() ? std::string("nothing") : found.front().fault;
  };
  EXPECT_EQ(fault_after("UPDATE item_history SET facts = '{\"days\":9}' WHERE sequence = 2",
                        "UPDATE item_history SET facts = '{\"days\":2}' WHERE sequence = 2"),
            "hash");
  EXPECT_EQ(fault_after("UPDATE item_history_text SET text = 'x' || text WHERE sequence = 2",
                        "UPDATE item_history_text SET text = SUBSTR(text, 2) WHERE sequence = 2"),
            "text");
  EXPECT_EQ(fault_after("UPDATE item_history SET sequence = 9 WHERE sequence = 2",
                        "UPDATE item_history SET sequence = 2 WHERE sequence = 9"),
            "gap");
  EXPECT_EQ(fault_after("UPDATE item SET head_sequence = 2", "UPDATE item SET head_sequence = 3"), "tail");
}

TEST_P(ItemsTest, ACutOffTailIsFound) {
  const auto db = database();
  const auto id = reported(*db);
  db->write([&](db::Transaction& tx) {
    record(tx, morning + 1h, coordinator(), id, {.what = "signals.answered"});
  });
  db->write([&](db::Transaction& tx) { tx.execute("DELETE FROM item_history WHERE sequence = 2"); });

  ASSERT_EQ(faults(*db).size(), 1u);
  EXPECT_EQ(faults(*db).front().fault, "tail");
}

TEST_P(ItemsTest, ErasedTextIsGoneEverywhereAndTheChainStaysValid) {
  const auto db = database();
  const auto id = reported(*db);
  db->write([&](db::Transaction& tx) {
    erase_text(tx, morning + 1h, coordinator(), id, "Doorverwezen", {.what = "signals.referred"});
  });

  EXPECT_TRUE(faults(*db).empty());
  db->read([&](db::Transaction& tx) {
    EXPECT_EQ(find(tx, id)->text, "");
    EXPECT_EQ(tx.find("SELECT COUNT(*) FROM item_history_text")->get<int>(0), 0);
    EXPECT_EQ(tx.find("SELECT COUNT(*) FROM job WHERE kind = 'items.text_erased'")->get<int>(0), 1)
        << "what others keep about it must go too";
  });
}

TEST_P(ItemsTest, AStaleEditChangesNothingAndSaysSo) {
  const auto db = database();
  const auto id = reported(*db);
  const auto seen = db->read([&](db::Transaction& tx) { return find(tx, id)->version; });
  const auto set_status = [&](const char* status) {
    return db->write([&](db::Transaction& tx) {
      return change(tx, morning + 1h, coordinator(), id, {.status = status}, {.what = "signals.looked_at"},
                    seen);
    });
  };
  EXPECT_TRUE(set_status("looked_at").has_value());
  EXPECT_FALSE(set_status("done").has_value());

  db->read([&](db::Transaction& tx) {
    EXPECT_EQ(find(tx, id)->status, "looked_at");
    EXPECT_EQ(tx.find("SELECT COUNT(*) FROM item_history")->get<int>(0), 2);
  });
}

TEST_P(ItemsTest, ListsArePagedByKeyAndFoundFromDistrictAndMunicipality) {
  const auto db = database();
  std::vector<ItemId> ids;
  for (int i = 0; i < 5; ++i) ids.push_back(reported(*db, a_signal("Signaal " + std::to_string(i))));
  NewItem hidden = a_signal("Vertrouwelijk");
  hidden.visibility = Visibility::confidential;
  reported(*db, hidden);

  db->read([&](db::Transaction& tx) {
    const auto first_page = list(tx, {.area = "GM1621", .kinds = {"signal"}, .limit = 2});
    ASSERT_EQ(first_page.size(), 2u);
    EXPECT_EQ(first_page[0].id, ids[4]);
    const auto second_page =
        list(tx, {.area = area, .kinds = {"signal", "goal"}, .before = first_page[1].id, .limit = 2});
    ASSERT_EQ(second_page.size(), 2u);
    EXPECT_EQ(second_page[0].id, ids[2]);
    EXPECT_TRUE(list(tx, {.area = area, .domains = social}).empty());
    EXPECT_TRUE(list(tx, {.area = "BU99999999"}).empty());
  });
}

TEST_P(ItemsTest, KeptCountsFollowEveryChangeAndSurviveFolding) {
  const auto db = database();
  const auto id = reported(*db);
  reported(*db);
  const auto counted = [&](bool is_open, Domains domain) {
    return db->read([&](db::Transaction& tx) { return count(tx, "WK162121", "signal", domain, is_open); });
  };
  EXPECT_EQ(counted(true, 0), 2);
  EXPECT_EQ(counted(true, safety), 2);
  EXPECT_EQ(counted(true, social), 0);

  db->write([&](db::Transaction& tx) {
    (void)change(tx, morning, coordinator(), id, {.domains = social, .status = "done", .is_open = false},
                 {.what = "signals.done"});
  });
  db->write([&](db::Transaction& tx) { store::fold_counts(tx); });

  EXPECT_EQ(counted(true, 0), 1);
  EXPECT_EQ(counted(false, 0), 1);
  EXPECT_EQ(counted(false, social), 1);
  EXPECT_EQ(counted(false, safety), 0);
}

TEST_P(ItemsTest, OnlyWhatSomebodyFollowsIsToldAndWhatItLedToIsFollowedToo) {
  const auto db = database();
  const auto signal = reported(*db);
  const auto goal = reported(*db, a_signal("Doel"));
  const auto commitment = reported(*db, a_signal("Afspraak"));
  const auto milestone = [&](ItemId id) {
    db->write([&](db::Transaction& tx) {
      record(tx, morning, coordinator(), id, {.what = "goals.commitment_kept", .is_milestone = true});
    });
  };
  milestone(commitment);
  EXPECT_EQ(jobs_waiting(*db), 0);

  db->write([&](db::Transaction& tx) {
    link(tx, morning, goal, commitment, LinkKind::led_to);
    mark_followed(tx, signal);
    link(tx, morning, signal, goal, LinkKind::led_to);
  });
  milestone(commitment);

  EXPECT_EQ(jobs_waiting(*db), 1);
  db->read([&](db::Transaction& tx) {
    EXPECT_EQ(with_ancestors(tx, commitment), (std::vector{commitment, goal, signal}));
  });
}

TEST_P(ItemsTest, TalkIsToldToFollowersAndIsNoMilestone) {
  const auto db = database();
  const auto id = reported(*db);
  db->write([&](db::Transaction& tx) {
    mark_followed(tx, id);
    record(tx, morning, identity::visitor(), id, {.what = "comments.placed", .is_told = true});
    record(tx, morning, identity::visitor(), id, {.what = "comments.removed"});
  });
  EXPECT_EQ(jobs_waiting(*db), 1);
  EXPECT_EQ(db->read([&](db::Transaction& tx) {
    return tx.find("SELECT COUNT(*) FROM item_history WHERE is_milestone = 1")->get<int>(0);
  }),
            1);
}

TEST_P(ItemsTest, AGapIsOpenedOnceAndClosed) {
  const auto db = database();
  const auto id = reported(*db);
  db->write([&](db::Transaction& tx) {
    open_gap(tx, morning, id, "signals.gap.promise_without_commitment");
    open_gap(tx, morning + 1h, id, "signals.gap.promise_without_commitment");
  });
  db->read([&](db::Transaction& tx) {
    ASSERT_EQ(gaps_of_area(tx, area).size(), 1u);
    EXPECT_EQ(gaps_of(tx, id).front().since, morning);
  });
  db->write(
      [&](db::Transaction& tx) { close_gap(tx, morning, id, "signals.gap.promise_without_commitment"); });
  db->read([&](db::Transaction& tx) { EXPECT_TRUE(gaps_of_area(tx, area).empty()); });
}

TEST_P(ItemsTest, AWriteRaisesTheVersionOfEveryAreaAboveIt) {
  const auto db = database();
  const auto before = db->version("GM1621");
  reported(*db);
  EXPECT_GT(db->version("GM1621"), before);
  EXPECT_GT(db->version(area), 0u);
  EXPECT_EQ(db->version("BU16213141"), 0u);
}

// PostgreSQL: without the lock the second would decide by what was true before the first, and both would be
// written.
TEST_P(ItemsTest, WhoReadsToDecideWaitsForWhoIsDeciding) {
  const auto db = database();
  const auto id = reported(*db);
  const auto take = [&](const std::function<void()>& meanwhile) {
    return db->write([&](db::Transaction& tx) -> Result<void, std::string> {
      const auto item = find_locked(tx, id);
      if (item->status != "received") return std::unexpected(item->status);
      meanwhile();
      Change to;
      to.status = "looked_at";
      (void)change(tx, morning, coordinator(), id, to, {.what = "signals.looked_at"});
      return {};
    });
  };
  Result<void, std::string> second;
  std::thread other;

  const auto first = take([&] {
    other = std::thread([&] { second = take([] {}); });
    std::this_thread::sleep_for(200ms);
  });
  other.join();

  EXPECT_TRUE(first);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error(), "looked_at");
}

TEST_P(ItemsTest, WhatIsLockedCanStillBeLinkedTo) {
  const auto db = database();
  const auto signal = reported(*db);
  const auto goal = reported(*db, a_signal("Licht in de straat"));
  db->write([&](db::Transaction& tx) {
    ASSERT_TRUE(find_locked(tx, signal));
    link(tx, morning, signal, goal, LinkKind::led_to);
    EXPECT_EQ(led_to(tx, signal).size(), 1u);
    EXPECT_FALSE(find_locked(tx, ItemId{9999}));
  });
}
