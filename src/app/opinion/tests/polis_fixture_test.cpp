// Three real conversations with what the production worker of Polis made of them (../shared/data/polis). Fed
// with its base clusters and its people (both remember earlier votes there), everything else must come out
// equal: as numbers to 1e-9, as lists in the same order.
#include <boost/json.hpp>
#include <cmath>
#include <gtest/gtest.h>
#include <map>

#include "base/tests/shared_folder.hpp"
#include "compute/opinion/clusters.hpp"
#include "compute/opinion/components.hpp"
#include "compute/opinion/groups.hpp"
#include "compute/opinion/statistics.hpp"

namespace wijktafel::opinion {
namespace {

namespace json = boost::json;

constexpr double tolerance = 1e-9;
const char* const fixtures[] = {"25ptpt-3gp-no-strict-with-meta", "above-100-ptpts", "below-100-ptpts"};

std::int64_t whole(const json::value& value) {
  return value.is_string() ? std::stoll(std::string(value.as_string())) : value.to_number<std::int64_t>();
}

// The fixtures write the same fields under two names.
const json::value& field(const json::value& record, const char* one, const char* other) {
  const auto* found = record.as_object().if_contains(one);
  return found != nullptr ? *found : record.at(other);
}

struct Fixture {
  explicit Fixture(const std::filesystem::path& folder) {
    golden = json::parse(text_of(folder / "math-pca2.json"));
    std::vector<std::string> statements;
    for (const auto& tid : golden.at("tids").as_array()) {
      statement_of[whole(tid)] = static_cast<StatementIndex>(statements.size());
      tids.push_back(whole(tid));
      statements.push_back(std::to_string(whole(tid)));
    }
    std::vector<std::string> people;
    std::vector<CastVote> cast;
    const auto all = json::parse(text_of(folder / "votes.json"));
    for (const auto& vote : all.as_array()) {
      const auto pid = whole(field(vote, "participant_id", "pid"));
      const auto tid = whole(field(vote, "statement_id", "tid"));
      const auto [place, is_new] = person_of.emplace(pid, static_cast<PersonIndex>(people.size()));
      if (is_new) people.push_back(std::to_string(pid));
      cast.push_back({place->second, statement_of.at(tid), static_cast<Vote>(whole(vote.at("vote"))),
                      whole(vote.at("modified"))});
    }
    votes = Votes(std::move(people), std::move(statements), cast);
    moderation.resize(tids.size());
    for (const auto& tid : golden.at("mod-out").as_array())
      if (const auto found = statement_of.find(whole(tid)); found != statement_of.end())
        moderation[found->second].is_out = true;
    for (const auto& tid : golden.at("meta-tids").as_array())
      if (const auto found = statement_of.find(whole(tid)); found != statement_of.end())
        moderation[found->second].is_meta = true;
    read_clusters();
  }

  void read_clusters() {
    const auto& base = golden.at("base-clusters");
    std::map<std::int64_t, std::size_t> place_of;
    for (std::size_t i = 0; i < base.at("id").as_array().size(); ++i) {
      place_of[whole(base.at("id").at(i))] = i;
      base_centres.push_back(
          {base.at("x").at(i).to_number<double>(), base.at("y").at(i).to_number<double>()});
      std::vector<PersonIndex> people;
      for (const auto& pid : base.at("members").at(i).as_array()) people.push_back(person_of.at(whole(pid)));
      base_people.push_back(people);
    }
    for (const auto& group : golden.at("group-clusters").as_array()) {
      std::vector<PersonIndex> people;
      std::vector<std::size_t> clusters;
      for (const auto& id : group.at("members").as_array()) {
        clusters.push_back(place_of.at(whole(id)));
        for (const auto person : base_people[place_of.at(whole(id))]) people.push_back(person);
      }
      group_clusters.push_back(clusters);
      group_people.push_back(people);
    }
  }

  std::vector<Tallies> tallies() const {
    std::vector<Tallies> tallies;
    for (const auto& people : group_people) tallies.push_back(tally(votes, people));
    return tallies;
  }

  std::vector<double> numbers(const json::value& array) const {
    std::vector<double> numbers;
    for (const auto& value : array.as_array()) numbers.push_back(value.to_number<double>());
    return numbers;
  }

