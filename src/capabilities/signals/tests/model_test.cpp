#include "capabilities/signals/model.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <set>

#include "base/text.hpp"

namespace wijktafel::signals {
namespace {

using enum Status;

TEST(SignalModel, every_word_leads_back_to_its_value) {
  for (const auto status : all_statuses()) EXPECT_EQ(status_of(word(status)), status) << word(status);
  for (const auto kind : all_kinds()) EXPECT_EQ(kind_of(word(kind)), kind);
  EXPECT_EQ(all_statuses().size(), 18u);
  EXPECT_EQ(status_of("opgelost"), std::nullopt);
  EXPECT_EQ(kind_of(""), std::nullopt);
}

TEST(SignalModel, a_new_signal_can_go_every_way_but_back) {
  for (const auto to :
       {looked_at, open_to_neighbours, planned, waiting, on_the_table, in_progress, done, became_initiative,
        part_of_goal, forwarded, referred, duplicate, will_not_be_done, thanked})
    EXPECT_TRUE(may_become(received, to)) << word(to);
  for (const auto to : {received, reopened, confirmed, not_confirmed})
    EXPECT_FALSE(may_become(received, to)) << word(to);
}

TEST(SignalModel, only_what_is_done_is_confirmed) {
  for (const auto from : all_statuses())
    EXPECT_EQ(may_become(from, confirmed), from == done || from == not_confirmed) << word(from);
  for (const auto from : all_statuses())
    EXPECT_EQ(may_become(from, not_confirmed), from == done) << word(from);
}

TEST(SignalModel, whatever_is_closed_can_be_reopened_except_what_was_destroyed) {
  for (const auto from : all_statuses())
    EXPECT_EQ(may_become(from, reopened), !is_open(from) && from != referred) << word(from);
}

TEST(SignalModel, a_worry_about_a_person_is_referred_at_any_moment_and_that_is_the_end) {
  for (const auto status : all_statuses()) {
    EXPECT_EQ(may_become(status, referred), status != referred) << word(status);
    EXPECT_FALSE(may_become(referred, status)) << word(status);
  }
}

TEST(SignalModel, nothing_becomes_received_again) {
  for (const auto from : all_statuses()) EXPECT_FALSE(may_become(from, received)) << word(from);
}

TEST(SignalModel, no_status_but_a_destroyed_one_is_a_dead_end) {
  for (const auto from : all_statuses()) {
    if (from == referred) continue;
    const bool goes_on = std::ranges::any_of(
        all_statuses(), [&](Status to) { return to != referred && may_become(from, to); });
    EXPECT_TRUE(goes_on) << word(from);
  }
}

TEST(SignalModel, a_problem_is_not_closed_with_thank_you) {
  const auto to_problem = answers_for(Kind::problem, received);
  const auto to_compliment = answers_for(Kind::compliment, received);
  EXPECT_EQ(std::ranges::count(to_problem, thanked), 0);
  EXPECT_EQ(std::ranges::count(to_compliment, thanked), 1);
}

TEST(SignalModel, the_form_offers_only_answers_that_the_table_allows) {
  for (const auto from : all_statuses())
    for (const auto to : answers_for(Kind::compliment, from))
      EXPECT_TRUE(may_become(from, to)) << word(from) << word(to);
  EXPECT_TRUE(answers_for(Kind::problem, referred).empty());
  EXPECT_TRUE(answers_for(Kind::problem, confirmed).empty());
}

TEST(SignalModel, every_status_has_a_tone_that_the_design_knows) {
  const std::set<std::string_view> known{"done", "late", "ok", "goal", "chance", "new"};
  for (const auto status : all_statuses()) EXPECT_TRUE(known.contains(tone(status))) << word(status);
}

TEST(SignalModel, a_month_ends_on_its_last_day_also_in_a_leap_year) {
  EXPECT_EQ(iso_date(*last_day_of_month("2026-12")), "2026-12-31");
  EXPECT_EQ(iso_date(*last_day_of_month("2028-02")), "2028-02-29");
  EXPECT_EQ(last_day_of_month("2026-13"), std::nullopt);
  EXPECT_EQ(last_day_of_month("december"), std::nullopt);
}

TEST(SignalModel, the_title_is_what_was_told_first) {
  EXPECT_EQ(title_from(Kind::problem, "Het pad is donker", "Met licht kan het weer"), "Het pad is donker");
  EXPECT_EQ(title_from(Kind::chance, "Het plein is kaal", "Twee bomen en een bank"),
            "Twee bomen en een bank");
  EXPECT_EQ(title_from(Kind::chance, "Het plein is kaal", ""), "Het plein is kaal");
  EXPECT_LE(length(title_from(Kind::problem, std::string(1000, 'x'), "")), title_most);
}

}  // namespace
}  // namespace wijktafel::signals
