#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "base/text.hpp"
#include "compute/sortition/plan_names.hpp"
#include "compute/sortition/published_draw.hpp"
#include "compute/sortition/published_draw_columns.hpp"
#include "compute/sortition/read_pool_rows.hpp"

namespace wijktafel::sortition {
namespace {

template <class Number>
std::optional<Number> number_in(std::string_view cell) {
  Number number{};
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
  if (error != std::errc() || end != cell.data() + cell.size()) return std::nullopt;
  return number;
}

using Places = std::map<std::string, PersonIndex, std::less<>>;

Places places_of(const Pool& pool) {
  Places places;
  for (std::size_t i = 0; i < pool.people.size(); ++i)
    places.emplace(pool.people[i].id, static_cast<PersonIndex>(i));
  return places;
}

// Rows of one file of a draw; its faults are kept under that file's name.
class DrawRows : public PoolRows {
 public:
  DrawRows(std::string_view text, std::vector<PoolFault>& faults)
      : PoolRows(PoolFile::people, text, faults) {}

  // The members in these columns, ascending; nothing (and faults) when one is unknown or comes twice.
  std::optional<Panel> members(std::size_t first, std::size_t end, const Places& places) {
    Panel panel;
    for (std::size_t i = first; i < end; ++i) {
      const auto place = places.find(cell(i));
      if (place == places.end()) {
        fault_here(i, "unknown_person", {std::string(cell(i))});
        continue;
      }
      if (std::ranges::find(panel, place->second) != panel.end())
        fault_here(i, "double_member", {std::string(cell(i))});
      panel.push_back(place->second);
    }
    std::ranges::sort(panel);
    if (panel.size() != end - first || std::ranges::adjacent_find(panel) != panel.end()) return std::nullopt;
    return panel;
  }
};

struct Settings {
  PlanStatus status = PlanStatus::optimal;
  Method method = Method::leximin;
  std::int64_t size = 0;
  std::int64_t per_household = 0;
  std::int64_t lottery = 0;
  double largest_deviation = 0;
};

class DrawReader {
 public:
  explicit DrawReader(const DrawFiles& files) : files_(files) {}

  Result<PublishedDraw, std::vector<DrawFault>> read() {
    read_settings();
    if (faults_.empty()) read_pool_files();
    if (faults_.empty()) {
      read_distribution();
      read_lottery();
    }
    if (!faults_.empty()) return std::unexpected(std::move(faults_));
    count();
    return std::move(draw_);
  }

 private:
  std::string_view text(DrawFile file) const { return files_[static_cast<std::size_t>(file)]; }

  template <class Reading>
  void rows_of(DrawFile file, const Reading& reading) {
    std::vector<PoolFault> faults;
    DrawRows rows(text(file), faults);
    if (rows.read_header()) reading(rows);
    for (auto& fault : faults) faults_.push_back({file, std::move(fault.fault)});
  }

  void read_settings();
  bool set(std::string_view name, std::string_view value);
  void read_pool_files();
  void read_distribution();
  void read_lottery();
  void count();