  json::value golden;
  std::vector<std::int64_t> tids;
  std::map<std::int64_t, StatementIndex> statement_of;
  std::map<std::int64_t, PersonIndex> person_of;
  Votes votes;
  std::vector<Moderation> moderation;
  std::vector<Point> base_centres;
  std::vector<std::vector<PersonIndex>> base_people;
  std::vector<std::vector<std::size_t>> group_clusters;
  std::vector<std::vector<PersonIndex>> group_people;
};

class PolisFixture : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    const auto folder = shared_folder(std::string("data/polis/") + GetParam());
    if (!folder) GTEST_SKIP() << "no fixture in ../shared/data/polis/" << GetParam();
    fixture = std::make_unique<Fixture>(*folder);
  }

  void TearDown() override {
    if (fixture) {
      std::cout << GetParam() << ": " << compared << " numbers and lists compared\n";
      EXPECT_GT(compared, 0);
    }
  }

  void near(double got, double expected, const std::string& what) {
    EXPECT_NEAR(got, expected, tolerance * std::max(1.0, std::abs(expected))) << what;
    ++compared;
  }

  std::unique_ptr<Fixture> fixture;
  int compared = 0;
};

// Polis codes agree as -1, its open data as 1: means change sign. A component may change sign anyway.
TEST_P(PolisFixture, MeansAndComponents) {
  const auto components = principal_components(fixture->votes, fixture->moderation);
  const auto centre = fixture->numbers(fixture->golden.at("pca").at("center"));
  for (std::size_t s = 0; s < centre.size(); ++s) near(components.means[s], -centre[s], "mean");
  for (std::size_t c = 0; c < 2; ++c) {
    const auto expected = fixture->numbers(fixture->golden.at("pca").at("comps").at(c));
    double cosine = 0;
    for (std::size_t s = 0; s < expected.size(); ++s) cosine += expected[s] * components.loadings[c][s];
    near(std::abs(cosine), 1, "component, as a direction");
    for (std::size_t s = 0; s < expected.size(); ++s)
      near(components.loadings[c][s], std::copysign(1.0, cosine) * expected[s], "loading");
  }
}

Components golden_components(const Fixture& fixture) {
  Components components = principal_components(fixture.votes, fixture.moderation);
  const auto centre = fixture.numbers(fixture.golden.at("pca").at("center"));
  for (std::size_t s = 0; s < centre.size(); ++s) components.means[s] = -centre[s];
  for (std::size_t c = 0; c < 2; ++c) {
    components.loadings[c] = fixture.numbers(fixture.golden.at("pca").at("comps").at(c));
    for (auto& loading : components.loadings[c]) loading = -loading;
  }
  return components;
}

// Base clusters are means of the places of their people: all places are in them, one for one below 100
// people.
TEST_P(PolisFixture, PlacesOfPeople) {
  const auto components = golden_components(*fixture);
  for (std::size_t i = 0; i < fixture->base_people.size(); ++i) {
    Point mean;
    for (const auto person : fixture->base_people[i]) {
      const auto point = project(components, fixture->votes.of(person));
      mean.x += point.x / static_cast<double>(fixture->base_people[i].size());
      mean.y += point.y / static_cast<double>(fixture->base_people[i].size());
    }
    near(mean.x, fixture->base_centres[i].x, "x");
    near(mean.y, fixture->base_centres[i].y, "y");
  }
}

TEST_P(PolisFixture, Extremity) {
  const auto extremity = extremities(golden_components(*fixture));
  const auto expected = fixture->numbers(fixture->golden.at("pca").at("comment-extremity"));
  for (std::size_t s = 0; s < expected.size(); ++s) near(extremity[s], expected[s], "extremity");
}

TEST_P(PolisFixture, VotesOfGroups) {
  const auto tallies = fixture->tallies();
  for (std::size_t g = 0; g < tallies.size(); ++g) {
    const auto& expected = fixture->golden.at("group-votes").at(std::to_string(g)).at("votes").as_object();
    for (const auto& [tid, counts] : expected) {
      const auto& tally = tallies[g][fixture->statement_of.at(std::stoll(std::string(tid)))];
      EXPECT_EQ(tally, (Tally{whole(counts.at("A")), whole(counts.at("D")), whole(counts.at("S"))}));
      ++compared;
    }
  }
}

TEST_P(PolisFixture, GroupAwareConsensus) {
  const auto consensus = group_consensus(fixture->tallies(), fixture->tids.size());
  for (const auto& [tid, expected] : fixture->golden.at("group-aware-consensus").as_object())
    near(consensus[fixture->statement_of.at(std::stoll(std::string(tid)))], expected.to_number<double>(),
         tid);
}

