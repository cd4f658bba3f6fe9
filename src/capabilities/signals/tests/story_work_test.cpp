// What a story tells of the work on a signal goes through the same actions as a press of a button.
#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/result.hpp"
#include "capabilities/organisations/organisations.hpp"
#include "capabilities/signals/note_store.hpp"
#include "capabilities/signals/promises.hpp"
#include "capabilities/signals/support_store.hpp"
#include "capabilities/signals/tests/signals_support.hpp"
#include "capabilities/signals/web/exchange.hpp"
#include "capabilities/signals/web/work_exchange.hpp"

namespace wijktafel::signals {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::Neighbourhood;

class StoryOfWork : public ::testing::Test {
 protected:
  // A signal with these members and events.
  void tell(const std::string& members, const std::string& events) {
    const auto json =
        R"([{"key": "S-01", "area": "BU00010101", "reported_at": "2026-01-08T19:12:00+01:00", "kind": "problem",
             "text": "Het pad is donker.")" +
        members + R"(, "events": [)" + events + "]}]";
    for (const auto& step : exchange().steps(here.service(), boost::json::parse(json)))
      here.database().write([&](db::Transaction& tx) { step.apply(tx, here.service()); });
  }
  std::string refusal_of(const std::string& members, const std::string& events) {
    try {
      tell(members, events);
    } catch (const Failure& failure) {
      return failure.what();
    }
    return "";
  }
  void take_in(const std::string& section, const std::string& json) {
    for (const auto& exchange : work_exchanges())
      if (exchange.section == section)
        here.database().write(
            [&](db::Transaction& tx) { exchange.import(tx, here.service(), boost::json::parse(json)); });
  }
  std::string refusal_of_section(const std::string& section, const std::string& json) {
    try {
      take_in(section, json);
    } catch (const Failure& failure) {
      return failure.what();
    }
    return "";
  }
  template <class F>
  auto read(F&& work) {
    return here.database().read(std::forward<F>(work));
  }
  ItemId told() {
    return read([](db::Transaction& tx) { return items::find_by_key(tx, "S-01").value(); });
  }
  Neighbourhood here;
};

TEST_F(StoryOfWork, neighbours_say_me_too_each_once) {
  tell("", R"({"at": "2026-01-09T10:00:00+01:00", "do": "me_too", "times": 3},
              {"at": "2026-01-10T10:00:00+01:00", "do": "me_too", "text": "Ook bij het hek."})");
  const auto id = told();
  EXPECT_EQ(read([&](db::Transaction& tx) { return store::count_supporters(tx, id); }), 4);
}

TEST_F(StoryOfWork, notes_are_kept_with_who_wrote_them) {
  tell("", R"({"at": "2026-01-09T10:00:00+01:00", "do": "note", "by": "sanne", "text": "Eerst meten."})");
  const auto id = told();
  const auto notes = read([&](db::Transaction& tx) { return store::notes_of(tx, id, 10); });
  ASSERT_EQ(notes.size(), 1u);
  EXPECT_EQ(notes[0].text, "Eerst meten.");
  EXPECT_EQ(notes[0].author, here.coordinator_person());
}

TEST_F(StoryOfWork, the_work_is_divided) {
  here.database().write([&](db::Transaction& tx) {
    for (const auto& section : organisations::capability().exchanges)
      section.import(tx, here.service(),
                     boost::json::parse(R"([{"key": "gemeente", "kind": "municipality", "name": "Gemeente",
                                             "teams": [{"key": "licht", "name": "Licht"}]}])"));
  });
  tell("", R"({"at": "2026-01-09T10:00:00+01:00", "do": "assign", "by": "sanne", "holder": "gemeente",
               "next_date": "2026-01-20"},
              {"at": "2026-01-09T11:00:00+01:00", "do": "arrange", "by": "sanne", "team": "licht",
               "priority": "high"})");
  const auto id = told();
  const auto signal = read([&](db::Transaction& tx) { return find_signal(tx, id).value(); });
  EXPECT_EQ(signal.priority, "high");
  EXPECT_TRUE(signal.team.has_value());
}

