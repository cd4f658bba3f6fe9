#include <gtest/gtest.h>

#include "capabilities/accounts/accounts.hpp"
#include "capabilities/notifications/notifications.hpp"
#include "capabilities/signals/actions/answer_signal.hpp"
#include "capabilities/signals/actions/assign_signal.hpp"
#include "capabilities/signals/actions/confirm_signal.hpp"
#include "capabilities/signals/actions/follow_chain.hpp"
#include "capabilities/signals/actions/mark_duplicate.hpp"
#include "capabilities/signals/actions/refer_signal.hpp"
#include "capabilities/signals/settings.hpp"
#include "capabilities/signals/signal_change.hpp"
#include "capabilities/signals/tests/signals_support.hpp"

namespace wijktafel::signals {
namespace {

using testing::Neighbourhood;

Date day(std::string_view text) { return parse_date(text).value(); }

// Which reason a refusal gives.
template <class Reason, class Value, class Refusal>
bool refused_because(const Result<Value, Refusal>& done) {
  return !done && std::holds_alternative<Reason>(done.error());
}

class SignalActions : public ::testing::Test {
 protected:
  template <class F>
  auto write(const F& work) {
    return here.database().write([&](db::Transaction& tx) { return work(tx); });
  }
  auto answer(ItemId id, AnswerSignal form) {
    return write(
        [&](db::Transaction& tx) { return answer_signal(tx, here.now(), here.coordinator(), id, form); });
  }
  auto assign(ItemId id, AssignSignal form) {
    return write(
        [&](db::Transaction& tx) { return assign_signal(tx, here.now(), here.coordinator(), id, form); });
  }
  ItemId done_signal() {
    const auto id = here.report();
    EXPECT_TRUE(answer(id, {.text = "De lampen zijn gemaakt.", .outcome = answer::Done{}}));
    return id;
  }
  bool has_gap(ItemId id) {
    return write([&](db::Transaction& tx) { return !items::gaps_of(tx, id).empty(); });
  }
  std::vector<std::string> entries(ItemId id) {
    std::vector<std::string> all;
    for (const auto& row : write([&](db::Transaction& tx) {
           return tx.query("SELECT what FROM item_history WHERE item = $1 ORDER BY sequence", id);
         }))
      all.push_back(row.get<std::string>(0));
    return all;
  }
  std::int64_t jobs_named(std::string_view kind) {
    return write([&](db::Transaction& tx) {
      return tx.find("SELECT COUNT(*) FROM job WHERE kind = $1", kind)->get<std::int64_t>(0);
    });
  }
  Neighbourhood here;
};

// --- reporting ---

TEST_F(SignalActions, a_report_has_a_title_a_term_and_a_history_that_names_no_resident) {
  identity::Actor resident;
  resident.person = PersonId{5};
  resident.name = "Cor Waterkamp";
  const auto reported = write([&](db::Transaction& tx) {
    return report_signal(tx, here.now(), resident, here.area(),
                         {.kind = Kind::problem, .text = "Het pad is donker"});
  });
  ASSERT_TRUE(reported);
  const auto item = here.item(reported->item);
  EXPECT_EQ(item.title, "Het pad is donker");
  EXPECT_EQ(item.status, "received");
  EXPECT_TRUE(item.is_open);
  EXPECT_EQ(item.next_date, day("2026-01-26"));
  EXPECT_EQ(reported->next_date, day("2026-01-26"));
  const auto by = write([&](db::Transaction& tx) {
    return tx.find("SELECT by_person FROM item_history WHERE item = $1", reported->item)
        ->get<std::optional<PersonId>>(0);
  });
  EXPECT_EQ(by, std::nullopt);
  EXPECT_EQ(jobs_named("signals.reported"), 1);
}

TEST_F(SignalActions, the_term_is_a_setting_of_the_area) {
  write([&](db::Transaction& tx) {
    tx.execute(
        "INSERT INTO place_setting (area, name, value, valid_from, set_at) VALUES ($1, $2, '5', "
        "'2026-01-01', 0)",
        testing::rozenbuurt, settings::answer_days.name);
  });
  EXPECT_EQ(here.item(here.report()).next_date, day("2026-01-19"));
}

TEST_F(SignalActions, who_works_here_is_named_in_the_history) {
  const auto reported = write([&](db::Transaction& tx) {
    return report_signal(
        tx, here.now(), here.member(), here.area(),
        {.kind = Kind::problem, .channel = Channel::professional, .text = "Het pad is donker"});
  });
  ASSERT_TRUE(reported);
  const auto organisation = write([&](db::Transaction& tx) {
    return tx.find("SELECT by_organisation FROM item_history WHERE item = $1", reported->item)
        ->get<std::optional<OrganisationId>>(0);
  });
  EXPECT_EQ(organisation, here.municipality());
}

TEST_F(SignalActions, nothing_told_is_refused) {
  const auto told = [&](ReportSignal report) {
    return write([&](db::Transaction& tx) {
      return report_signal(tx, here.now(), identity::visitor(), here.area(), report);
    });
  };
  EXPECT_TRUE(refused_because<NothingTold>(told({.kind = Kind::problem, .chance = "Een bank"})));
  EXPECT_TRUE(refused_because<NothingTold>(told({.kind = Kind::chance})));
  EXPECT_TRUE(told({.kind = Kind::chance, .chance = "Een bank"}));
}

TEST_F(SignalActions, a_place_elsewhere_is_refused_with_the_neighbourhood_where_it_lies) {
  const auto told = [&](geo::Point place) {
    return write([&](db::Transaction& tx) {
      return report_signal(tx, here.now(), identity::visitor(), here.area(),
                           {.kind = Kind::problem, .text = "x", .place = place});
    });
  };
  EXPECT_TRUE(told(testing::in_rozenbuurt()));
  const auto other = told(testing::in_tulpenbuurt());
  ASSERT_TRUE(refused_because<PlaceInOtherArea>(other));
  EXPECT_EQ(std::get<PlaceInOtherArea>(other.error()).area, testing::tulpenbuurt);
  EXPECT_TRUE(refused_because<PlaceOutsideMunicipality>(told(testing::far_away())));
}

TEST_F(SignalActions, a_reporter_who_can_be_reached_is_told_at_once_and_one_who_cannot_is_not) {
  here.report(ReportSignal{
      .kind = Kind::problem, .text = "x", .reporter = ReporterContact{.follow_token = "geheim"}});
  EXPECT_EQ(jobs_named("items.milestone_recorded"), 0);
  here.report(ReportSignal{
      .kind = Kind::problem,
      .text = "x",
      .reporter = ReporterContact{.reach = Reach::mail, .address = "a@b.invalid", .follow_token = "anders"}});
  EXPECT_EQ(jobs_named("items.milestone_recorded"), 1);
  EXPECT_TRUE(write([&](db::Transaction& tx) { return find_followed(tx, "geheim"); }));
  EXPECT_FALSE(write([&](db::Transaction& tx) { return find_followed(tx, "onbekend"); }));
}

// --- assigning ---

TEST_F(SignalActions, an_assignment_says_who_has_it_and_when_more_is_heard) {
  const auto id = here.report();
  ASSERT_TRUE(assign(id, {.title = "Donker pad",
                          .domains = items::safety,
                          .holder = here.municipality(),
                          .next_date = day("2026-01-20")}));
  const auto item = here.item(id);
  EXPECT_EQ(item.status, "looked_at");
  EXPECT_EQ(item.title, "Donker pad");
  EXPECT_EQ(item.holder, here.municipality());
  EXPECT_EQ(item.next_date, day("2026-01-20"));
  EXPECT_EQ(entries(id).back(), "signals.assigned");
}

TEST_F(SignalActions, neighbours_get_it_only_when_the_reporter_allowed_it) {
  const auto closed = here.report();
  const auto open =
      here.report(ReportSignal{.kind = Kind::chance, .chance = "Een bank", .neighbours_may = true});
  const AssignSignal form{.title = "x", .next_date = day("2026-01-20"), .open_to_neighbours = true};
  ASSERT_TRUE(assign(closed, form));
  ASSERT_TRUE(assign(open, form));
  EXPECT_EQ(here.status(closed), "looked_at");
  EXPECT_EQ(here.status(open), "open_to_neighbours");
}

TEST_F(SignalActions, an_assignment_is_refused_with_its_reason) {
  const auto id = here.report();
  const AssignSignal form{.title = "x", .next_date = day("2026-01-20")};
  EXPECT_TRUE(refused_because<NoSuchSignal>(assign(ItemId{999}, form)));
  EXPECT_TRUE(refused_because<DateHasPassed>(assign(id, {.title = "x", .next_date = day("2026-01-11")})));
  auto stale = form;
  stale.version = here.item(id).version - 1;
  EXPECT_TRUE(refused_because<ChangedMeanwhile>(assign(id, stale)));
  EXPECT_EQ(here.status(id), "received");
  EXPECT_TRUE(refused_because<NotPossibleNow>(assign(done_signal(), form)));
}

TEST_F(SignalActions, photos_are_shown_once_somebody_looked_at_them) {
  const auto id = here.report(
      ReportSignal{.kind = Kind::problem,
                   .text = "x",
                   .photos = {{.key = "a", .thumbnail = "b", .width = 1, .height = 1, .is_shown = false}}});
  const auto shown = [&] {
    return write([&](db::Transaction& tx) { return items::photos_of(tx, id).at(0).is_shown; });
  };
  ASSERT_TRUE(assign(id, {.title = "x", .next_date = day("2026-01-20")}));
  EXPECT_FALSE(shown());
  ASSERT_TRUE(assign(id, {.title = "x", .next_date = day("2026-01-20"), .show_photos = true}));
  EXPECT_TRUE(shown());
}

// --- answering ---

TEST_F(SignalActions, every_answer_leads_to_its_status_and_date) {
  const std::tuple<Outcome, std::string, std::optional<Date>> answers[] = {
      {answer::InProgress{day("2026-01-30")}, "in_progress", day("2026-01-30")},
      {answer::Planned{day("2026-02-28")}, "planned", day("2026-02-28")},
      {answer::Waiting{"het energiebedrijf", day("2026-02-01")}, "waiting", day("2026-02-01")},
      {answer::Done{}, "done", std::nullopt},
      {answer::WillNotBeDone{"Een bank mag wel."}, "will_not_be_done", std::nullopt},
      {answer::Forwarded{}, "forwarded", std::nullopt}};
  for (const auto& [outcome, status, date] : answers) {
    const auto id = here.report();
    ASSERT_TRUE(answer(id, {.text = "Dit is ons antwoord.", .outcome = outcome})) << status;
    EXPECT_EQ(here.status(id), status);
    EXPECT_EQ(here.item(id).next_date, date) << status;
    EXPECT_EQ(here.item(id).is_open, date.has_value()) << status;
    EXPECT_EQ(entries(id).back(), "signals.answered_" + status);
  }
  EXPECT_EQ(jobs_named("signals.answered"), 6);
}

TEST_F(SignalActions, for_whom_it_waits_is_kept_while_it_waits) {
  const auto id = here.report();
  ASSERT_TRUE(answer(
      id, {.text = "Even geduld.", .outcome = answer::Waiting{"het energiebedrijf", day("2026-02-01")}}));
  const auto waiting_for = [&] {
    return write([&](db::Transaction& tx) { return find_whole(tx, id)->row.waiting_for; });
  };
  EXPECT_EQ(waiting_for(), "het energiebedrijf");
  ASSERT_TRUE(answer(id, {.text = "Het is begonnen.", .outcome = answer::InProgress{day("2026-02-01")}}));
  EXPECT_EQ(waiting_for(), "");
}

TEST_F(SignalActions, a_promise_without_a_commitment_is_asked_about_and_then_shown_as_a_gap) {
  const auto id = here.report();
  const AnswerSignal promise{.text = "De lampen zijn gemaakt. Er komt één extra lamp.",
                             .outcome = answer::Done{}};
  const auto asked = answer(id, promise);
  ASSERT_TRUE(refused_because<PromiseWithoutCommitment>(asked));
  EXPECT_EQ(std::get<PromiseWithoutCommitment>(asked.error()).sentence, "Er komt één extra lamp.");
  EXPECT_EQ(here.status(id), "received");
  auto anyway = promise;
  anyway.without_commitment = true;
  ASSERT_TRUE(answer(id, anyway));
  EXPECT_TRUE(has_gap(id));
}

TEST_F(SignalActions, a_promise_in_what_is_possible_instead_counts_too) {
  const auto id = here.report();
  EXPECT_TRUE(refused_because<PromiseWithoutCommitment>(answer(
      id, {.text = "Een drempel past niet.", .outcome = answer::WillNotBeDone{"Het bord nemen we mee."}})));
}

TEST_F(SignalActions, without_a_promise_there_is_no_gap_even_when_it_was_allowed) {
  const auto id = here.report();
  ASSERT_TRUE(
      answer(id, {.text = "De lampen zijn gemaakt.", .outcome = answer::Done{}, .without_commitment = true}));
  EXPECT_FALSE(has_gap(id));
}

TEST_F(SignalActions, an_answer_is_refused_with_its_reason) {
  const auto id = here.report();
  EXPECT_TRUE(refused_because<NoSuchSignal>(answer(ItemId{999}, {.text = "x", .outcome = answer::Done{}})));
  EXPECT_TRUE(refused_because<NotPossibleNow>(answer(id, {.text = "Dank.", .outcome = answer::Thanked{}})));
  EXPECT_TRUE(refused_because<DateHasPassed>(
      answer(id, {.text = "x", .outcome = answer::InProgress{day("2026-01-01")}})));
  EXPECT_TRUE(refused_because<ChangedMeanwhile>(
      answer(id, {.text = "x", .outcome = answer::Done{}, .version = here.item(id).version - 1})));
  EXPECT_TRUE(
      refused_because<NotPossibleNow>(answer(done_signal(), {.text = "x", .outcome = answer::Done{}})));
  EXPECT_EQ(here.status(id), "received");
}

// --- referring ---

TEST_F(SignalActions, a_referral_destroys_every_word_and_the_photos) {
  here.files().put("a");
  const auto id =
      here.report(ReportSignal{.kind = Kind::problem,
                               .text = "Ik maak me zorgen om Jan",
                               .chance = "Jan kan hulp krijgen",
                               .place = testing::in_rozenbuurt(),
                               .place_words = "Jans huis",
                               .photos = {{.key = "a", .thumbnail = "b", .width = 1, .height = 1}}});
  ASSERT_TRUE(
      answer(id, {.text = "Over Jan praten wij niet.", .outcome = answer::InProgress{day("2026-01-30")}}));
  const auto unused = write([&](db::Transaction& tx) {
    return refer_signal(tx, here.now(), here.coordinator(), id, "social_team", "Doorverwezen naar hulp");
  });
  ASSERT_TRUE(unused);
  EXPECT_EQ(*unused, (std::vector<std::string>{"a", "b"}));
  const auto item = here.item(id);
  EXPECT_EQ(item.status, "referred");
  EXPECT_FALSE(item.is_open);
  EXPECT_EQ(item.title, "Doorverwezen naar hulp");
  EXPECT_EQ(item.text, "");
  EXPECT_EQ(item.place, std::nullopt);
  EXPECT_EQ(item.place_words, "");
  write([&](db::Transaction& tx) {
    EXPECT_EQ(find_signal(tx, id)->chance, "");
    EXPECT_TRUE(items::photos_of(tx, id).empty());
    EXPECT_EQ(tx.find("SELECT COUNT(*) FROM item_history_text WHERE item = $1", id)->get<std::int64_t>(0), 0);
    EXPECT_TRUE(items::verify(tx).empty());
  });
  EXPECT_EQ(entries(id).back(), "signals.referred_to_social_team");
}

TEST_F(SignalActions, a_referral_is_refused_when_there_is_nothing_left_or_nothing_at_all) {
  const auto id = here.report();
  const auto refer = [&](ItemId which) {
    return write([&](db::Transaction& tx) {
      return refer_signal(tx, here.now(), here.coordinator(), which, "police", "x");
    });
  };
  ASSERT_TRUE(refer(id));
  EXPECT_TRUE(refused_because<NotPossibleNow>(refer(id)));
  EXPECT_TRUE(refused_because<NoSuchSignal>(refer(ItemId{999})));
}

TEST_F(SignalActions, a_photo_that_another_signal_shows_stays) {
  const items::Photo photo{.key = "zelfde", .thumbnail = "klein", .width = 1, .height = 1};
  const auto id = here.report(ReportSignal{.kind = Kind::problem, .text = "x", .photos = {photo}});
  here.report(ReportSignal{.kind = Kind::problem, .text = "y", .photos = {photo}});
  const auto unused = write([&](db::Transaction& tx) {
    return refer_signal(tx, here.now(), here.coordinator(), id, "police", "x");
  });
  ASSERT_TRUE(unused);
  EXPECT_TRUE(unused->empty());
}

// --- duplicates ---

TEST_F(SignalActions, a_duplicate_points_to_the_original) {
  const auto original = here.report();
  const auto id = here.report();
  ASSERT_TRUE(write([&](db::Transaction& tx) {
    return mark_duplicate(tx, here.now(), here.coordinator(), id, raw(original));
  }));
  EXPECT_EQ(here.status(id), "duplicate");
  const auto linked = write([&](db::Transaction& tx) { return items::led_to(tx, id); });
  ASSERT_EQ(linked.size(), 1u);
  EXPECT_EQ(linked[0].item.id, original);
  EXPECT_EQ(linked[0].kind, items::LinkKind::duplicate_of);
}

TEST_F(SignalActions, a_duplicate_is_refused_with_its_reason) {
  const auto id = here.report();
  const auto other = here.report();
  const auto mark = [&](ItemId which, std::int64_t original,
                        std::optional<std::int64_t> version = std::nullopt) {
    return write([&](db::Transaction& tx) {
      return mark_duplicate(tx, here.now(), here.coordinator(), which, original, version);
    });
  };
  EXPECT_TRUE(refused_because<DuplicateOfItself>(mark(id, raw(id))));
  EXPECT_TRUE(refused_because<NoSuchOriginal>(mark(id, 999)));
  EXPECT_TRUE(refused_because<NoSuchSignal>(mark(ItemId{999}, raw(id))));
  EXPECT_TRUE(refused_because<ChangedMeanwhile>(mark(id, raw(other), here.item(id).version - 1)));
  ASSERT_TRUE(mark(id, raw(other)));
  // No circle: what is a duplicate itself is no original.
  EXPECT_TRUE(refused_because<NoSuchOriginal>(mark(other, raw(id))));
  EXPECT_TRUE(refused_because<NotPossibleNow>(mark(done_signal(), raw(other))));
}

// --- the word of the reporter ---

TEST_F(SignalActions, the_reporter_confirms_or_reopens) {
  const auto good = done_signal();
  const auto bad = done_signal();
  const auto say = [&](ItemId id, Verdict verdict) {
    return write([&](db::Transaction& tx) {
      return confirm_signal(tx, here.now(), identity::visitor(), id, verdict, "Eén lamp doet het nog niet.");
    });
  };
  ASSERT_TRUE(say(good, Verdict::solved));
  ASSERT_TRUE(say(bad, Verdict::not_solved));
  EXPECT_EQ(here.status(good), "confirmed");
  EXPECT_EQ(here.status(bad), "reopened");
  EXPECT_EQ(here.item(bad).next_date, day("2026-01-26"));
  EXPECT_TRUE(here.item(bad).is_open);
  EXPECT_TRUE(refused_because<NotPossibleNow>(say(good, Verdict::solved)));
  // A second thought opens it again.
  EXPECT_TRUE(say(good, Verdict::not_solved));
  EXPECT_EQ(here.status(good), "reopened");
  EXPECT_TRUE(refused_because<NoSuchSignal>(say(ItemId{999}, Verdict::solved)));
}

TEST_F(SignalActions, after_fourteen_days_of_silence_it_is_not_confirmed) {
  const auto id = done_signal();
  const auto record = [&] {
    return write([&](db::Transaction& tx) { return record_silence(tx, here.now(), 10); });
  };
  here.later(std::chrono::days(14) - std::chrono::minutes(1));
  EXPECT_EQ(record(), 0);
  here.later(std::chrono::minutes(1));
  EXPECT_EQ(record(), 1);
  EXPECT_EQ(here.status(id), "not_confirmed");
  EXPECT_EQ(record(), 0);
  // A late word counts all the same.
  ASSERT_TRUE(write([&](db::Transaction& tx) {
    return confirm_signal(tx, here.now(), identity::visitor(), id, Verdict::solved);
  }));
  EXPECT_EQ(here.status(id), "confirmed");
}

// --- what happens elsewhere ---

// Monday 12 January: ten working days end before the table meets.
TEST_F(SignalActions, a_date_that_was_said_stays_when_a_signal_comes_on_the_table) {
  const auto id = here.report();
  const auto said = parse_date("2026-02-20").value();
  const auto assigned = write([&](db::Transaction& tx) {
    return assign_signal(tx, here.now(), here.coordinator(), id, {.title = "Het pad", .next_date = said});
  });
  ASSERT_TRUE(assigned.has_value());
  EXPECT_TRUE(write([&](db::Transaction& tx) { return put_on_table(tx, here.now(), id); }));
  EXPECT_EQ(here.item(id).next_date, said);
}

TEST_F(SignalActions, the_table_and_a_goal_move_a_signal_and_leave_what_is_past_moving) {
  const auto id = here.report();
  const auto table = [&](ItemId which) {
    return write([&](db::Transaction& tx) { return put_on_table(tx, here.now(), which); });
  };
  const auto goal = [&](ItemId which) {
    return write([&](db::Transaction& tx) { return join_goal(tx, here.now(), which); });
  };
  EXPECT_TRUE(table(id));
  EXPECT_EQ(here.status(id), "on_the_table");
  EXPECT_FALSE(table(id));
  EXPECT_TRUE(goal(id));
  EXPECT_EQ(here.status(id), "part_of_goal");
  EXPECT_FALSE(here.item(id).is_open);
  EXPECT_FALSE(table(done_signal()));
  EXPECT_FALSE(table(ItemId{999}));
}

}  // namespace
}  // namespace wijktafel::signals
