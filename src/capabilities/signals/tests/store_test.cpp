#include "capabilities/signals/store.hpp"

#include "capabilities/signals/draft_store.hpp"
#include "capabilities/signals/tests/signals_support.hpp"
#include "platform/db/testing_fixture.hpp"

namespace wijktafel::signals {
namespace {

using testing::morning;
using testing::Neighbourhood;

using SignalStore = db::testing::OnBothEngines;
WIJKTAFEL_ON_BOTH_ENGINES(SignalStore);

Date day(std::string_view text) { return parse_date(text).value(); }

TEST_P(SignalStore, keeps_a_signal_as_it_was_given) {
  Neighbourhood here(GetParam());
  const auto id = here.report();
  here.database().write([&](db::Transaction& tx) {
    auto row = store::find_signal(tx, id).value();
    row.chance = "Met licht kan het pad weer de korte weg zijn";
    row.waiting_for = "het energiebedrijf";
    row.done_at = morning();
    store::update_signal(tx, row);
  });
  const auto kept = here.database().read([&](db::Transaction& tx) { return store::find_signal(tx, id); });
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->kind, Kind::problem);
  EXPECT_EQ(kept->channel, Channel::web);
  EXPECT_EQ(kept->waiting_for, "het energiebedrijf");
  EXPECT_EQ(kept->done_at, morning());
  EXPECT_EQ(kept->closed_at, std::nullopt);
  EXPECT_FALSE(
      here.database().read([&](db::Transaction& tx) { return store::find_signal(tx, ItemId{999}); }));
}

TEST_P(SignalStore, puts_what_is_late_longest_on_top_in_every_area_above) {
  Neighbourhood here(GetParam());
  const auto first = here.report("een");
  const auto second = here.report("twee");
  const auto third = here.report("drie");
  here.database().write([&](db::Transaction& tx) {
    store::update_due(tx, first, store::DueState::open, day("2026-01-20"));
    store::update_due(tx, second, store::DueState::fresh, day("2026-01-19"));
    store::update_due(tx, third, store::DueState::closed, day("2026-01-01"));
  });
  const auto late = [&](std::string_view area) {
    return here.database().read(
        [&](db::Transaction& tx) { return store::late_in(tx, area, day("2026-01-21"), 10); });
  };
  EXPECT_EQ(late(testing::rozenbuurt), (std::vector{second, first}));
  EXPECT_EQ(late("GM0001"), (std::vector{second, first}));
  EXPECT_TRUE(late(testing::tulpenbuurt).empty());
  const auto fresh = here.database().read(
      [&](db::Transaction& tx) { return store::new_in(tx, testing::rozenbuurt, day("2026-01-19"), 10); });
  EXPECT_EQ(fresh, std::vector{second});
}

TEST_P(SignalStore, a_date_that_is_not_given_leaves_the_one_that_was) {
  Neighbourhood here(GetParam());
  const auto id = here.report();
  here.database().write([&](db::Transaction& tx) {
    store::update_due(tx, id, store::DueState::open, day("2026-01-20"));
    store::update_due(tx, id, store::DueState::closed, std::nullopt);
    store::update_due(tx, id, store::DueState::open, std::nullopt);
  });
  const auto late = here.database().read(
      [&](db::Transaction& tx) { return store::late_in(tx, testing::rozenbuurt, day("2026-01-21"), 10); });
  EXPECT_EQ(late, std::vector{id});
}

TEST_P(SignalStore, finds_a_reporter_by_item_and_by_secret_and_forgets) {
  Neighbourhood here(GetParam());
  const auto id = here.report();
  here.database().write([&](db::Transaction& tx) {
    store::insert_reporter(tx, {.item = id,
                                .reach = Reach::mail,
                                .address = "cor@voorbeeld.invalid",
                                .name = "Cor",
                                .language = i18n::Language::en,
                                .follow_token_hash = "abc"});
  });
  here.database().read([&](db::Transaction& tx) {
    const auto reporter = store::find_reporter(tx, id);
    ASSERT_TRUE(reporter);
    EXPECT_EQ(reporter->address, "cor@voorbeeld.invalid");
    EXPECT_EQ(reporter->language, i18n::Language::en);
    EXPECT_EQ(store::find_followed(tx, "abc"), id);
    EXPECT_EQ(store::find_followed(tx, "abd"), std::nullopt);
  });
  here.database().write([&](db::Transaction& tx) { store::silence_reporter(tx, id); });
  here.database().read([&](db::Transaction& tx) {
    EXPECT_EQ(store::find_reporter(tx, id)->address, "");
    EXPECT_EQ(store::find_reporter(tx, id)->reach, Reach::none);
    EXPECT_EQ(store::find_followed(tx, "abc"), id);
  });
  here.database().write([&](db::Transaction& tx) { store::remove_reporter(tx, id); });
  EXPECT_FALSE(here.database().read([&](db::Transaction& tx) { return store::find_reporter(tx, id); }));
}

TEST_P(SignalStore, a_draft_comes_back_whole_until_it_is_a_day_old) {
  Neighbourhood here(GetParam());
  const Draft written = here.database().write([&](db::Transaction& tx) {
    Draft draft;
    draft.id = store::insert_draft(tx, "hash", morning());
    draft.kind = Kind::chance;
    draft.text = "tekst";
    draft.chance = "kans";
    draft.place = testing::in_rozenbuurt();
    draft.place_words = "hier";
    draft.neighbours_may = false;
    draft.reach = Reach::phone;
    draft.phone = "06 12345678";
    store::update_draft(tx, draft);
    store::insert_draft_photo(tx, draft.id, {.file_key = "a", .thumbnail_key = "b", .width = 3, .height = 2});
    store::insert_draft_photo(tx, draft.id, {.file_key = "c", .thumbnail_key = "d", .width = 3, .height = 2});
    store::remove_draft_photo(tx, draft.id, 1);
    return draft;
  });
  here.database().read([&](db::Transaction& tx) {
    const auto kept = store::find_draft(tx, "hash", morning() + std::chrono::hours(23));
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->kind, Kind::chance);
    EXPECT_EQ(kept->place, testing::in_rozenbuurt());
    EXPECT_EQ(kept->neighbours_may, false);
    EXPECT_EQ(kept->reach, Reach::phone);
    EXPECT_EQ(kept->phone, "06 12345678");
    EXPECT_EQ(kept->item, std::nullopt);
    EXPECT_EQ(store::photos_of_draft(tx, written.id).size(), 1u);
    EXPECT_TRUE(store::is_in_a_draft(tx, "c"));
    EXPECT_TRUE(store::is_in_a_draft(tx, "d"));
    EXPECT_FALSE(store::is_in_a_draft(tx, "a"));
    EXPECT_FALSE(store::find_draft(tx, "hash", morning() + std::chrono::hours(24)));
    EXPECT_FALSE(store::find_draft(tx, "other", morning()));
  });
  here.database().write([&](db::Transaction& tx) {
    EXPECT_TRUE(store::drafts_before(tx, morning() - std::chrono::hours(1), 10).empty());
    for (const auto id : store::drafts_before(tx, morning(), 10)) store::remove_draft(tx, id);
    EXPECT_FALSE(store::is_in_a_draft(tx, "c"));
  });
}

TEST_P(SignalStore, others_see_what_is_special_about_a_signal) {
  Neighbourhood here(GetParam());
  const auto id = here.report(ReportSignal{.key = "S-01", .kind = Kind::question, .text = "Mag dat?"});
  here.database().read([&](db::Transaction& tx) {
    EXPECT_EQ(items::find_by_key(tx, "S-01"), id);
    EXPECT_EQ(find_signal(tx, id)->kind, "question");
    EXPECT_FALSE(find_signal(tx, ItemId{999}));
  });
}

}  // namespace
}  // namespace wijktafel::signals
