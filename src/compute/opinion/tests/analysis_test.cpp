#include "compute/opinion/analysis.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <numeric>

#include "base/delimited.hpp"
#include "base/tests/shared_folder.hpp"
#include "compute/opinion/read_statements.hpp"
#include "compute/opinion/read_votes.hpp"
#include "compute/opinion/tests/town_support.hpp"

namespace wijktafel::opinion {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::size_t> sizes_of(const Analysis& analysis) {
  std::vector<std::size_t> sizes;
  for (const auto& group : analysis.groups) sizes.push_back(group.people.size());
  return sizes;
}

TEST(Analysis, FindsTheSidesOfATown) {
  const auto analysis = analyse(town({40, 30, 20}, 40, "three").votes(), {}, {});
  EXPECT_EQ(analysis.verdict, Verdict::groups);
  EXPECT_THAT(sizes_of(analysis), ElementsAre(40, 30, 20));
  for (const auto person : analysis.groups[0].people) EXPECT_LT(person, 40U);
  EXPECT_GT(analysis.stability.adjusted_rand, 0.9);
  for (const auto& group : analysis.groups) EXPECT_GT(group.stability, 0.9);
}

TEST(Analysis, NamesNoGroupsWhereThereAreNone) {
  for (const auto* seed : {"a", "b", "c", "d"}) {
    const auto analysis = analyse(town({200}, 40, seed, false).votes(), {}, {});
    EXPECT_NE(analysis.verdict, Verdict::groups) << seed;
    EXPECT_THAT(analysis.groups, IsEmpty());
    EXPECT_THAT(analysis.group_of, IsEmpty());
    EXPECT_THAT(analysis.uniting, IsEmpty());
    EXPECT_EQ(analysis.people.size(), 200U);
  }
}

TEST(Analysis, OrderOfLinesIsOfNoImportance) {
  const auto made = town({30, 25}, 30, "order");
  std::vector<std::string> lines;
  for (const auto& cast : made.cast)
    lines.push_back(made.people[cast.person] + "," + made.statements[cast.statement] + "," +
                    std::to_string(static_cast<int>(cast.vote)) + "\n");
  const auto analysed = [&] {
    std::string text = "participant,statement,vote\n";
    for (const auto& line : lines) text += line;
    return analyse(*read_votes(text), {}, {});
  };
  const auto first = analysed();
  lot::Lot("test", "lines").shuffle(lines);
  const auto second = analysed();
  EXPECT_EQ(first.points, second.points);  // the same bits
  EXPECT_EQ(first.group_of, second.group_of);
  EXPECT_EQ(first.silhouette, second.silhouette);
  EXPECT_EQ(first.stability.adjusted_rand, second.stability.adjusted_rand);
  EXPECT_EQ(first.priority, second.priority);
}

// Three people who think otherwise are a cluster of their own on the map, and in nothing that is given out.
TEST(Analysis, SmallGroupsAreNeverShownApart) {
  const auto votes = town({40, 40, 3}, 60, "small").votes();
  const auto shown = analyse(votes, {}, {.smallest_group = 1});
  ASSERT_THAT(sizes_of(shown), ElementsAre(40, 40, 3)) << "otherwise this test says nothing";
  const auto analysis = analyse(votes, {}, {.smallest_group = 5});
  EXPECT_EQ(analysis.verdict, Verdict::groups);
  EXPECT_EQ(analysis.joined, 1U);
  EXPECT_THAT(sizes_of(analysis), ElementsAre(43, 40));
  // What is told about everybody, minus what is told about groups, is nothing.
  std::vector<Tallies> groups;
  for (const auto& group : analysis.groups) groups.push_back(group.tallies);
  EXPECT_EQ(sum_of(groups, votes.statement_count()), analysis.everybody);
}

// One person far away and two blocks of ten: two clusters (he and all others) fit best by their silhouette,
// but joined to the others nothing would be left; of three clusters the blocks are.
TEST(Analysis, OnePersonFarAwayDoesNotTakeThePlaceOfAGroup) {
  std::vector<Point> places{{100, 0}};
  for (int i = 0; i < 10; ++i)
    for (const double side : {-1.0, 1.0}) places.push_back({side, 0.1 * i});
  const std::vector<double> people(places.size(), 1);
  ASSERT_EQ(best_grouping(places, people)->clusters.count(), 2U) << "otherwise this test says nothing";
  const auto best = best_grouping(places, people, 5).value();
  EXPECT_EQ(best.joined, 1U);
  std::vector<int> sizes(best.clusters.count(), 0);
  for (const auto cluster : best.clusters.of) ++sizes[cluster];
  EXPECT_THAT(sizes, testing::UnorderedElementsAre(10, 11));
}

// Two blocks that agree in nothing are two places on the map: as far apart as can be.
TEST(Analysis, TwoBlocksThatAreEachOfOneMindAreGroups) {
  Town made;
  made.statements.assign(10, "s");
  for (PersonIndex p = 0; p < 30; ++p) {
    made.people.push_back(std::to_string(p));
    for (StatementIndex s = 0; s < 10; ++s)
      made.cast.push_back({p, s, p < 15 ? Vote::agree : Vote::disagree, 0});
  }
  const auto analysis = analyse(made.votes(), {}, {});
  EXPECT_EQ(analysis.silhouette, 1);
  EXPECT_THAT(sizes_of(analysis), ElementsAre(15, 15));
}

// Two newcomers with a vote each are not on the map: with them, everybody minus the groups would be their
// votes.
TEST(Analysis, AFewOutsideTheGroupsAreNotCountedForEverybody) {
  auto made = town({40, 40}, 40, "few");
  for (int newcomer = 0; newcomer < 2; ++newcomer) {
    made.people.push_back("x" + std::to_string(newcomer));
    made.cast.push_back({static_cast<PersonIndex>(made.people.size() - 1), 0, Vote::agree, 0});
  }
  auto analysis = analyse(made.votes(), {}, {});
  ASSERT_EQ(analysis.people.size(), 80U);
  EXPECT_EQ(analysis.everybody, tally(made.votes(), analysis.people));
  for (int newcomer = 2; newcomer < 5; ++newcomer) {
    made.people.push_back("x" + std::to_string(newcomer));
    made.cast.push_back({static_cast<PersonIndex>(made.people.size() - 1), 0, Vote::agree, 0});
  }
  analysis = analyse(made.votes(), {}, {});
  EXPECT_EQ(analysis.everybody, tally_all(made.votes()));
}

TEST(Analysis, ModeratedStatementsAreNobodysOpinion) {
  const auto made = town({40, 40}, 30, "moderated");
  std::vector<Moderation> moderation(30);
  for (std::size_t s = 0; s < 10; ++s) moderation[s].is_out = true;
  auto changed = made;
  for (auto& cast : changed.cast)
    if (cast.statement < 10) cast.vote = Vote::agree;
  const auto one = analyse(made.votes(), moderation, {});
  const auto other = analyse(changed.votes(), moderation, {});
  EXPECT_EQ(one.points, other.points);
  for (const auto& group : one.groups)
    for (const auto& telling : group.representative) EXPECT_GE(telling.statement, 10U);
}

TEST(Analysis, EveryoneAlikeOrAloneOrNobody) {
  EXPECT_EQ(analyse(Votes(), {}, {}).verdict, Verdict::too_few);
  const Votes one({"a"}, {"s"}, std::vector<CastVote>{{0, 0, Vote::agree, 0}});
  EXPECT_EQ(analyse(one, {}, {}).verdict, Verdict::too_few);
  EXPECT_EQ(analyse(one, {}, {.smallest_group = 1}).verdict, Verdict::too_few);
  Town alike;
  for (PersonIndex p = 0; p < 50; ++p) {
    alike.people.push_back(std::to_string(p));
    for (StatementIndex s = 0; s < 10; ++s) alike.cast.push_back({p, s, Vote::agree, 0});
  }
  alike.statements.assign(10, "s");
  const auto analysis = analyse(alike.votes(), {}, {});
  EXPECT_EQ(analysis.verdict, Verdict::too_few);
  EXPECT_EQ(analysis.majorities.agree.size(), 5U);
  const std::vector<Moderation> all_out(10, Moderation{true, false});
  EXPECT_EQ(analyse(alike.votes(), all_out, {}).verdict, Verdict::too_few);
}

// The groups that Polis itself found, as its open data have them: a soft check, because it remembers earlier
// votes. Another reimplementation, which knows nothing of moderation, comes to an adjusted Rand of 0.83 and
// 0.75 on these two. With the moderation of comments.csv vTaiwan comes nearer; that of Bowling Green seems to
// be of later than its groups (0.49 with it, 0.77 without).
TEST(Analysis, OpenDataHasAboutTheGroupsOfPolis) {
  for (const bool is_moderated : {true, false}) {
    const std::string name = is_moderated ? "vtaiwan.uberx" : "american-assembly.bowling-green";
    const auto folder = shared_folder("data/polis/" + name);
    if (!folder) GTEST_SKIP() << "no conversations in ../shared/data/polis";
    const auto text = text_of(*folder / "participants-votes.csv");
    const auto votes = read_votes(text);
    const auto statements = read_statements(text_of(*folder / "comments.csv"));
    ASSERT_TRUE(votes && statements);
    const auto moderation = is_moderated ? moderation_of(*votes, *statements) : std::vector<Moderation>();
    const auto analysis = analyse(*votes, moderation, {});
    ASSERT_EQ(analysis.verdict, Verdict::groups);
    EXPECT_EQ(analysis.groups.size(), 2U);
    std::vector<std::uint32_t> ours;
    std::vector<std::uint32_t> theirs;
    DelimitedReader rows(text, ',');
    rows.next();
    while (rows.next()) {
      if (rows.cells()[1].empty()) continue;
      const auto at = std::ranges::find(analysis.people, rows.cells()[0],
                                        [&](PersonIndex person) { return votes->people()[person]; });
      if (at == analysis.people.end()) continue;
      ours.push_back(analysis.group_of[static_cast<std::size_t>(at - analysis.people.begin())]);
      theirs.push_back(static_cast<std::uint32_t>(rows.cells()[1][0] - '0'));
    }
    const double agreement = adjusted_rand(ours, theirs);
    std::cout << name << ": adjusted Rand " << agreement << " over " << ours.size() << " people\n";
    EXPECT_GT(ours.size(), 1000U);
    EXPECT_GT(agreement, 0.75);
  }
}

// The log and the matrix of one conversation hold the same votes.
TEST(Analysis, LogAndMatrixOfVTaiwanAreTheSameVotes) {
  const auto folder = shared_folder("data/polis/vtaiwan.uberx");
  if (!folder) GTEST_SKIP() << "no conversations in ../shared/data/polis";
  const auto matrix = read_votes(text_of(*folder / "participants-votes.csv"));
  const auto log = read_votes(text_of(*folder / "votes.csv"));
  ASSERT_TRUE(matrix && log);
  EXPECT_EQ(matrix->people(), log->people());
  EXPECT_EQ(matrix->statements(), log->statements());
  EXPECT_TRUE(std::ranges::equal(matrix->cells(), log->cells()));
  std::cout << log->vote_count() << " votes compared\n";
  EXPECT_EQ(log->vote_count(), 49443U);
}

}  // namespace
}  // namespace wijktafel::opinion
