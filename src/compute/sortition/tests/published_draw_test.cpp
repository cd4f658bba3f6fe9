#include "compute/sortition/published_draw.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "base/digest.hpp"
#include "compute/lot/lot.hpp"
#include "compute/sortition/published_draw_check.hpp"
#include "compute/sortition/read_pool.hpp"
#include "compute/sortition/tests/brute_force_support.hpp"

namespace wijktafel::sortition {
namespace {

// Four people, two of each value, one of each wanted: four panels.
Pool four_people() {
  const auto pool =
      read_pool("category,feature,min,max\nage,\"old, wise\",1,1\nage,young,1,1\n",
                "id,age\na,\"old, wise\"\nb,\"Old, wise\"\nc,young\nd,young\n", {.panel_size = 2});
  return pool.value();
}

Plan plan_of(const Pool& pool, std::vector<WeightedPanel> panels) {
  Plan plan;
  plan.panels = std::move(panels);
  return published_plan(pool, plan);
}

struct Draw {
  Pool pool;
  Plan plan;
  Lottery lottery;
  DrawFiles files;
};

Draw four_people_draw() {
  Draw draw;
  draw.pool = four_people();
  draw.plan = plan_of(draw.pool, {{{0, 2}, 0.25}, {{0, 3}, 0.25}, {{1, 2}, 0.25}, {{1, 3}, 0.25}});
  draw.lottery = make_lottery(draw.pool, draw.plan, 20);
  draw.files = publish(draw.pool, draw.plan, draw.lottery);
  return draw;
}

std::string& file(DrawFiles& files, DrawFile which) { return files[static_cast<std::size_t>(which)]; }

// "lottery_panels lottery 3" for the first check that fails; "" when all hold.
std::string first_failure(const DrawFiles& files) {
  const auto draw = read_draw(files);
  if (!draw) {
    const auto& [file, fault] = draw.error().front();
    return fmt::format("{} {} {}", fault.reason, draw_file_names[static_cast<std::size_t>(file)], fault.line);
  }
  for (const auto& check : check_draw(files, *draw))
    if (check.difference)
      return fmt::format("{} {} {}", check.name,
                         draw_file_names[static_cast<std::size_t>(check.difference->file)],
                         check.difference->line);
  return {};
}

TEST(PublishedDraw, writes_files_of_which_every_byte_is_stated) {
  auto [pool, plan, lottery, files] = four_people_draw();
  EXPECT_EQ(file(files, DrawFile::pool), "id,age\na,\"old, wise\"\nb,\"old, wise\"\nc,young\nd,young\n");
  EXPECT_EQ(file(files, DrawFile::quotas),
            "category,feature,min,max\nage,\"old, wise\",1,1\nage,young,1,1\n");
  EXPECT_EQ(file(files, DrawFile::distribution),
            "chance,member_1,member_2\n0.25,a,c\n0.25,a,d\n0.25,b,c\n0.25,b,d\n");
  // Twenty panels over four that are equally likely: five of each, in order.
  EXPECT_THAT(file(files, DrawFile::lottery),
              testing::StartsWith("panel,member_1,member_2\n00,a,c\n01,a,c\n"));
  EXPECT_EQ(file(files, DrawFile::chances), "id,chance,panels\na,0.5,10\nb,0.5,10\nc,0.5,10\nd,0.5,10\n");
  EXPECT_EQ(file(files, DrawFile::settings),
            "name,value\nform,1\nstatus,optimal\nmethod,leximin\nsize,2\nper_household,0\nlottery,20\n"
            "largest_deviation,0\n");
}

TEST(PublishedDraw, gives_equal_people_equal_chances) {
  // A unit of 2^-44 apart, on both sides of where 12 decimals round up and down.
  const auto pool = four_people();
  const double middle = 0.2500000000005, unit = 0x1p-44;
  const auto split = plan_of(pool, {{{0, 2}, middle - unit}, {{1, 3}, middle + unit}});
  EXPECT_EQ(split.chances[0], split.chances[1]);
  EXPECT_EQ(split.chances[2], split.chances[3]);
  // A real difference is no rounding, and stays.
  const auto apart = plan_of(pool, {{{0, 2}, 0.5 - 1e-9}, {{1, 3}, 0.5 + 1e-9}});
  EXPECT_EQ(apart.chances[1] - apart.chances[0], 0.500000001 - 0.499999999);
}

TEST(PublishedDraw, commits_to_the_lines_that_sha256sum_prints) {
  DrawFiles files = {"a\n", "b\n", "c\n", "d\n", "e\n", "not committed"};
  // printf 'a\n' >settings.csv and so on; sha256sum settings.csv pool.csv quotas.csv distribution.csv
  // lottery.csv | sha256sum
  EXPECT_EQ(commitment(files), "d976ebbe4144c7a074480e77118f332a73da591284a31495e65151a026368ea3");
}

TEST(PublishedDraw, reads_back_as_it_was_written) {
  lot::Lot lot("test", "published draw");
  int compared_draws = 0;
  for (int round = 0; round < 60; ++round) {
    auto pool = random_pool(lot, {.most_people = 9, .households = round % 2 == 0});
    const auto panels = all_panels(pool);
    if (panels.empty()) continue;
    std::vector<WeightedPanel> weighted;
    double sum = 0;
    for (const auto& panel : panels) weighted.push_back({panel, 0.01 + lot.fraction()});
    for (const auto& panel : weighted) sum += panel.chance;
    for (auto& panel : weighted) panel.chance /= sum;
    const auto plan = plan_of(pool, weighted);
    const auto files = publish(pool, plan, make_lottery(pool, plan, 100));
    EXPECT_EQ(first_failure(files), "") << described(pool);
    const auto again = read_draw(files);
    ASSERT_TRUE(again);
    EXPECT_EQ(publish(again->pool, again->plan, again->lottery), files);
    ++compared_draws;
  }
  EXPECT_GT(compared_draws, 20);
}

TEST(PublishedDraw, names_a_column_apart_when_a_category_has_its_name) {
  auto pool =
      read_pool(
          "feature,value,min,max,min_flex,max_flex,population\nid,x,1,1,0,2,0.25\nid,y,1,1,,,0.75\n",
          "number,address,id\np,1,x\nq,1,y\nr,2,y\n",
          {.panel_size = 2, .id_column = "number", .household_columns = {"address"}, .per_household = 1})
          .value();
  const auto plan = plan_of(pool, {{{0, 2}, 1}});
  auto files = publish(pool, plan, make_lottery(pool, plan, 3));
  EXPECT_EQ(file(files, DrawFile::pool), "id_,household,id\np,1,x\nq,1,y\nr,2,y\n");
  EXPECT_EQ(file(files, DrawFile::quotas),
            "feature,value,min,max,min_flex,max_flex,population\nid,x,1,1,0,2,0.25\nid,y,1,1,,,0.75\n");
  EXPECT_EQ(first_failure(files), "");
}

TEST(PublishedDraw, reads_back_names_full_of_other_separators) {
  auto pool = read_pool("category,feature,min,max\n\"a;b;c;d\",\"x;\t\"\"y\",1,1\n",
                        "\"a;b;c;d\",id\n\"x;\t\"\"y\",p;q\n", {.panel_size = 1})
                  .value();
  const auto plan = plan_of(pool, {{{0}, 1}});
  EXPECT_EQ(first_failure(publish(pool, plan, make_lottery(pool, plan, 3))), "");
}

TEST(PublishedDraw, shows_the_first_difference_of_files_that_were_changed) {
  const auto tampered = [](DrawFile which, std::string_view from, std::string_view to) {
    auto files = four_people_draw().files;
    auto& text = file(files, which);
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    text.replace(at, from.size(), to);
    return first_failure(files);
  };
  EXPECT_EQ(tampered(DrawFile::distribution, "0.25,a,d", "0.25,c,d"),
            "distribution_panels distribution.csv 3");
  EXPECT_EQ(tampered(DrawFile::distribution, "0.25,a,d", "0.35,a,d"), "distribution_sum distribution.csv 0");
  EXPECT_EQ(tampered(DrawFile::distribution, "0.25,a,d", "1.25,a,d"), "not_a_chance distribution.csv 3");
  EXPECT_EQ(tampered(DrawFile::lottery, "01,a,c", "01,a,b"), "lottery_panels lottery.csv 3");
  EXPECT_EQ(tampered(DrawFile::lottery, "01,a,c", "01,a,x"), "unknown_person lottery.csv 3");
  EXPECT_EQ(tampered(DrawFile::lottery, "01,a,c", "01,a,a"), "double_member lottery.csv 3");
  EXPECT_EQ(tampered(DrawFile::lottery, "01,a,c", "07,a,c"), "wrong_number lottery.csv 3");
  EXPECT_EQ(tampered(DrawFile::chances, "b,0.5,10", "b,0.5,11"), "chances chances.csv 3");
  EXPECT_EQ(tampered(DrawFile::settings, "lottery,20", "lottery,21"), "wrong_number lottery.csv 0");
  EXPECT_EQ(tampered(DrawFile::settings, "form,1", "form,2"), "unknown_setting settings.csv 2");
  EXPECT_EQ(tampered(DrawFile::settings, "deviation,0", "deviation,inf"), "unknown_setting settings.csv 8");
  EXPECT_EQ(tampered(DrawFile::settings, "deviation,0", "deviation,nan"), "unknown_setting settings.csv 8");
  // A plan without panels is never published: to say so would leave out the check of the chances.
  EXPECT_EQ(tampered(DrawFile::settings, "optimal", "infeasible"), "unknown_setting settings.csv 3");
  EXPECT_EQ(tampered(DrawFile::settings, "deviation,0", "deviation,5"), "settings settings.csv 8");
  EXPECT_EQ(tampered(DrawFile::quotas, "young,1,1", "young,2,2"), "distribution_panels distribution.csv 2");
  EXPECT_EQ(tampered(DrawFile::pool, "d,young", "d,\"old, wise\""), "distribution_panels distribution.csv 3");
  // Two panels of the lottery against the same people: within one panel of their chances.
  EXPECT_EQ(tampered(DrawFile::lottery, "00,a,c\n01,a,c\n02,a,c", "00,b,c\n01,b,c\n02,b,c"),
            "lottery_chances lottery.csv 0");
}

TEST(PublishedDraw, says_which_quota_a_panel_breaks) {
  const auto pool = four_people();
  EXPECT_EQ(broken_quota(pool, {0, 2}), "");
  EXPECT_EQ(broken_quota(pool, {0, 1}), "age old, wise: 2 (1-1)");
  EXPECT_EQ(broken_quota(pool, {0}), "1 / 2");
}

TEST(PublishedDraw, compares_a_plan_that_was_made_again) {
  const auto [pool, plan, lottery, files] = four_people_draw();
  const auto draw = read_draw(files);
  ASSERT_TRUE(draw);
  EXPECT_FALSE(check_plan(files, *draw, plan).difference);
  auto other = plan;
  other.panels[2].chance = 0.125;
  const auto check = check_plan(files, *draw, other);
  ASSERT_TRUE(check.difference);
  EXPECT_EQ(check.difference->line, 4U);
  EXPECT_EQ(check.difference->found, "0.25,b,c");
  EXPECT_EQ(check.difference->expected, "0.125,b,c");
}

TEST(PublishedDraw, follows_the_seed_as_the_lot_says) {
  EXPECT_EQ(drawn_panel("Staatsloterij 10-12-2026", 1000),
            lot::Lot("panel", "Staatsloterij 10-12-2026").below(1000));
  EXPECT_NE(drawn_panel("a", 1'000'000), drawn_panel("b", 1'000'000));
}

TEST(PublishedDraw, calls_people_by_their_row_when_ids_stay_private) {
  EXPECT_EQ(with_row_numbers(four_people()).people[2].id, "3");
}

TEST(PublishedDraw, reads_a_panel_by_its_ids) {
  const auto pool = four_people();
  EXPECT_EQ(read_panel(panel_text(pool, {1, 3}), pool).value(), (Panel{1, 3}));
  const auto refused = read_panel("id\na\nx\na\n", pool);
  ASSERT_FALSE(refused);
  ASSERT_EQ(refused.error().size(), 2U);
  EXPECT_EQ(refused.error()[0].reason, "unknown_person");
  EXPECT_EQ(refused.error()[1].reason, "double_member");
}

}  // namespace
}  // namespace wijktafel::sortition
