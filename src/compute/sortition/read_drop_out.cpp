#include <charconv>
#include <map>
#include <utility>

#include "compute/sortition/alternates.hpp"
#include "compute/sortition/read_pool_rows.hpp"

namespace wijktafel::sortition {
namespace {

std::optional<double> chance_in(std::string_view cell) {
  double chance = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), chance);
  if (error != std::errc() || end != cell.data() + cell.size() || !(chance >= 0 && chance <= 1))
    return std::nullopt;
  return chance;
}

void read_rows(PoolRows& rows, const Pool& pool, DropOut& drop_out) {
  const bool is_flanigan = rows.find("category").has_value();
  const auto category = rows.need(is_flanigan ? "category" : "feature");
  const auto value = rows.need(is_flanigan ? "feature" : "value");
  const auto column = rows.need("chance");
  if (!category || !value || !column) return;
  std::map<std::pair<std::string, std::string>, FeatureIndex> places;
  for (std::size_t f = 0; f < pool.features.size(); ++f)
    places.emplace(std::pair(compared(pool.features[f].category), compared(pool.features[f].value)),
                   static_cast<FeatureIndex>(f));
  std::map<FeatureIndex, std::size_t> lines;
  while (rows.next()) {
    const auto place = places.find({compared(rows.cell(*category)), compared(rows.cell(*value))});
    const auto chance = chance_in(rows.cell(*column));
    if (!chance) rows.fault_here(*column, "not_a_chance", {std::string(rows.cell(*column))});
    if (place == places.end()) {
      rows.fault_here(*value, "unknown_value",
                      {std::string(rows.cell(*value)), std::string(rows.cell(*category))});
      continue;
    }
    const auto [first, is_new] = lines.emplace(place->second, rows.line());
    if (!is_new)
      rows.fault_here(
          *value, "double_feature",
          {std::string(rows.cell(*category)), std::string(rows.cell(*value)), std::to_string(first->second)});
    if (chance) drop_out.added[place->second] = *chance;
  }
}

}  // namespace

Result<DropOut, std::vector<InputFault>> read_drop_out(std::string_view text, const Pool& pool,
                                                       double everybody) {
  std::vector<PoolFault> faults;
  DropOut drop_out{everybody, std::vector<double>(pool.features.size())};
  PoolRows rows(PoolFile::quotas, text, faults);
  if (rows.read_header()) read_rows(rows, pool, drop_out);
  if (faults.empty()) return drop_out;
  return std::unexpected(without_file(std::move(faults)));
}

}  // namespace wijktafel::sortition
