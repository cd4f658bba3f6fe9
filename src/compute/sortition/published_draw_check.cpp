#include "compute/sortition/published_draw_check.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "base/text.hpp"

namespace wijktafel::sortition {
namespace {

// Chances are decimals that are rounded once: their sum over thousands of panels is right within this.
constexpr double sum_tolerance = 1e-9;

// The first line where two texts differ.
std::optional<Difference> first_difference(DrawFile file, std::string_view found, std::string_view expected) {
  if (found == expected) return std::nullopt;
  const auto found_lines = split(found, '\n');
  const auto expected_lines = split(expected, '\n');
  const auto line_at = [](const auto& lines, std::size_t i) {
    return i < lines.size() ? std::string(lines[i]) : std::string();
  };
  std::size_t i = 0;
  while (i < found_lines.size() && i < expected_lines.size() && found_lines[i] == expected_lines[i]) ++i;
  return Difference{file, i + 1, line_at(found_lines, i), line_at(expected_lines, i)};
}

template <class Panels, class PanelOf>
std::optional<Difference> first_broken(DrawFile file, const Pool& pool, const Panels& panels,
                                       PanelOf panel_of) {
  for (std::size_t i = 0; i < panels.size(); ++i) {
    const Panel& panel = panel_of(panels[i]);
    if (!meets_quotas(pool, panel)) return Difference{file, i + 2, broken_quota(pool, panel), {}};
  }
  if (panels.empty()) return Difference{file, 0, "0", "1"};
  return std::nullopt;
}

std::optional<Difference> wrong_sum(const Plan& plan) {
  double sum = 0;
  for (const auto& [panel, chance] : plan.panels) sum += chance;
  if (std::abs(sum - 1) <= sum_tolerance) return std::nullopt;
  return Difference{DrawFile::distribution, 0, fmt::format("{}", sum), "1"};
}

std::optional<Difference> chance_moved(const PublishedDraw& draw) {
  const double size = static_cast<double>(draw.lottery.panels.size());
  const double allowed = std::max(1.0, draw.promised_deviation) + size * sum_tolerance;
  for (std::size_t i = 0; i < draw.pool.people.size(); ++i) {
    const double wanted = size * draw.plan.chances[i];
    if (std::abs(static_cast<double>(draw.lottery.counts[i]) - wanted) > allowed)
      return Difference{DrawFile::lottery, 0,
                        fmt::format("{}: {}", draw.pool.people[i].id, draw.lottery.counts[i]),
                        fmt::format("{:.3f}", wanted)};
  }
  return std::nullopt;
}

}  // namespace

std::string broken_quota(const Pool& pool, const Panel& panel) {
  if (meets_quotas(pool, panel)) return {};
  if (static_cast<std::int64_t>(panel.size()) != pool.panel_size)
    return fmt::format("{} / {}", panel.size(), pool.panel_size);
  std::vector<std::int64_t> counts(pool.features.size());
  for (const auto member : panel)
    for (const auto feature : pool.people[member].features) ++counts[feature];
  for (std::size_t f = 0; f < counts.size(); ++f) {
    const auto& feature = pool.features[f];
    if (counts[f] < feature.minimum || counts[f] > feature.maximum)
      return fmt::format("{} {}: {} ({}-{})", feature.category, feature.value, counts[f], feature.minimum,
                         feature.maximum);
  }
  return fmt::format("household > {}", pool.per_household);
}

std::vector<Check> check_draw(const DrawFiles& files, const PublishedDraw& draw) {
  const auto& [pool, plan, lottery, promised] = draw;
  const auto text = [&](DrawFile file) -> std::string_view { return files[static_cast<std::size_t>(file)]; };
  std::vector<Check> checks;
  checks.push_back({"distribution_panels", first_broken(DrawFile::distribution, pool, plan.panels,
                                                        [](const WeightedPanel& weighted) -> const Panel& {
                                                          return weighted.panel;
                                                        })});
  checks.push_back({"distribution_sum", wrong_sum(plan)});
  checks.push_back(
      {"lottery_panels", first_broken(DrawFile::lottery, pool, lottery.panels,
                                      [](const Panel& panel) -> const Panel& { return panel; })});
  checks.push_back({"lottery_chances", chance_moved(draw)});
  checks.push_back({"settings", first_difference(DrawFile::settings, text(DrawFile::settings),
                                                 settings_text(pool, plan, lottery))});
  checks.push_back({"chances", first_difference(DrawFile::chances, text(DrawFile::chances),
                                                chances_text(pool, plan, lottery))});
  const bool is_sound =
      std::ranges::none_of(checks, [](const Check& check) { return check.difference.has_value(); });
  // A lottery is made from panels that meet the quotas.
  if (is_sound)
    checks.push_back({"lottery_again",
                      first_difference(DrawFile::lottery, text(DrawFile::lottery),
                                       lottery_text(pool, make_lottery(pool, plan, lottery.panels.size())))});
  return checks;
}

Check check_plan(const DrawFiles& files, const PublishedDraw& draw, const Plan& again) {
  return {"plan_again",
          first_difference(DrawFile::distribution, files[static_cast<std::size_t>(DrawFile::distribution)],
                           distribution_text(draw.pool, again))};
}

}  // namespace wijktafel::sortition