TEST_F(StoryOfWork, a_signal_of_several_things_is_split) {
  tell("", R"({"at": "2026-01-09T10:00:00+01:00", "do": "split", "by": "sanne",
               "parts": ["De lamp is stuk.", "De put is vol."]})");
  EXPECT_EQ(here.item(told()).text, "De lamp is stuk.");
  const auto texts = read([](db::Transaction& tx) {
    std::vector<std::string> all;
    for (const auto& item : items::list(tx, {.area = "BU00010101"})) all.push_back(item.text);
    return all;
  });
  EXPECT_THAT(texts, ElementsAre("De put is vol.", "De lamp is stuk."));
}

TEST_F(StoryOfWork, what_is_confidential_or_held_is_not_for_everyone) {
  tell(
      "",
      R"({"at": "2026-01-09T10:00:00+01:00", "do": "confidential", "by": "sanne", "text": "Over één woning."})");
  EXPECT_EQ(here.item(told()).visibility, items::Visibility::confidential);
}

TEST_F(StoryOfWork, what_looked_like_advertising_waits_until_it_is_let_through) {
  tell(R"(, "held": "links")", "");
  const auto id = told();
  EXPECT_NE(here.item(id).visibility, items::Visibility::everyone);
  EXPECT_TRUE(read([&](db::Transaction& tx) { return find_signal(tx, id)->is_held; }));
}

TEST_F(StoryOfWork, a_moderator_lets_it_through) {
  tell(R"(, "held": "links")", R"({"at": "2026-01-09T10:00:00+01:00", "do": "let_through", "by": "sanne"})");
  EXPECT_EQ(here.item(told()).visibility, items::Visibility::everyone);
}

TEST_F(StoryOfWork, a_moderator_removes_it_with_a_reason) {
  tell(R"(, "held": "links")",
       R"({"at": "2026-01-09T10:00:00+01:00", "do": "remove", "by": "sanne", "text": "Reclame."})");
  EXPECT_FALSE(here.item(told()).is_open);
}

TEST_F(StoryOfWork, what_belongs_at_another_door_is_forwarded) {
  tell("",
       R"({"at": "2026-01-09T10:00:00+01:00", "do": "forward", "by": "sanne", "for_whom": "de commissie"})");
  EXPECT_EQ(here.status(told()), "forwarded");
}

TEST_F(StoryOfWork, neighbours_help_along_with_who_picked_it_up) {
  tell(R"(, "neighbours_may": true)",
       R"({"at": "2026-01-09T10:00:00+01:00", "do": "assign", "by": "sanne", "open_to_neighbours": true,
           "next_date": "2026-01-20"},
          {"at": "2026-01-09T12:00:00+01:00", "do": "pick_up", "by": "gemeente", "text": "Wij ruimen op.",
           "next_date": "2026-01-30"},
          {"at": "2026-01-10T12:00:00+01:00", "do": "help", "by": "sanne", "name": "Sanne", "text": "op dinsdag"})");
  EXPECT_EQ(here.status(told()), "in_progress");
}

TEST_F(StoryOfWork, what_is_wrong_is_said_with_the_key_of_the_signal) {
  const auto event = [](const std::string& members) {
    return R"({"at": "2026-01-09T10:00:00+01:00", )" + members + "}";
  };
  EXPECT_THAT(refusal_of(R"(, "held": "dislike")", ""),
              HasSubstr("S-01: \"dislike\" is no reason to hold it"));
  EXPECT_THAT(refusal_of("", event(R"("do": "me_too", "times": 0)")),
              HasSubstr("S-01: \"times\" is 1 to 1000"));
  EXPECT_THAT(refusal_of("", event(R"("do": "note", "by": "sanne")")), HasSubstr("S-01: a note has no text"));
  EXPECT_THAT(refusal_of("", event(R"("do": "remove", "by": "sanne")")), HasSubstr("no reason as its text"));
}

