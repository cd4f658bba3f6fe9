// What residents and organisations add to a signal: the action and the face, on both engines.
#include <gmock/gmock.h>

#include "capabilities/signals/actions/mark_duplicate.hpp"
#include "capabilities/signals/actions/refer_signal.hpp"
#include "capabilities/signals/actions/tell_more.hpp"
#include "capabilities/signals/settings.hpp"
#include "capabilities/signals/tests/signals_support.hpp"
#include "platform/db/testing_fixture.hpp"

namespace wijktafel::signals {
namespace {

using testing::Neighbourhood;
using namespace std::chrono_literals;

template <class Reason, class Value, class Refusal>
bool refused_because(const Result<Value, Refusal>& done) {
  return !done && std::holds_alternative<Reason>(done.error());
}

class SignalUpdates : public db::testing::OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (!IsSkipped()) here = std::make_unique<Neighbourhood>(GetParam());
  }
  std::unique_ptr<Neighbourhood> here;

  auto tell(ItemId id, const Actor& actor, const TellMore& form) {
    return here->database().write(
        [&](db::Transaction& tx) { return tell_more(tx, here->now(), actor, id, form); });
  }
  auto tell_by_link(ItemId id, const std::string& text) {
    return tell(id, identity::visitor(), {.text = text, .is_reporter = true});
  }
  std::vector<Update> all(ItemId id) {
    return here->database().read([&](db::Transaction& tx) { return updates_of(tx, id); });
  }
  std::vector<std::string> chain(ItemId id) {
    const auto call = web::job_call(here->service(), i18n::Language::nl, here->now());
    std::vector<std::string> sentences;
    here->database().read([&](db::Transaction& tx) {
      for (const auto& step : items::chain(call, tx, id))
        sentences.push_back(step.sentence + (step.quote.empty() ? "" : " " + step.quote));
    });
    return sentences;
  }
  void ask_for_a_look() {
    here->database().write([](db::Transaction& tx) {
      tx.execute(
          "INSERT INTO place_setting (area, name, value, valid_from, set_at) VALUES ($1, $2, 'yes', "
          "'2026-01-01', 0)",
          testing::rozenbuurt, settings::updates_looked_at_first.name);
    });
  }
};
WIJKTAFEL_ON_BOTH_ENGINES(SignalUpdates);

TEST_P(SignalUpdates, stand_in_the_chain_under_the_name_of_who_wrote_them) {
  const auto id = here->report();
  ASSERT_TRUE(tell_by_link(id, "Nu is ook de vierde lamp stuk."));
  here->later(1min);
  ASSERT_TRUE(tell(id, here->coordinator(), {.text = "Ik zag het ook."}));
  here->later(1min);
  ASSERT_TRUE(tell(id, here->member(),
                   {.text = "Wij hebben de kabel gevonden.", .organisation = here->municipality()}));
  const auto sentences = chain(id);
  ASSERT_EQ(sentences.size(), 4U);
  EXPECT_EQ(sentences[1], "Aanvulling van wie dit vertelde. Nu is ook de vierde lamp stuk.");
  EXPECT_EQ(sentences[2], "Aanvulling van een bewoner. Ik zag het ook.");
  EXPECT_EQ(sentences[3], "Aanvulling van Gemeente Rozenland. Wij hebben de kabel gevonden.");
}

TEST_P(SignalUpdates, are_told_with_the_number_under_which_their_text_is_found) {
  const auto id = here->report();
  const auto told = tell_by_link(id, "Nu is ook de vierde lamp stuk.");
  ASSERT_TRUE(told && told->sequence);
  here->later(1min);
  const auto second = tell(id, here->member(), {.text = "Dank u.", .organisation = here->municipality()});
  ASSERT_TRUE(second && second->sequence);
  here->database().read([&](db::Transaction& tx) {
    const auto update = find_update(tx, id, *told->sequence);
    ASSERT_TRUE(update);
    EXPECT_EQ(update->text, "Nu is ook de vierde lamp stuk.");
    EXPECT_TRUE(update->by_reporter);
    EXPECT_FALSE(update->from);
    const auto of_them = find_update(tx, id, *second->sequence);
    ASSERT_TRUE(of_them);
    EXPECT_EQ(of_them->text, "Dank u.");
    EXPECT_EQ(of_them->from, here->municipality());
    EXPECT_EQ(tx.query("SELECT 1 FROM job WHERE kind = 'signals.updated'").size(), 2U);
    EXPECT_FALSE(find_update(tx, id, 1));
  });
}

TEST_P(SignalUpdates, of_all_signals_are_read_by_the_moment_they_were_shown) {
  const auto first = here->report();
  const auto second = here->report();
  const auto from = here->now();
  ASSERT_TRUE(tell_by_link(first, "een"));
  here->later(1h);
  ASSERT_TRUE(tell_by_link(second, "twee"));
  here->database().read([&](db::Transaction& tx) {
    EXPECT_EQ(updates_between(tx, from, here->now(), 10).size(), 1U);
    EXPECT_EQ(updates_between(tx, from, here->now() + 1ms, 10).size(), 2U);
    EXPECT_EQ(updates_between(tx, from, here->now() + 1ms, 1).front().text, "een");
  });
}

