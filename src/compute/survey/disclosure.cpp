#include "compute/survey/disclosure.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>

namespace wijktafel::survey {
namespace {

constexpr std::uint64_t endless = std::numeric_limits<std::uint64_t>::max();

struct Place {
  std::size_t row, column;
};
// Opposite corners: `rising` gets more when `falling` gets less, as long as totals stand on the other side of
// the equation (so that every row and column adds up to zero).
struct Rectangle {
  std::array<Place, 2> rising, falling;
};

class Hiding {
 public:
  Hiding(const CountTable& table, std::uint64_t minimum)
      : rows_(table.rows),
        columns_(table.columns),
        minimum_(minimum),
        counts_((rows_ + 1) * (columns_ + 1), 0),
        hidden_(rows_, columns_) {
    for (std::size_t r = 0; r < rows_; ++r) {
      for (std::size_t c = 0; c < columns_; ++c) {
        const auto count = table.counts[r * columns_ + c];
        for (const auto& place : {Place{r, c}, Place{rows_, c}, Place{r, columns_}, Place{rows_, columns_}})
          counts_[place.row * (columns_ + 1) + place.column] += count;
      }
    }
  }

  Suppression hidden() {
    if (count({rows_, columns_}) < minimum_) {
      hide_all(true);
      return hidden_;
    }
    hide_small();
    // Rectangles only hide more, so that a cell that was safe stays safe.
    for (bool is_changed = true; is_changed;) {
      is_changed = false;
      for (std::size_t r = 0; r <= rows_; ++r)
        for (std::size_t c = 0; c <= columns_; ++c)
          if (hidden_.is_hidden(r, c)) is_changed = make_safe({r, c}) || is_changed;
    }
    return hidden_;
  }

 private:
  std::uint64_t count(const Place& place) const { return counts_[place.row * (columns_ + 1) + place.column]; }
  bool is_total(const Place& place) const { return (place.row == rows_) != (place.column == columns_); }
  bool is_hidden(const Place& place) const { return hidden_.is_hidden(place.row, place.column); }

  void hide_all(bool grand_total) {
    for (std::size_t r = 0; r <= rows_; ++r)
      for (std::size_t c = 0; c <= columns_; ++c)
        if (grand_total || !is_number_of_all({r, c})) hidden_.hide(r, c);
  }
  // The number of respondents, which is known; with one row (or column) its total says the same.
  bool is_number_of_all(const Place& place) const {
    return (place.row == rows_ || rows_ == 1) && (place.column == columns_ || columns_ == 1) &&
           (place.row == rows_ || place.column == columns_);
  }

  void hide_small() {
    const auto is_small = [&](const Place& place) { return count(place) > 0 && count(place) < minimum_; };
    for (std::size_t r = 0; r <= rows_; ++r)
      for (std::size_t c = 0; c <= columns_; ++c)
        if (is_small({r, c})) hidden_.hide(r, c);
    for (std::size_t r = 0; r < rows_; ++r)
      for (std::size_t c = 0; c < columns_; ++c)
        if (is_small({r, columns_}) || is_small({rows_, c})) hidden_.hide(r, c);
  }

  // Whether more had to be hidden.
  bool make_safe(const Place& at) {
    std::optional<Rectangle> best;
    std::uint64_t best_price = endless;
    for (std::size_t r = 0; r <= rows_; ++r) {
      for (std::size_t c = 0; c <= columns_; ++c) {
        if (r == at.row || c == at.column) continue;
        const Rectangle rectangle{{at, {r, c}}, {Place{at.row, c}, Place{r, at.column}}};
        const auto price = price_of(rectangle);
        if (price >= best_price || room(rectangle) < minimum_) continue;
        best = rectangle;
        best_price = price;
        if (price == 0) return false;
      }
    }
    const auto before = hidden_.count();
    if (best) {
      for (const auto& corners : {best->rising, best->falling})
        for (const auto& place : corners) hidden_.hide(place.row, place.column);
    } else {
      hide_all(false);
    }
    return hidden_.count() > before;
  }

  // How many respondents can be moved along the corners, one way and the other together.
  std::uint64_t room(const Rectangle& rectangle) const {
    std::uint64_t forward = endless, backward = endless;
    const auto add = [&](const Place& place, bool rises) {
      // A total that rises on its side of the equation falls in the table.
      auto& way = rises != is_total(place) ? backward : forward;
      way = std::min(way, count(place));
    };
    for (const auto& place : rectangle.rising) add(place, true);
    for (const auto& place : rectangle.falling) add(place, false);
    if (forward == endless || backward == endless) return endless;
    return forward + backward;
  }

  // What is lost by hiding: respondents, totals as if all of a table's cells; endless for the grand total.
  std::uint64_t price_of(const Rectangle& rectangle) const {
    std::uint64_t price = 0;
    for (const auto& corners : {rectangle.rising, rectangle.falling}) {
      for (const auto& place : corners) {
        if (is_hidden(place)) continue;
        if (place.row == rows_ && place.column == columns_) return endless;
        price += 1 + count(place) + (is_total(place) ? count({rows_, columns_}) * 8 : 0);
      }
    }
    return price;
  }

  std::size_t rows_, columns_;
  std::uint64_t minimum_;
  std::vector<std::uint64_t> counts_;
  Suppression hidden_;
};

}  // namespace

Suppression::Suppression(std::size_t rows, std::size_t columns)
    : rows_(rows), columns_(columns), hidden_((rows + 1) * (columns + 1), false) {}

std::size_t Suppression::count() const { return static_cast<std::size_t>(std::ranges::count(hidden_, true)); }

Suppression suppress(const CountTable& table, std::uint64_t minimum) {
  return Hiding(table, minimum).hidden();
}

}  // namespace wijktafel::survey
