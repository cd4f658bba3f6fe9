#include "compute/opinion/stability.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "compute/lot/lot.hpp"
#include "compute/opinion/centred_table.hpp"
#include "compute/opinion/clusters.hpp"

namespace wijktafel::opinion {
namespace {

constexpr int refinements = 3;

double pairs(double count) { return count * (count - 1) / 2; }

// How often each group of one division meets each of the other.
struct Meetings {
  Meetings(std::span<const std::uint32_t> one, std::span<const std::uint32_t> other) {
    for (const auto group : one) rows = std::max<std::size_t>(rows, group + 1);
    for (const auto group : other) columns = std::max<std::size_t>(columns, group + 1);
    counts.assign(rows * columns, 0.0);
    for (std::size_t i = 0; i < one.size(); ++i) counts[one[i] * columns + other[i]] += 1;
  }

  std::size_t rows = 0;
  std::size_t columns = 0;
  std::vector<double> counts;
};

// The votes of the people in groups on the statements drawn.
struct Half {
  std::vector<std::size_t> begins;
  std::vector<Cell> cells;  // longer than begins.back(): room for all votes
  std::vector<unsigned char> drawn_codes;

  // Which cells are wanted is as good as chance, so nothing here branches on it.
  void take(const Votes& votes, std::span<const PersonIndex> people, const std::vector<char>& is_drawn) {
    drawn_codes.resize(3 * is_drawn.size());
    for (std::size_t code = 0; code < drawn_codes.size(); ++code)
      drawn_codes[code] = is_drawn[code / 3] != 0 ? 1 : 0;
    begins.assign(1, 0);
    cells.resize(votes.vote_count() + 1, Cell(0, Vote::pass));
    std::size_t count = 0;
    for (const auto person : people) {
      for (const auto cell : votes.of(person)) {
        cells[count] = cell;
        count += drawn_codes[cell.code()];
      }
      begins.push_back(count);
    }
  }
};

double dot(const std::vector<double>& one, const std::vector<double>& other) {
  return std::inner_product(one.begin(), one.end(), other.begin(), 0.0);
}

void normalise(std::vector<double>& vector) {
  const double length = std::sqrt(dot(vector, vector));
  if (length > 0)
    for (auto& number : vector) number /= length;
}

void make_orthonormal(std::array<std::vector<double>, 2>& vectors) {
  normalise(vectors[0]);
  for (int times = 0; times < 2; ++times) {
    const double along = dot(vectors[0], vectors[1]);
    for (std::size_t s = 0; s < vectors[0].size(); ++s) vectors[1][s] -= along * vectors[0][s];
  }
  normalise(vectors[1]);
}

// Subspace iteration from the directions of all statements: the plane turns to that of the half. Which way
// the two lie within it is of no importance for who is near to whom.
Components directions_of(const Half& half, const Components& whole, const std::vector<char>& is_drawn) {
  Components components = whole;
  for (auto& loadings : components.loadings)
    for (std::size_t s = 0; s < loadings.size(); ++s)
      if (is_drawn[s] == 0) loadings[s] = 0;
  make_orthonormal(components.loadings);
  CentredTable table(half.begins, half.cells, whole.means, whole.is_out);
  std::array<std::vector<double>, 2> next;
  for (int times = 0; times < refinements; ++times) {
    table.gram(components.loadings, next);
    std::swap(components.loadings, next);
    make_orthonormal(components.loadings);
  }
  return components;
}

struct Division {
  std::vector<std::uint32_t> before;
  std::vector<std::uint32_t> after;
};

// Groups of a half, begun from where the members of each group stand now.
Division divide(const Half& half, const Components& components, std::span<const std::uint32_t> of,
                std::size_t groups) {
  Division division;
  std::vector<Point> points;
  std::vector<Point> centres(groups);
  std::vector<double> sizes(groups, 0.0);
  for (std::size_t i = 0; i < of.size(); ++i) {
    const auto cells = std::span(half.cells).subspan(half.begins[i], half.begins[i + 1] - half.begins[i]);
    if (cells.empty()) continue;
    points.push_back(project(components, cells));
    division.before.push_back(of[i]);
    centres[of[i]].x += points.back().x;
    centres[of[i]].y += points.back().y;
    sizes[of[i]] += 1;
  }
  for (std::size_t g = 0; g < groups; ++g)
    if (sizes[g] > 0) centres[g] = {centres[g].x / sizes[g], centres[g].y / sizes[g]};
  division.after = k_means(points, {}, centres).of;
  return division;
}

// Every half is followed by the other half, so that all statements count equally.
std::vector<char> other_half(const std::vector<char>& is_drawn, const Components& components) {
  std::vector<char> other(is_drawn.size(), 0);
  for (std::size_t s = 0; s < is_drawn.size(); ++s)
    other[s] = is_drawn[s] == 0 && !components.is_out[s] ? 1 : 0;
  return other;
}

std::vector<char> drawn_half(lot::Lot& lot, const Components& components) {
  std::vector<std::uint32_t> statements;
  for (std::uint32_t s = 0; s < components.is_out.size(); ++s)
    if (!components.is_out[s]) statements.push_back(s);
  lot.shuffle(statements);
  std::vector<char> is_drawn(components.is_out.size(), 0);
  for (std::size_t i = 0; i < statements.size() / 2; ++i) is_drawn[statements[i]] = 1;
  return is_drawn;
}

}  // namespace

double adjusted_rand(std::span<const std::uint32_t> one, std::span<const std::uint32_t> other) {
  const Meetings meetings(one, other);
  double together = 0;
  double rows = 0;
  double columns = 0;
  for (const double count : meetings.counts) together += pairs(count);
  for (std::size_t r = 0; r < meetings.rows; ++r) {
    double sum = 0;
    for (std::size_t c = 0; c < meetings.columns; ++c) sum += meetings.counts[r * meetings.columns + c];
    rows += pairs(sum);
  }
  for (std::size_t c = 0; c < meetings.columns; ++c) {
    double sum = 0;
    for (std::size_t r = 0; r < meetings.rows; ++r) sum += meetings.counts[r * meetings.columns + c];
    columns += pairs(sum);
  }
  const double all = pairs(static_cast<double>(one.size()));
  const double expected = all > 0 ? rows * columns / all : 0;
  const double largest = (rows + columns) / 2;
  return largest == expected ? 1.0 : (together - expected) / (largest - expected);
}

Stability stability(const Votes& votes, const Components& components, std::span<const PersonIndex> people,
                    std::span<const std::uint32_t> of, std::size_t groups, std::size_t resamples,
                    std::string_view seed) {
  Stability result;
  result.of_group.assign(groups, 0.0);
  if (votes.statement_count() - components.out_count < 2 || people.size() < 2 || resamples == 0)
    return result;
  result.resamples = resamples;
  lot::Lot lot("resample", seed);
  std::vector<double> stayed(groups, 0.0);
  std::vector<double> possible(groups, 0.0);
  std::vector<char> is_drawn;
  Half half;
  for (std::size_t resample = 0; resample < resamples; ++resample) {
    is_drawn = resample % 2 == 0 ? drawn_half(lot, components) : other_half(is_drawn, components);
    half.take(votes, people, is_drawn);
    const auto division = divide(half, directions_of(half, components, is_drawn), of, groups);
    result.adjusted_rand += adjusted_rand(division.before, division.after) / static_cast<double>(resamples);
    const Meetings meetings(division.before, division.after);
    for (std::size_t g = 0; g < meetings.rows; ++g) {
      double size = 0;
      for (std::size_t c = 0; c < meetings.columns; ++c) {
        const double count = meetings.counts[g * meetings.columns + c];
        size += count;
        stayed[g] += pairs(count);
      }
      possible[g] += pairs(size);
    }
  }
  for (std::size_t g = 0; g < groups; ++g) result.of_group[g] = possible[g] > 0 ? stayed[g] / possible[g] : 0;
  const double all = std::accumulate(possible.begin(), possible.end(), 0.0);
  if (all > 0) result.same_group = std::accumulate(stayed.begin(), stayed.end(), 0.0) / all;
  return result;
}

}  // namespace wijktafel::opinion