TEST_P(PolisFixture, RepresentativeStatements) {
  const auto lists = representative_statements(fixture->tallies(), fixture->moderation);
  for (std::size_t g = 0; g < lists.size(); ++g) {
    const auto& expected = fixture->golden.at("repness").at(std::to_string(g)).as_array();
    ASSERT_EQ(lists[g].size(), expected.size()) << "group " << g;
    for (std::size_t i = 0; i < expected.size(); ++i) {
      const auto& telling = lists[g][i];
      const auto& golden = expected[i];
      EXPECT_EQ(fixture->tids[telling.statement], whole(golden.at("tid"))) << "group " << g << " place " << i;
      EXPECT_EQ(telling.agree, golden.at("repful-for").as_string() == "agree");
      EXPECT_EQ(telling.votes, whole(golden.at("n-success")));
      EXPECT_EQ(telling.seen, whole(golden.at("n-trials")));
      EXPECT_EQ(telling.most_agreed, golden.as_object().contains("best-agree"));
      near(telling.share, golden.at("p-success").to_number<double>(), "share");
      near(telling.share_test, golden.at("p-test").to_number<double>(), "share test");
      near(telling.against_others, golden.at("repness").to_number<double>(), "against others");
      // Polis keeps this one in single precision.
      EXPECT_NEAR(telling.against_others_test, golden.at("repness-test").to_number<double>(), 1e-6);
    }
  }
}

TEST_P(PolisFixture, Majorities) {
  const auto lists = majorities(tally_all(fixture->votes), fixture->moderation);
  for (const bool agree : {true, false}) {
    const auto& list = agree ? lists.agree : lists.disagree;
    const auto& expected = fixture->golden.at("consensus").at(agree ? "agree" : "disagree").as_array();
    ASSERT_EQ(list.size(), expected.size());
    ++compared;
    for (std::size_t i = 0; i < expected.size(); ++i) {
      EXPECT_EQ(fixture->tids[list[i].statement], whole(expected[i].at("tid"))) << i;
      EXPECT_EQ(list[i].votes, whole(expected[i].at("n-success")));
      EXPECT_EQ(list[i].seen, whole(expected[i].at("n-trials")));
      near(list[i].share, expected[i].at("p-success").to_number<double>(), "share");
      near(list[i].share_test, expected[i].at("p-test").to_number<double>(), "share test");
    }
  }
}

TEST_P(PolisFixture, Priorities) {
  const auto everybody = sum_of(fixture->tallies(), fixture->tids.size());
  const auto priority = priorities(everybody, extremities(golden_components(*fixture)), fixture->moderation);
  for (const auto& [tid, expected] : fixture->golden.at("comment-priorities").as_object())
    near(priority[fixture->statement_of.at(std::stoll(std::string(tid)))], expected.to_number<double>(), tid);
}

// A fresh search over the golden base clusters: as many groups, the same people in them, the same
// silhouettes.
TEST_P(PolisFixture, GroupsOfBaseClusters) {
  std::vector<double> people;
  for (const auto& members : fixture->base_people) people.push_back(static_cast<double>(members.size()));
  const auto best = best_grouping(fixture->base_centres, people);
  ASSERT_TRUE(best);
  EXPECT_EQ(best->clusters.count(), fixture->group_people.size());
  const auto reference =
      json::parse(text_of(*shared_folder("reference/polis-formula-check.json"))).at(GetParam());
  near(best->silhouette, reference.at("silhouette_of_polis_groups").to_number<double>(), "silhouette");
  for (const auto& [k, expected] : reference.at("silhouette_fresh").as_object()) {
    const auto grouping = grouping_of(fixture->base_centres, people, std::stoul(std::string(k)));
    near(grouping.silhouette, expected.to_number<double>(), "silhouette of " + std::string(k));
  }
}

// From votes alone, without anything of the golden output. Below 100 people everybody in a group is a base
// cluster of their own; who is in a group is remembered in the original, so only that much can be asked.
TEST_P(PolisFixture, FromVotesAlone) {
  const auto people = grouped_people(fixture->votes);
  const auto& remembered = fixture->golden.at("in-conv").as_array();
  EXPECT_LE(people.size(), remembered.size());
  for (const auto person : people) {
    const auto pid = std::stoll(fixture->votes.people()[person]);
    if (fixture->votes.of(person).size() < 7) continue;
    EXPECT_TRUE(std::ranges::any_of(remembered, [&](const auto& one) { return whole(one) == pid; })) << pid;
    ++compared;
  }
}

INSTANTIATE_TEST_SUITE_P(Polis, PolisFixture, testing::ValuesIn(fixtures));

}  // namespace
}  // namespace wijktafel::opinion
