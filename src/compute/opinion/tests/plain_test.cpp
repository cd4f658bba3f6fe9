#include <cmath>
#include <gtest/gtest.h>
#include <numeric>

#include "compute/lot/lot.hpp"
#include "compute/opinion/clusters.hpp"
#include "compute/opinion/components.hpp"
#include "compute/opinion/stability.hpp"
#include "compute/opinion/tests/plain_support.hpp"

namespace wijktafel::opinion {
namespace {

struct Case {
  plain::Table table;
  std::vector<bool> is_out;
  Votes votes;
  std::vector<Moderation> moderation;
};

// People lean one of two ways, see about half of the statements, and a statement in eight was moderated out.
Case random_case(lot::Lot& lot) {
  Case made;
  const auto people = static_cast<std::size_t>(5 + lot.below(40));
  const auto statements = static_cast<std::size_t>(3 + lot.below(30));
  std::vector<CastVote> cast;
  std::vector<std::string> names;
  for (PersonIndex p = 0; p < people; ++p) {
    auto& row = made.table.emplace_back(statements);
    const auto side = lot.below(2);
    for (StatementIndex s = 0; s < statements; ++s) {
      if (lot.below(2) == 0) continue;
      const int vote = lot.below(4) == 0 ? 0 : (lot.below(5) == 0) != ((s + side) % 2 == 0) ? 1 : -1;
      row[s] = vote;
      cast.push_back({p, s, static_cast<Vote>(vote), 0});
    }
    names.push_back(std::to_string(p));
  }
  for (StatementIndex s = 0; s < statements; ++s) {
    made.is_out.push_back(lot.below(8) == 0);
    made.moderation.push_back({made.is_out.back(), false});
  }
  made.votes = Votes(names, std::vector<std::string>(statements, "s"), cast);
  return made;
}

TEST(PlainOpinion, ComponentsAndPlacesAreThoseOfAFullDecomposition) {
  lot::Lot lot("test", "components");
  int compared = 0;
  for (int times = 0; times < 150; ++times) {
    const auto made = random_case(lot);
    const auto plain = plain::map_of(made.table, made.is_out);
    // Directions that explain equally much are not determined, and then there is nothing to compare.
    const auto gap = [&](Eigen::Index i) {
      return i + 1 >= plain.singular.size() ||
             plain.singular[i] - plain.singular[i + 1] > 1e-3 * plain.singular[0];
    };
    if (plain.singular.size() < 2 || plain.singular[1] < 1e-6 || !gap(0) || !gap(1)) continue;
    const auto components = principal_components(made.votes, made.moderation);
    for (Eigen::Index c = 0; c < 2; ++c) {
      const auto& loadings = components.loadings[static_cast<std::size_t>(c)];
      const Eigen::Map<const Eigen::VectorXd> got(loadings.data(),
                                                  static_cast<Eigen::Index>(loadings.size()));
      Eigen::Index largest = 0;
      plain.loadings.col(c).cwiseAbs().maxCoeff(&largest);
      EXPECT_GT(got[largest], 0) << "the sign is that of the largest loading";
      const double sign = plain.loadings(largest, c) > 0 ? 1 : -1;
      EXPECT_LT((got - sign * plain.loadings.col(c)).cwiseAbs().maxCoeff(), 1e-9);
      for (PersonIndex p = 0; p < made.votes.people_count(); ++p) {
        const auto point = project(components, made.votes.of(p));
        EXPECT_NEAR(c == 0 ? point.x : point.y, sign * plain.points(p, c), 1e-9);
      }
      ++compared;
    }
  }
  std::cout << compared << " components compared with a full decomposition\n";
  EXPECT_GT(compared, 200);
}

// Lanczos never keeps more than it needs: a table with hundreds of statements goes through many checks and
// restarts of its room, so it is compared too.
TEST(PlainOpinion, ManyStatements) {
  lot::Lot lot("test", "many");
  for (const std::size_t statements : {100U, 260U}) {
    plain::Table table(120, std::vector<std::optional<int>>(statements));
    std::vector<CastVote> cast;
    for (PersonIndex p = 0; p < table.size(); ++p)
      for (StatementIndex s = 0; s < statements; ++s) {
        if (lot.below(3) == 0) continue;
        const int side = p % 3 == 0 ? 1 : p % 3 == 1 ? (s % 2 == 0 ? 1 : -1) : -1;
        const int vote = lot.below(4) == 0 ? -side : side;
        table[p][s] = vote;
        cast.push_back({p, s, static_cast<Vote>(vote), 0});
      }
    const Votes votes(std::vector<std::string>(table.size(), "p"), std::vector<std::string>(statements, "s"),
                      cast);
    const auto plain = plain::map_of(table, std::vector<bool>(statements, false));
    const auto components = principal_components(votes, {});
    for (std::size_t c = 0; c < 2; ++c) {
      double cosine = 0;
      for (std::size_t s = 0; s < statements; ++s)
        cosine += components.loadings[c][s] *
                  plain.loadings(static_cast<Eigen::Index>(s), static_cast<Eigen::Index>(c));
      EXPECT_NEAR(std::abs(cosine), 1, 1e-12);
    }
  }
}

TEST(PlainOpinion, SilhouettesAndAgreementOfDivisions) {
  lot::Lot lot("test", "silhouettes");
  for (int times = 0; times < 100; ++times) {
    const auto count = static_cast<std::size_t>(4 + lot.below(30));
    const auto groups = static_cast<std::uint32_t>(2 + lot.below(3));
    std::vector<Point> points;
    Eigen::MatrixXd plain_points(static_cast<Eigen::Index>(count), 2);
    std::vector<std::uint32_t> other;
    Clusters clusters;
    clusters.centres.resize(groups);
    for (std::size_t i = 0; i < count; ++i) {
      points.push_back({lot.fraction(), lot.fraction()});
      plain_points.row(static_cast<Eigen::Index>(i)) << points.back().x, points.back().y;
      clusters.of.push_back(i < groups ? static_cast<std::uint32_t>(i)
                                       : static_cast<std::uint32_t>(lot.below(groups)));
      other.push_back(static_cast<std::uint32_t>(lot.below(2)));
    }
    other[0] = 0;
    other[1] = 1;
    EXPECT_NEAR(silhouette(points, clusters), plain::silhouette(plain_points, clusters.of, groups), 1e-12);
    EXPECT_NEAR(adjusted_rand(clusters.of, other), plain::adjusted_rand(clusters.of, other), 1e-12);
  }
}

}  // namespace
}  // namespace wijktafel::opinion