  const DrawFiles& files_;
  std::vector<DrawFault> faults_;
  Settings settings_;
  PublishedDraw draw_;
  Places places_;
};

bool DrawReader::set(std::string_view name, std::string_view value) {
  const auto put = [](auto& setting, const auto& read) {
    if (read) setting = *read;
    return read.has_value();
  };
  const auto put_count = [&](std::int64_t& setting, std::int64_t least) {
    return put(setting, number_in<std::int64_t>(value)) && setting >= least && setting <= 1'000'000;
  };
  if (name == "form") return value == "1";
  // A plan without panels is never published.
  if (name == "status")
    return put(settings_.status, status_named(value)) && settings_.status != PlanStatus::infeasible;
  if (name == "method") return put(settings_.method, method_named(value));
  if (name == "size") return put_count(settings_.size, 1);
  if (name == "per_household") return put_count(settings_.per_household, 0);
  if (name == "lottery") return put_count(settings_.lottery, 1);
  // A lottery of so many panels moves nobody further; nan and inf are no promise at all.
  return name == "largest_deviation" && put(settings_.largest_deviation, number_in<double>(value)) &&
         settings_.largest_deviation >= 0 && settings_.largest_deviation <= 1'000'000;
}

void DrawReader::read_settings() {
  rows_of(DrawFile::settings, [&](DrawRows& rows) {
    const auto name = rows.need("name");
    const auto value = rows.need("value");
    if (!name || !value) return;
    std::vector<std::string> missing = {"form",          "status",  "method",           "size",
                                        "per_household", "lottery", "largest_deviation"};
    while (rows.next()) {
      const std::string named(rows.cell(*name));
      if (!set(named, rows.cell(*value)) || std::erase(missing, named) == 0)
        rows.fault_here(*name, "unknown_setting", {named, std::string(rows.cell(*value))});
    }
    for (const auto& setting : missing) rows.fault(0, "missing_setting", {setting});
  });
}

void DrawReader::read_pool_files() {
  // The names of the columns follow from the categories, which stand in the quotas: a category `id` makes
  // them `id_`.
  ReadOptions options{.panel_size = settings_.size, .sums_must_fit = false};
  Pool named;
  rows_of(DrawFile::quotas, [&](DrawRows& rows) {
    const auto category = rows.find("category") ? rows.find("category") : rows.find("feature");
    while (category && rows.next()) named.categories.emplace_back(rows.cell(*category));
  });
  if (!faults_.empty()) return;
  const auto columns = pool_columns(named);
  options.id_column = columns.id;
  if (settings_.per_household > 0) {
    options.household_columns = {columns.household};
    options.per_household = settings_.per_household;
  }
  auto pool = read_pool(text(DrawFile::quotas), text(DrawFile::pool), options);
  if (pool) {
    draw_.pool = std::move(*pool);
    places_ = places_of(draw_.pool);
    return;
  }
  for (auto& [file, fault] : pool.error())
    faults_.push_back({file == PoolFile::quotas   ? DrawFile::quotas
                       : file == PoolFile::people ? DrawFile::pool
                                                  : DrawFile::settings,
                       std::move(fault)});
}

void DrawReader::read_distribution() {
  draw_.plan.method = settings_.method;
  draw_.plan.status = settings_.status;
  rows_of(DrawFile::distribution, [&](DrawRows& rows) {
    if (!rows.need("chance")) return;
    while (rows.next()) {
      const auto chance = number_in<double>(rows.cell(0));
      if (!chance || !(*chance >= 0 && *chance <= 1))
        rows.fault_here(0, "not_a_chance", {std::string(rows.cell(0))});
      auto panel = rows.members(1, rows.columns().size(), places_);
      if (panel && chance) draw_.plan.panels.push_back({std::move(*panel), *chance});
    }
  });
}

void DrawReader::read_lottery() {
  rows_of(DrawFile::lottery, [&](DrawRows& rows) {
    if (!rows.need("panel")) return;
    std::int64_t expected = 0;
    while (rows.next()) {
      if (number_in<std::int64_t>(rows.cell(0)) != expected)
        rows.fault_here(0, "wrong_number", {std::string(rows.cell(0)), std::to_string(expected)});
      ++expected;
      if (auto panel = rows.members(1, rows.columns().size(), places_))
        draw_.lottery.panels.push_back(std::move(*panel));
    }
    if (expected != settings_.lottery)
      rows.fault(0, "wrong_number", {std::to_string(expected), std::to_string(settings_.lottery)});
  });
}

void DrawReader::count() {
  auto& [pool, plan, lottery, promised] = draw_;
  promised = settings_.largest_deviation;
  plan = published_plan(pool, std::move(plan));
  lottery.counts.assign(pool.people.size(), 0);
  for (const auto& panel : lottery.panels)
    for (const auto member : panel) ++lottery.counts[member];
  for (std::size_t i = 0; i < pool.people.size(); ++i)
    lottery.person_deviation = std::max(
        lottery.person_deviation, std::abs(static_cast<double>(lottery.counts[i]) -
                                           static_cast<double>(lottery.panels.size()) * plan.chances[i]));
}

}  // namespace

Result<PublishedDraw, std::vector<DrawFault>> read_draw(const DrawFiles& files) {
  return DrawReader(files).read();
}

Result<Panel, std::vector<InputFault>> read_panel(std::string_view text, const Pool& pool) {
  std::vector<PoolFault> faults;
  DrawRows rows(text, faults);
  const auto places = places_of(pool);
  Panel panel;
  if (rows.read_header())
    while (rows.next()) {
      const auto place = places.find(rows.cell(0));
      if (place == places.end())
        rows.fault_here(0, "unknown_person", {std::string(rows.cell(0))});
      else if (std::ranges::find(panel, place->second) != panel.end())
        rows.fault_here(0, "double_member", {std::string(rows.cell(0))});
      else
        panel.push_back(place->second);
    }
  if (!faults.empty()) return std::unexpected(without_file(std::move(faults)));
  std::ranges::sort(panel);
  return panel;
}

}  // namespace wijktafel::sortition
