#include "compute/sortition/read_pool.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "base/text.hpp"
#include "compute/sortition/read_pool_rows.hpp"

namespace wijktafel::sortition {
namespace {

// Larger than any neighbourhood, small enough that sums fit.
constexpr std::int64_t most = 1'000'000'000;

std::optional<std::int64_t> count_in(std::string_view cell) {
  std::int64_t count = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), count);
  if (error != std::errc() || end != cell.data() + cell.size() || count < 0 || count > most)
    return std::nullopt;
  return count;
}

std::optional<double> share_in(std::string_view cell) {
  double share = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), share);
  if (error != std::errc() || end != cell.data() + cell.size() || !std::isfinite(share) || share < 0 ||
      share > static_cast<double>(most))
    return std::nullopt;
  return share;
}

class PoolReader {
 public:
  explicit PoolReader(const ReadOptions& options) : options_(options) {}

  void read_quotas(std::string_view text);
  void read_people(std::string_view text);
  void check_asked();

  Result<Pool, std::vector<PoolFault>> result() {
    if (!faults_.empty()) return std::unexpected(std::move(faults_));
    return std::move(pool_);
  }

 private:
  struct QuotaColumns {
    std::size_t category = 0;
    std::size_t value = 0;
    std::size_t minimum = 0;
    std::size_t maximum = 0;
    std::optional<std::size_t> lowest_minimum;
    std::optional<std::size_t> highest_maximum;
    std::optional<std::size_t> population;
  };
  struct Category {
    std::string name;                            // as it stands in the file
    std::vector<Feature> features{};             // in the order of the file
    std::size_t line = 0;                        // of the first value
    std::map<std::string, std::size_t> lines{};  // value as compared -> its line
  };
  struct PeopleColumns {
    std::optional<std::size_t> id;
    std::vector<std::optional<std::size_t>> categories;  // nothing: missing, which is a fault already
    std::vector<std::size_t> household;
  };

  std::optional<QuotaColumns> quota_columns(PoolRows& rows);
  void read_quota(PoolRows& rows, const QuotaColumns& columns);
  std::optional<std::int64_t> count(PoolRows& rows, std::size_t column);
  void read_limits(PoolRows& rows, const QuotaColumns& columns, Feature& feature, bool is_whole);
  void put_features(PoolRows& rows);
  void check_sums(PoolRows& rows, const Category& category);
  PeopleColumns people_columns(PoolRows& rows) const;
  static std::optional<std::size_t> id_column(const PoolRows& rows, const PeopleColumns& columns);
  void read_person(PoolRows& rows, const PeopleColumns& columns, std::size_t row);
  HouseholdIndex household(PoolRows& rows, const PeopleColumns& columns);

  const ReadOptions& options_;
  Pool pool_;
  std::vector<PoolFault> faults_;
  std::vector<Category> categories_;
  std::vector<std::map<std::string, FeatureIndex>> values_;  // of each category, as compared
  std::map<std::string, std::size_t> ids_;                   // id -> its line
  std::map<std::vector<std::string>, HouseholdIndex> households_;
  std::size_t rows_of_people_ = 0;
  // Not when a row of the quotas could not be read: its value would seem a fault of each person who has it.
  bool knows_all_values_ = true;
};

void PoolReader::read_quotas(std::string_view text) {
  PoolRows rows(PoolFile::quotas, text, faults_);
  if (!rows.read_header()) return;
  const auto columns = quota_columns(rows);
  if (!columns) return;
  while (rows.next()) read_quota(rows, *columns);
  if (categories_.empty() && faults_.empty()) rows.fault(0, "no_lines");
  knows_all_values_ = knows_all_values_ && !rows.left_rows_out();
  put_features(rows);
}

std::optional<PoolReader::QuotaColumns> PoolReader::quota_columns(PoolRows& rows) {
  const bool is_flanigan = rows.find("category").has_value();
  if (!rows.find("feature")) {
    rows.fault(rows.line(), "unknown_header", {rows.header()});
    return std::nullopt;
  }
  const auto category = rows.need(is_flanigan ? "category" : "feature");
  const auto value = rows.need(is_flanigan ? "feature" : "value");
  const auto minimum = rows.need("min");
  const auto maximum = rows.need("max");
  if (!category || !value || !minimum || !maximum) return std::nullopt;
  return QuotaColumns{*category,
                      *value,
                      *minimum,
                      *maximum,
                      rows.find("min_flex"),
                      rows.find("max_flex"),
                      rows.find("population")};
}