TEST_F(StoryOfWork, what_a_key_names_must_be_there) {
  EXPECT_THAT(
      refusal_of("", R"({"at": "2026-01-09T10:00:00+01:00", "do": "arrange", "by": "sanne", "team": "t"})"),
      HasSubstr("S-01: there is no team \"t\""));
}

TEST_F(StoryOfWork, a_split_in_one_is_none) {
  EXPECT_THAT(
      refusal_of("",
                 R"({"at": "2026-01-09T10:00:00+01:00", "do": "split", "by": "sanne", "parts": ["Eén."]})"),
      HasSubstr("S-01: a signal is split in 2 to 5 \"parts\""));
}

TEST_F(StoryOfWork, standard_answers_come_in_once_and_change_under_their_title) {
  const auto answer = [](const std::string& text) {
    return R"([{"area": "BU00010101", "title": "Wij kijken", "text": ")" + text + R"("}])";
  };
  take_in("standard_answers", answer("Morgen."));
  take_in("standard_answers", answer("Vandaag."));
  const auto kept = read([](db::Transaction& tx) { return store::templates_of(tx, "BU00010101", 10); });
  ASSERT_EQ(kept.size(), 1u);
  EXPECT_EQ(kept[0].text, "Vandaag.");
  EXPECT_THAT(refusal_of_section("standard_answers", R"([{"area": "BU9", "title": "A", "text": "b"}])"),
              HasSubstr("standard_answers \"A\": there is no area \"BU9\""));
  EXPECT_THAT(refusal_of_section("standard_answers", R"([{"area": "BU00010101", "title": "A"}])"),
              HasSubstr("standard_answers \"A\": \"text\" has 1 to 2000 characters"));
  EXPECT_THAT(refusal_of_section("standard_answers",
                                 R"([{"area": "BU00010101", "title": "A", "text": "b", "theme": "x"}])"),
              HasSubstr("there is no theme \"x\""));
}

TEST_F(StoryOfWork, words_that_promise_hold_from_then_on) {
  take_in("promise_words", R"([{"words": "staat ..3 planning", "by": "sanne"}])");
  EXPECT_TRUE(read([](db::Transaction& tx) {
    return std::ranges::any_of(promise_rules_in_force(tx), [](const PromiseRule& rule) {
      return rule.steps.front().any_of.front() == "staat";
    });
  }));
  EXPECT_THAT(refusal_of_section("promise_words", R"([{"words": "..3", "by": "sanne"}])"),
              HasSubstr("promise_words: "));
  EXPECT_THAT(refusal_of_section("promise_words", R"([{"words": "staat klaar", "by": "x"}])"),
              HasSubstr("promise_words: there is no person \"x\""));
}

TEST_F(StoryOfWork, lists_of_ones_own_come_in_once) {
  const std::string list =
      R"([{"person": "sanne", "title": "Te laat", "list": "mij", "query": "datum=laat", "first": true}])";
  take_in("inbox_lists", list);
  take_in("inbox_lists", list);
  const auto kept =
      read([&](db::Transaction& tx) { return store::views_of(tx, here.coordinator_person(), 10); });
  ASSERT_EQ(kept.size(), 1u);
  EXPECT_TRUE(kept[0].is_first);
  EXPECT_THAT(refusal_of_section("inbox_lists", R"([{"person": "x", "title": "A", "list": "mij"}])"),
              HasSubstr("inbox_lists \"A\": there is no person \"x\""));
  EXPECT_THAT(refusal_of_section("inbox_lists", R"([{"person": "sanne", "title": "A", "list": "jij"}])"),
              HasSubstr("there is no list \"jij\""));
}

}  // namespace
}  // namespace wijktafel::signals