TEST_P(SignalUpdates, sent_twice_are_one) {
  const auto id = here->report();
  const auto first = tell_by_link(id, "Nu is ook de vierde lamp stuk.");
  const auto again = tell_by_link(id, "Nu is ook de vierde lamp stuk.");
  ASSERT_TRUE(first && again);
  EXPECT_EQ(again->sequence, first->sequence);
  EXPECT_FALSE(again->is_new);
  EXPECT_EQ(all(id).size(), 1U);
  here->later(11min);
  ASSERT_TRUE(tell_by_link(id, "Nu is ook de vierde lamp stuk."));
  EXPECT_EQ(all(id).size(), 2U);
}

TEST_P(SignalUpdates, of_one_person_stop_at_twenty_a_day) {
  const auto id = here->report();
  for (int i = 0; i < updates_most; ++i) ASSERT_TRUE(tell_by_link(id, "nummer " + std::to_string(i)));
  EXPECT_TRUE(refused_because<TooManyUpdates>(tell_by_link(id, "nog een")));
  EXPECT_TRUE(tell(id, here->member(), {.text = "Van een ander."}));
  here->later(25h);
  EXPECT_TRUE(tell_by_link(id, "morgen weer"));
}

TEST_P(SignalUpdates, of_who_is_not_signed_in_wait_for_a_look_only_where_the_area_asks_so) {
  const auto id = here->report();
  ask_for_a_look();
  const auto told = tell_by_link(id, "Nu is ook de vierde lamp stuk.");
  ASSERT_TRUE(told);
  EXPECT_FALSE(told->sequence);
  EXPECT_TRUE(all(id).empty());
  EXPECT_EQ(chain(id).size(), 1U);
  ASSERT_TRUE(tell(id, here->member(), {.text = "Wij kijken morgen.", .organisation = here->municipality()}));
  EXPECT_EQ(all(id).size(), 1U);

  here->database().write([&](db::Transaction& tx) {
    EXPECT_EQ(store::count_waiting_updates(tx, testing::rozenbuurt), 1);
    EXPECT_EQ(store::count_waiting_updates(tx, "GM0001"), 1);
    EXPECT_EQ(store::count_waiting_updates(tx, testing::tulpenbuurt), 0);
    ASSERT_TRUE(show_update(tx, here->now(), told->id));
    EXPECT_TRUE(refused_because<NoSuchUpdate>(show_update(tx, here->now(), told->id)));
    EXPECT_EQ(store::count_waiting_updates(tx, "GM0001"), 0);
  });
  EXPECT_EQ(chain(id).back(), "Aanvulling van wie dit vertelde. Nu is ook de vierde lamp stuk.");
}

TEST_P(SignalUpdates, left_out_after_a_look_leave_nothing_behind) {
  const auto id = here->report();
  ask_for_a_look();
  const auto told = tell_by_link(id, "Buurman X is een dief.");
  ASSERT_TRUE(told);
  here->database().write([&](db::Transaction& tx) {
    ASSERT_TRUE(leave_update_out(tx, told->id));
    EXPECT_TRUE(refused_because<NoSuchUpdate>(show_update(tx, here->now(), told->id)));
    EXPECT_FALSE(tx.find("SELECT 1 FROM signal_update"));
  });
  EXPECT_EQ(chain(id).size(), 1U);
}

TEST_P(SignalUpdates, are_not_for_what_was_referred_or_told_before) {
  const auto id = here->report();
  const auto original = here->report();
  here->database().write([&](db::Transaction& tx) {
    ASSERT_TRUE(mark_duplicate(tx, here->now(), here->coordinator(), id, raw(original)));
    ASSERT_TRUE(tell_more(tx, here->now(), identity::visitor(), original,
                          {.text = "Over Jan.", .is_reporter = true}));
    ASSERT_TRUE(refer_signal(tx, here->now(), here->coordinator(), original, "police", "x"));
    EXPECT_FALSE(tx.find("SELECT 1 FROM signal_update"));
  });
  EXPECT_TRUE(refused_because<TakesNoUpdates>(tell_by_link(id, "meer")));
  EXPECT_TRUE(refused_because<TakesNoUpdates>(tell_by_link(original, "meer")));
  EXPECT_TRUE(refused_because<NoSuchSignal>(tell_by_link(ItemId{999}, "meer")));
  EXPECT_TRUE(refused_because<NothingTold>(tell_by_link(original, "")));
}

TEST_P(SignalUpdates, come_in_by_the_face_with_photos_that_wait) {
  const auto id = here->report();
  const auto call = web::job_call(here->service(), i18n::Language::nl, here->now());
  here->database().write([&](db::Transaction& tx) {
    const auto added = add_update(call, tx, id,
                                  {.text = "  De monteur komt dinsdag.  ",
                                   .from = here->municipality(),
                                   .photos = {{.key = "a", .thumbnail = "b", .width = 1, .height = 1}}});
    ASSERT_TRUE(added && added->sequence);
    EXPECT_EQ(find_update(tx, id, *added->sequence)->text, "De monteur komt dinsdag.");
    ASSERT_EQ(items::photos_of(tx, id).size(), 1U);
    EXPECT_FALSE(items::photos_of(tx, id).front().is_shown);
    const auto refused = add_update(call, tx, ItemId{999}, {.text = "x"});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().word_key, "signals.refusal.no_such_signal");
  });
}

}  // namespace
}  // namespace wijktafel::signals