void PoolReader::read_quota(PoolRows& rows, const QuotaColumns& columns) {
  // Both are looked at, so that both are said.
  const bool has_no_category = rows.is_empty(columns.category);
  const bool has_names = !rows.is_empty(columns.value) && !has_no_category;
  Feature feature{.category = std::string(rows.cell(columns.category)),
                  .value = std::string(rows.cell(columns.value))};
  const auto minimum = count(rows, columns.minimum);
  const auto maximum = count(rows, columns.maximum);
  feature.minimum = minimum.value_or(0);
  feature.maximum = maximum.value_or(most);
  if (feature.minimum > feature.maximum)
    rows.fault_here(columns.minimum, "minimum_above_maximum",
                    {std::to_string(feature.minimum), std::to_string(feature.maximum)});
  read_limits(rows, columns, feature, minimum && maximum);
  knows_all_values_ = knows_all_values_ && has_names;
  if (!has_names) return;

  const auto name = compared(feature.category);
  auto at = std::ranges::find_if(categories_, [&](const Category& c) { return compared(c.name) == name; });
  if (at == categories_.end())
    at = categories_.insert(categories_.end(), {.name = feature.category, .line = rows.line()});
  const auto [first, is_new] = at->lines.emplace(compared(feature.value), rows.line());
  if (!is_new) {
    rows.fault_here(columns.value, "double_feature",
                    {feature.category, feature.value, std::to_string(first->second)});
    return;
  }
  feature.category = at->name;
  at->features.push_back(std::move(feature));
}

std::optional<std::int64_t> PoolReader::count(PoolRows& rows, std::size_t column) {
  if (rows.is_empty(column)) return std::nullopt;
  const auto count = count_in(rows.cell(column));
  if (!count)
    rows.fault_here(column, "not_a_count", {std::string(rows.cell(column)), rows.columns()[column]});
  return count;
}

void PoolReader::read_limits(PoolRows& rows, const QuotaColumns& columns, Feature& feature, bool is_whole) {
  const auto limit = [&](const std::optional<std::size_t>& column) -> std::optional<std::int64_t> {
    if (!column || rows.cell(*column).empty()) return std::nullopt;
    return count(rows, *column);
  };
  feature.lowest_minimum = limit(columns.lowest_minimum);
  feature.highest_maximum = limit(columns.highest_maximum);
  if (is_whole && feature.lowest_minimum && *feature.lowest_minimum > feature.minimum)
    rows.fault_here(*columns.lowest_minimum, "flex_above_minimum",
                    {std::to_string(*feature.lowest_minimum), std::to_string(feature.minimum)});
  if (is_whole && feature.highest_maximum && *feature.highest_maximum < feature.maximum)
    rows.fault_here(*columns.highest_maximum, "flex_below_maximum",
                    {std::to_string(*feature.highest_maximum), std::to_string(feature.maximum)});
  if (columns.population && !rows.cell(*columns.population).empty()) {
    feature.population = share_in(rows.cell(*columns.population));
    if (!feature.population)
      rows.fault_here(*columns.population, "not_a_share",
                      {std::string(rows.cell(*columns.population)), rows.columns()[*columns.population]});
  }
}

void PoolReader::put_features(PoolRows& rows) {
  const bool are_sound = faults_.empty();
  for (const auto& category : categories_) {
    pool_.categories.push_back(category.name);
    if (are_sound && options_.sums_must_fit) check_sums(rows, category);
    auto& values = values_.emplace_back();
    for (const auto& feature : category.features) {
      values.emplace(compared(feature.value), static_cast<FeatureIndex>(pool_.features.size()));
      pool_.features.push_back(feature);
    }
  }
}

void PoolReader::check_sums(PoolRows& rows, const Category& category) {
  if (options_.panel_size <= 0) return;
  std::int64_t minima = 0;
  std::int64_t maxima = 0;
  for (const auto& feature : category.features) {
    minima += feature.minimum;
    maxima += feature.maximum;
  }
  const auto size = std::to_string(options_.panel_size);
  if (minima > options_.panel_size)
    rows.fault(category.line, "minima_above_size", {category.name, std::to_string(minima), size});
  if (maxima < options_.panel_size)
    rows.fault(category.line, "maxima_below_size", {category.name, std::to_string(maxima), size});
}

