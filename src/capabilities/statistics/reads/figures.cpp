#include "capabilities/statistics/reads/figures.hpp"

#include <algorithm>
#include <charconv>

#include "capabilities/organisations/organisations.hpp"
#include "capabilities/themes/themes.hpp"

namespace wijktafel::statistics {
namespace {

constexpr std::size_t found_at_once = 200;

FigureRow row_of(const store::Figure& figure, std::string name) {
  return {std::move(name), figure.value, figure.opened, figure.closed, median_of(figure.days)};
}

FigureRow total_of(db::Transaction& tx, std::string_view area, std::string_view dimension,
                   const Period& period, std::string name) {
  const auto found = store::figures(tx, area, dimension, period);
  return row_of(found.empty() ? store::Figure{} : found.front(), std::move(name));
}

std::string organisation_name(db::Transaction& tx, std::string_view number) {
  std::int64_t id = 0;
  std::from_chars(number.data(), number.data() + number.size(), id);
  return organisations::name_of(tx, identity::OrganisationId{id});
}

// By name and not by number: this is no ranking.
void sort_by_name(std::vector<FigureRow>& rows) {
  std::ranges::sort(rows, {}, [](const FigureRow& row) { return std::pair(row.key.empty(), row.name); });
}

std::vector<std::string> neighbourhoods_in(db::Transaction& tx, const web::AreaRef& area) {
  std::vector<std::string> keys;
  for (const auto& inside : places::areas_within(tx, area.key, places::Level::neighbourhood))
    keys.push_back(inside.key);
  if (keys.empty()) keys.push_back(area.key);
  return keys;
}

// The earliest of the period. Cut off after each neighbourhood: a town has far more of them than one file
// holds.
std::vector<store::Counted> first_of_area(db::Transaction& tx, const web::AreaRef& area, const Period& period,
                                          int most) {
  std::vector<store::Counted> counted;
  for (const auto& key : neighbourhoods_in(tx, area)) {
    auto found = store::public_signals(tx, key, at(first_day(period)), at(day_after(period)), most);
    counted.insert(counted.end(), std::make_move_iterator(found.begin()),
                   std::make_move_iterator(found.end()));
    std::ranges::sort(counted, {},
                      [](const store::Counted& one) { return std::pair(one.opened_at, one.item); });
    if (counted.size() > static_cast<std::size_t>(most)) counted.resize(static_cast<std::size_t>(most));
  }
  return counted;
}

}  // namespace

Figures read_figures(const web::Call& call, db::Transaction& tx, const Period& period) {
  const auto& area = *call.area;
  Figures figures;
  figures.all = total_of(tx, area.key, "all", period, call.text("statistics.all"));
  figures.confidential =
      shown_confidential(total_of(tx, area.key, "confidential", period, {}).opened, period);
  for (const auto& figure : store::figures(tx, area.key, "theme", period)) {
    auto name = themes::name_of(tx, figure.value, call.language);
    figures.themes.push_back(
        row_of(figure, name.empty() ? call.text("statistics.no_theme") : std::move(name)));
  }
  for (const auto& figure : store::figures(tx, area.key, "holder", period))
    figures.organisations.push_back(row_of(
        figure, figure.value.empty() ? call.text("statistics.nobody") : organisation_name(tx, figure.value)));
  for (const auto& figure : store::figures(tx, area.key, "channel", period))
    figures.channels.push_back(row_of(figure, call.text("statistics.channel." + figure.value)));
  for (const auto& inside : places::areas_within(tx, area.key, places::Level::neighbourhood)) {
    if (inside.key == area.key) continue;
    auto row = total_of(tx, inside.key, "all", period, inside.name);
    row.key = inside.key;
    figures.neighbourhoods.push_back(std::move(row));
  }
  for (auto* rows : {&figures.themes, &figures.organisations, &figures.channels, &figures.neighbourhoods})
    sort_by_name(*rows);
  figures.squares = shown_squares(store::squares(tx, area.key, period));
  return figures;
}

std::vector<ListedSignal> signals_of(const web::Call& call, db::Transaction& tx, const Period& period,
                                     int most) {
  const auto counted = first_of_area(tx, *call.area, period, most);
  std::map<std::string, std::string> themes;
  for (const auto& theme : themes::all_themes(tx)) themes[theme.key] = themes::name_in(theme, call.language);
  std::map<identity::OrganisationId, std::string> organisations;
  std::vector<ListedSignal> all;
  for (std::size_t from = 0; from < counted.size(); from += found_at_once) {
    const auto end = std::min(from + found_at_once, counted.size());
    std::vector<ItemId> ids;
    for (auto i = from; i < end; ++i) ids.push_back(counted[i].item);
    auto items = items::find_all(tx, ids);
    for (auto i = from; i < end; ++i) {
      const auto item = items.find(counted[i].item);
      // What became confidential a moment ago has not been counted yet.
      if (item == items.end() || item->second.visibility != items::Visibility::everyone) continue;
      ListedSignal listed{counted[i], std::move(item->second), themes[counted[i].theme], {}};
      if (const auto holder = counted[i].holder) {
        const auto [name, is_new] = organisations.try_emplace(*holder);
        if (is_new) name->second = organisations::name_of(tx, *holder);
        listed.organisation = name->second;
      }
      all.push_back(std::move(listed));
    }
  }
  return all;
}

}  // namespace wijktafel::statistics
