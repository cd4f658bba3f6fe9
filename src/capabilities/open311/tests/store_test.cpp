// What Open311 keeps and gives out, in both databases.
#include "capabilities/open311/store.hpp"

#include <gmock/gmock.h>

#include "capabilities/open311/key_store.hpp"
#include "capabilities/open311/request_store.hpp"
#include "capabilities/open311/update_store.hpp"
#include "capabilities/signals/signals.hpp"
#include "platform/db/testing_fixture.hpp"

namespace wijktafel::open311 {
namespace {

using namespace std::chrono_literals;
using items::ItemId;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class Open311Store : public db::testing::OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped()) return;
    std::vector<db::Migration> migrations;
    const std::pair<int, const char*> capabilities[] = {
        {0, "places"}, {0, "organisations"}, {1, "accounts"}, {1, "themes"},
        {2, "items"},  {3, "notifications"}, {4, "signals"},  {6, "open311"}};
    for (const auto& [level, name] : capabilities) {
      auto more = db::embedded_migrations(level, std::string("capabilities/") + name + "/migrations", name);
      migrations.insert(migrations.end(), more.begin(), more.end());
    }
    database_ = fresh(migrations);
    database_->write([&](db::Transaction& tx) {
      lamp_ = signal(tx, "lamp", "verlichting", now_ - 2h);
      bin_ = signal(tx, "bak", "", now_ - 1h);
      key_ = store::insert_key(
          tx, {.client = "Gemeente", .per_hour = 10, .may_update = true, .made_at = now_}, "hash");
    });
  }
  ItemId signal(db::Transaction& tx, const std::string& text, const std::string& theme, Instant reported_at) {
    web::AreaRef area;
    area.key = "BU1";
    area.lineage = {"BU1"};
    return signals::keep_past(
        tx, area, {.signal = {.text = text, .theme = theme}, .reported_at = reported_at}, local_date(now_));
  }
  std::vector<ItemId> listed(const store::RequestFilter& filter) {
    return database_->read([&](db::Transaction& tx) {
      std::vector<ItemId> all;
      for (const auto& row : store::list_requests(tx, filter)) all.push_back(row.item);
      return all;
    });
  }

  std::unique_ptr<db::Database> database_;
  Instant now_ = *parse_instant("2026-11-22T12:00:00Z");
  ItemId lamp_{};
  ItemId bin_{};
  KeyId key_{};
};
WIJKTAFEL_ON_BOTH_ENGINES(Open311Store);

TEST_P(Open311Store, GivesOutWhatEveryoneMaySeeByEveryFilter) {
  EXPECT_THAT(listed({}), ElementsAre(bin_, lamp_)) << "newest first";
  EXPECT_THAT(listed({.secret_themes = {}, .themes = {"verlichting"}}), ElementsAre(lamp_));
  EXPECT_THAT(listed({.secret_themes = {}, .themes = {""}}), ElementsAre(bin_));
  EXPECT_THAT(listed({.secret_themes = {"verlichting"}}), ElementsAre(bin_));
  EXPECT_THAT(listed({.secret_themes = {"verlichting"}, .ids = {raw(lamp_), raw(bin_)}}), ElementsAre(bin_));
  EXPECT_THAT(listed({.secret_themes = {}, .from = now_ - 90min}), ElementsAre(bin_));
  EXPECT_THAT(listed({.secret_themes = {}, .until = now_ - 90min}), ElementsAre(lamp_));
  EXPECT_THAT(listed({.secret_themes = {}, .is_open = false}), IsEmpty());
  EXPECT_THAT(listed({.secret_themes = {}, .skip = 1, .most = 1}), ElementsAre(lamp_));
  EXPECT_EQ(listed({.secret_themes = {}, .by_change = true}).size(), 2u);
  database_->write([&](db::Transaction& tx) {
    EXPECT_EQ(store::requests_after(tx, {}, lamp_, 10).size(), 1u);
    tx.execute("UPDATE item SET visibility = 3 WHERE id = $1", lamp_);
    tx.execute("UPDATE signal SET is_held = 1 WHERE item = $1", bin_);
  });
  EXPECT_THAT(listed({}), IsEmpty());
}

TEST_P(Open311Store, CountsTheUseOfAKeyPerHourAndEndsIt) {
  database_->write([&](db::Transaction& tx) {
    store::lock_key(tx, key_);
    store::count_use(tx, key_, 7, now_);
    store::count_use(tx, key_, 7, now_);
    EXPECT_EQ(store::used_in_hour(tx, key_, 7), 2);
    EXPECT_EQ(store::used_in_hour(tx, key_, 8), 0);
    store::count_use(tx, key_, 8, now_);
    EXPECT_EQ(store::used_in_hour(tx, key_, 8), 1);
    EXPECT_EQ(store::find_key(tx, key_)->request_count, 3);
    EXPECT_EQ(store::find_key_by_hash(tx, "hash")->last_used_at, now_);
    EXPECT_FALSE(store::find_key_by_hash(tx, "other"));
    store::end_key(tx, key_, now_);
    EXPECT_EQ(store::all_keys(tx).at(0).ended_at, now_);
  });
}

