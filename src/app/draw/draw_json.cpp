#include "app/draw/draw_json.hpp"

#include <boost/json.hpp>

#include "compute/sortition/plan_names.hpp"

namespace wijktafel::app {
namespace {

namespace json = boost::json;
using sortition::Pool;

template <class People>
json::array ids(const Pool& pool, const People& people) {
  json::array list;
  for (const auto person : people) list.emplace_back(pool.people[person].id);
  return list;
}

json::object group(const Pool& pool, sortition::FeatureIndex feature) {
  return {{"category", pool.features[feature].category}, {"feature", pool.features[feature].value}};
}

json::array quotas(const Pool& pool, const sortition::Clash& clash) {
  json::array list;
  for (const auto& quota : clash.quotas) {
    auto entry = group(pool, quota.feature);
    const auto& feature = pool.features[quota.feature];
    entry["bound"] = quota.is_minimum ? "min" : "max";
    entry["value"] = quota.is_minimum ? feature.minimum : feature.maximum;
    list.push_back(std::move(entry));
  }
  return list;
}

void add_clash(json::object& answer, const Pool& pool, const sortition::Clash& clash) {
  answer["clash"] = quotas(pool, clash);
  answer["clash_certain"] = clash.is_certain;
  answer["clash_smallest"] = clash.is_smallest;
}

std::string line(const json::object& object) { return json::serialize(object) + "\n"; }

}  // namespace

std::string plan_json(const Pool& pool, const sortition::Plan& plan, double seconds) {
  json::object probabilities;
  double minimum = plan.chances.empty() ? 0 : 1;
  for (std::size_t i = 0; i < plan.chances.size(); ++i) {
    probabilities[pool.people[i].id] = plan.chances[i];
    minimum = std::min(minimum, plan.chances[i]);
  }
  json::array panels;
  for (const auto& [panel, chance] : plan.panels)
    panels.push_back(json::object{{"chance", chance}, {"members", ids(pool, panel)}});
  return line({{"status", name_of(plan.status)},
               {"size", pool.panel_size},
               {"people", pool.people.size()},
               {"types", plan.types},
               {"stages", plan.stages},
               {"minimum", minimum},
               {"probabilities", std::move(probabilities)},
               {"certificate",
                {{"dual_bound", plan.certificate.dual_bound},
                 {"gap", plan.certificate.gap},
                 {"exact", plan.certificate.is_exact}}},
               {"panels", std::move(panels)},
               {"seconds", seconds}});
}

std::string pick_json(const Pool& pool, std::size_t number, std::string_view seed,
                      const sortition::Panel& panel) {
  json::object picked = {{"panel", number}, {"members", ids(pool, panel)}};
  if (!seed.empty()) picked["seed"] = seed;
  return line(picked);
}

std::string verify_json(std::string_view commitment, const std::vector<sortition::Check>& checks,
                        std::optional<std::size_t> number) {
  json::array list;
  bool is_right = true;
  for (const auto& [name, difference] : checks) {
    json::object entry = {{"check", name}, {"right", !difference}};
    if (difference) {
      is_right = false;
      entry["file"] = sortition::draw_file_names.at(static_cast<std::size_t>(difference->file));
      entry["line"] = difference->line;
      entry["found"] = difference->found;
      entry["expected"] = difference->expected;
    }
    list.push_back(std::move(entry));
  }
  json::object verified = {{"right", is_right}, {"commitment", commitment}, {"checks", std::move(list)}};
  if (number) verified["panel"] = *number;
  return line(verified);
}

std::string replace_json(const Pool& pool, const sortition::Replacement& replacement) {
  return line({{"possible", true},
               {"joined", ids(pool, replacement.joined)},
               {"ranked", ids(pool, replacement.ranked)},
               {"members", ids(pool, replacement.panel)}});
}

std::string clash_json(const Pool& pool, const sortition::Clash& clash) {
  json::object answer = {{"possible", false}};
  add_clash(answer, pool, clash);
  return line(answer);
}

std::string alternates_json(const Pool& pool, const sortition::Alternates& alternates) {
  return line({{"alternates", ids(pool, alternates.ranked)},
               {"expected_drop_outs", alternates.drop_outs},
               {"whole", alternates.whole},
               {"whole_by_anybody", alternates.whole_by_anybody}});
}

std::string relax_json(const Pool& pool, const std::optional<sortition::Clash>& clash,
                       const std::optional<sortition::Relaxation>& relaxation) {
  json::object relaxed = {{"feasible", !clash}};
  if (clash) add_clash(relaxed, pool, *clash);
  if (clash && relaxation) {
    json::array changes;
    for (const auto& change : relaxation->changes) {
      auto entry = group(pool, change.feature);
      entry["bound"] = change.is_minimum ? "min" : "max";
      entry["from"] = change.from;
      entry["to"] = change.to;
      changes.push_back(std::move(entry));
    }
    relaxed["changes"] = std::move(changes);
    relaxed["price"] = relaxation->price;
    relaxed["within_limits"] = relaxation->is_within_limits;
    relaxed["smallest"] = relaxation->is_smallest;
  }
  return line(relaxed);
}

std::string report_json(const Pool& pool, const sortition::DrawReport& report) {
  json::array groups;
  for (const auto& row : report.groups) {
    auto entry = group(pool, row.feature);
    entry["people"] = row.people;
    entry["smallest"] = row.smallest;
    entry["average"] = row.average;
    entry["largest"] = row.largest;
    entry["pool_share"] = row.pool_share;
    entry["panel_share"] = row.panel_share;
    entry["population_share"] = row.population_share;
    entry["population_known"] = row.is_population_known;
    groups.push_back(std::move(entry));
  }
  json::array without;
  for (const auto& none : report.without_chance) {
    json::object entry = {{"people", ids(pool, none.people)}};
    entry["explained"] = none.is_explained;
    if (none.clash) add_clash(entry, pool, *none.clash);
    without.push_back(std::move(entry));
  }
  return line({{"smallest", report.smallest},
               {"largest", report.largest},
               {"gini", report.gini},
               {"geometric_mean", report.geometric_mean},
               {"groups", std::move(groups)},
               {"without_chance", std::move(without)}});
}

}  // namespace wijktafel::app