void PoolReader::read_people(std::string_view text) {
  PoolRows rows(PoolFile::people, text, faults_);
  if (!rows.read_header()) return;
  const auto columns = people_columns(rows);
  while (rows.next()) read_person(rows, columns, ++rows_of_people_);
  if (rows_of_people_ == 0) rows.fault(0, "no_lines");
}

std::optional<std::size_t> PoolReader::id_column(const PoolRows& rows, const PeopleColumns& columns) {
  const auto is_category = [&](std::size_t column) {
    return std::ranges::find(columns.categories, column) != columns.categories.end();
  };
  if (const auto named = rows.find("id"); named && !is_category(*named)) return named;
  std::vector<std::size_t> named;
  for (std::size_t i = 0; i < rows.columns().size(); ++i)
    if (rows.columns()[i].ends_with("_id") && !is_category(i)) named.push_back(i);
  if (named.size() != 1) return std::nullopt;
  return named.front();
}

PoolReader::PeopleColumns PoolReader::people_columns(PoolRows& rows) const {
  PeopleColumns columns;
  for (const auto& category : pool_.categories) columns.categories.push_back(rows.need(category));
  for (const auto& name : options_.household_columns)
    if (const auto at = rows.need(name)) columns.household.push_back(*at);
  columns.id = options_.id_column.empty() ? id_column(rows, columns) : rows.need(options_.id_column);
  return columns;
}

void PoolReader::read_person(PoolRows& rows, const PeopleColumns& columns, std::size_t row) {
  Person person;
  if (!columns.id) {
    person.id = std::to_string(row);
  } else if (!rows.is_empty(*columns.id)) {
    person.id = rows.cell(*columns.id);
    const auto [first, is_new] = ids_.emplace(person.id, rows.line());
    if (!is_new) rows.fault_here(*columns.id, "double_id", {person.id, std::to_string(first->second)});
  }
  for (std::size_t i = 0; i < columns.categories.size(); ++i) {
    if (!columns.categories[i] || rows.is_empty(*columns.categories[i])) continue;
    const auto column = *columns.categories[i];
    const auto value = values_[i].find(compared(rows.cell(column)));
    if (value != values_[i].end())
      person.features.push_back(value->second);
    else if (knows_all_values_)
      rows.fault_here(column, "unknown_value", {std::string(rows.cell(column)), pool_.categories[i]});
  }
  person.household = household(rows, columns);
  pool_.people.push_back(std::move(person));
}

HouseholdIndex PoolReader::household(PoolRows& rows, const PeopleColumns& columns) {
  if (columns.household.empty()) return static_cast<HouseholdIndex>(pool_.people.size());
  std::vector<std::string> address;
  address.reserve(columns.household.size());
  for (const auto column : columns.household) address.push_back(compared(rows.cell(column)));
  if (std::ranges::all_of(address, [](const auto& part) { return part.empty(); }))
    rows.fault_here(columns.household.front(), "empty_household");
  return households_.emplace(std::move(address), static_cast<HouseholdIndex>(households_.size()))
      .first->second;
}

void PoolReader::check_asked() {
  pool_.panel_size = options_.panel_size;
  pool_.per_household = options_.per_household;
  const auto refuse = [&](std::string_view reason, std::vector<std::string> facts = {}) {
    faults_.push_back({PoolFile::asked, {0, 0, reason, std::move(facts)}});
  };
  const auto size = std::to_string(options_.panel_size);
  if (options_.panel_size <= 0)
    refuse("size_is_nothing", {size});
  else if (rows_of_people_ > 0 && options_.panel_size > static_cast<std::int64_t>(rows_of_people_))
    refuse("size_above_people", {size, std::to_string(rows_of_people_)});
  if (options_.per_household > 0 && options_.household_columns.empty()) refuse("household_without_columns");
  if (options_.per_household <= 0 && !options_.household_columns.empty()) refuse("columns_without_household");
}

}  // namespace

std::string compared(std::string_view cell) { return lower_ascii(trimmed(cell)); }

Result<Pool, std::vector<PoolFault>> read_pool(std::string_view quotas, std::string_view people,
                                               const ReadOptions& options) {
  PoolReader reader(options);
  reader.read_quotas(quotas);
  reader.read_people(people);
  reader.check_asked();
  return reader.result();
}

}  // namespace wijktafel::sortition