TEST_P(Open311Store, KnowsARetryForADayAndDestroysWhatPeopleWrote) {
  database_->write([&](db::Transaction& tx) {
    store::insert_received(tx, {.item = lamp_,
                                .key = key_,
                                .address_id = "1",
                                .media_url = "https://voorbeeld.nl/a.jpg",
                                .service_code = "verlichting",
                                .token = "t",
                                .fingerprint = "f",
                                .retry_key = "r",
                                .received_at = now_});
    store::insert_answers(tx, lamp_, {{"A", "Welke lamp?", "de derde"}, {"B", "Sinds?", "gisteren"}});
    EXPECT_EQ(store::find_by_token(tx, "t")->item, lamp_);
    EXPECT_EQ(store::find_by_retry_key(tx, "r")->item, lamp_);
    EXPECT_EQ(store::find_by_fingerprint(tx, "f", now_)->item, lamp_);
    EXPECT_FALSE(store::find_by_fingerprint(tx, "f", now_ + 1s));
    EXPECT_EQ(store::answers_of(tx, lamp_).at(1).answer, "gisteren");
    store::forget_fingerprints_before(tx, now_ + 1s);
    EXPECT_FALSE(store::find_by_retry_key(tx, "r"));
    store::destroy_texts(tx, lamp_);
    EXPECT_TRUE(store::answers_of(tx, lamp_).empty());
    EXPECT_EQ(store::find_received(tx, lamp_)->media_url, "");
  });
}

TEST_P(Open311Store, TakesAnUpdateOncePerClientAndKnowsItsEntry) {
  database_->write([&](db::Transaction& tx) {
    EXPECT_TRUE(store::insert_update(tx, key_, "u1", lamp_, now_));
    EXPECT_FALSE(store::insert_update(tx, key_, "u1", lamp_, now_));
    EXPECT_TRUE(store::insert_update(tx, key_, "u1", bin_, now_));
    EXPECT_EQ(store::update_sequence(tx, key_, "u1", lamp_), 0);
    store::set_update_sequence(tx, key_, "u1", lamp_, 4);
    EXPECT_EQ(store::update_sequence(tx, key_, "u1", lamp_), 4);
    EXPECT_EQ(store::update_sequence(tx, key_, "u1", bin_), 0);
  });
}

TEST_P(Open311Store, TellsUpdatesOldestFirstWithoutTheReportItself) {
  database_->write([&](db::Transaction& tx) {
    for (const auto item : {bin_, lamp_})
      items::record(tx, now_, identity::system_actor(), item,
                    {.what = "signals.reopened", .is_milestone = true});
    const auto all = store::list_updates(tx, {}, now_, now_, 10);
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[0].item, lamp_);
    EXPECT_EQ(store::list_updates(tx, {"verlichting"}, now_, now_, 10).size(), 1u);
    EXPECT_TRUE(store::list_updates(tx, {}, now_ + 1s, now_ + 2s, 10).empty());
  });
}

TEST_P(Open311Store, KeepsWhatAServiceAsksInItsOrder) {
  database_->write([&](db::Transaction& tx) {
    const auto attribute = [](const char* code, int order) {
      Attribute one;
      one.service_code = "verlichting";
      one.code = code;
      one.description = code;
      one.order = order;
      return one;
    };
    auto second = attribute("B", 2);
    second.datatype = Datatype::singlevaluelist;
    second.choices = {{"a", "Eén"}, {"b", "Twee"}};
    store::insert_attribute(tx, second);
    const auto id = store::insert_attribute(tx, attribute("A", 1));
    ASSERT_EQ(store::attributes_of(tx, "verlichting").size(), 2u);
    EXPECT_EQ(store::attributes_of(tx, "").at(0).code, "A");
    EXPECT_EQ(store::attributes_of(tx, "verlichting").at(1).choices.at(0).name, "Eén");
    EXPECT_TRUE(store::has_attribute(tx, "verlichting", "A"));
    auto changed = store::find_attribute(tx, id).value();
    changed.is_required = true;
    store::update_attribute(tx, changed);
    EXPECT_TRUE(store::find_attribute(tx, id)->is_required);
    store::remove_attribute(tx, id);
    EXPECT_FALSE(store::has_attribute(tx, "verlichting", "A"));
    store::set_answers(tx, "verlichting", Answers::batch);
    store::set_answers(tx, "verlichting", Answers::blackbox);
    EXPECT_EQ(store::answers_of_services(tx).at("verlichting"), Answers::blackbox);
    EXPECT_FALSE(store::find_changeset(tx));
    store::set_changeset(tx, {"een", now_});
    store::set_changeset(tx, {"twee", now_});
    EXPECT_EQ(store::find_changeset(tx)->digest, "twee");
  });
}

}  // namespace
}  // namespace wijktafel::open311
