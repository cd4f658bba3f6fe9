// Leximin as another solver found it (HiGHS, types merged, column generation):
// ../shared/reference/leximin.json.
#include <algorithm>
#include <boost/json.hpp>
#include <cmath>
#include <gtest/gtest.h>
#include <iostream>
#include <map>
#include <optional>

#include "base/tests/shared_folder.hpp"
#include "compute/sortition/plan.hpp"
#include "compute/sortition/read_pool.hpp"

namespace wijktafel::sortition {
namespace {

namespace json = boost::json;

#if defined(__SANITIZE_ADDRESS__)
constexpr bool is_slow = true;
#else
constexpr bool is_slow = false;
#endif

std::optional<std::filesystem::path> first_of(const std::filesystem::path& folder,
                                              std::initializer_list<const char*> names) {
  for (const auto* name : names)
    if (std::filesystem::exists(folder / name)) return folder / name;
  return std::nullopt;
}

// A key is a folder with the size of the panel in its name or after an @. Nothing: the pool is not there.
std::optional<Pool> pool_of(const std::filesystem::path& pools, const std::string& key) {
  const auto at = key.find('@');
  const auto folder = pools / key.substr(0, at);
  const auto quotas = first_of(folder, {"categories.csv", "features.csv"});
  const auto people = first_of(folder, {"respondents.csv", "candidates.csv"});
  if (!quotas || !people) return std::nullopt;
  const auto size = key.substr((at == std::string::npos ? key.rfind('_') : at) + 1);
  auto pool =
      read_pool(text_of(*quotas), text_of(*people), {.panel_size = std::stoll(size), .sums_must_fit = false});
  EXPECT_TRUE(pool.has_value()) << key;
  return pool ? std::optional(*pool) : std::nullopt;
}

using TypeName = std::vector<std::string>;

// The chance of each type by the values of its people; everybody of a type has the same, to the last bit.
std::map<TypeName, double> chances_of(const Pool& pool, const Plan& plan) {
  std::map<TypeName, double> chances;
  for (std::size_t i = 0; i < pool.people.size(); ++i) {
    TypeName name;
    for (const auto feature : pool.people[i].features) name.push_back(compared(pool.features[feature].value));
    const auto [known, is_new] = chances.try_emplace(std::move(name), plan.chances[i]);
    if (!is_new) {
      EXPECT_EQ(known->second, plan.chances[i]) << "person " << i;
    }
  }
  return chances;
}

void expect_valid(const Pool& pool, const Plan& plan) {
  double sum = 0;
  std::vector<double> chances(pool.people.size());
  for (const auto& [panel, chance] : plan.panels) {
    ASSERT_TRUE(meets_quotas(pool, panel));
    sum += chance;
    for (const auto person : panel) chances[person] += chance;
  }
  EXPECT_EQ(sum, 1.0);
  for (std::size_t i = 0; i < chances.size(); ++i) EXPECT_NEAR(chances[i], plan.chances[i], 1e-9);
}

// How many chances were compared.
std::size_t compare(const std::string& key, const Pool& pool, const Plan& plan, const json::object& entry) {
  const auto smallest = std::ranges::min(plan.chances);
  const bool is_complete = entry.at("status").as_string() == "ok";
  if (const auto* minimum = entry.if_contains("min_prob"); minimum != nullptr && minimum->is_number()) {
    EXPECT_GE(smallest, minimum->to_number<double>() - 1e-6) << key;
    if (is_complete) {
      EXPECT_NEAR(smallest, minimum->to_number<double>(), 1e-6) << key;
    }
  }
  const auto* types = entry.if_contains("per_type");
  if (!is_complete || types == nullptr || !types->is_array()) return 0;
  const auto chances = chances_of(pool, plan);
  EXPECT_EQ(chances.size(), types->as_array().size()) << key;
  std::size_t compared_here = 0;
  for (const auto& type : types->as_array()) {
    TypeName name;
    for (const auto& value : type.at("type").as_array())
      name.push_back(compared(std::string(value.as_string())));
    const auto found = chances.find(name);
    if (found == chances.end()) {
      ADD_FAILURE() << key << ": nobody of type " << json::serialize(type);
      continue;
    }
    EXPECT_NEAR(found->second, type.at("prob").to_number<double>(), 1e-6)
        << key << ' ' << json::serialize(type);
    ++compared_here;
  }
  return compared_here;
}

TEST(LeximinReference, EveryChanceIsTheSame) {
  const auto pools = shared_folder("data/sortition");
  const auto reference = shared_folder("reference/leximin.json");
  if (!pools || !reference) GTEST_SKIP() << "no pools in ../shared/data/sortition";
  std::size_t entries = 0, chances = 0, beaten = 0;
  const auto text = json::parse(text_of(*reference));
  for (const auto& [key, value] : text.as_object()) {
    const auto& entry = value.as_object();
    const auto pool = pool_of(*pools, key);
    if (!pool) continue;
    if (is_slow && pool->people.size() > 400) {
      std::cout << key << ": left out, too slow with sanitizers\n";
      continue;
    }
    const auto plan = make_plan(*pool, {});
    ++entries;
    if (entry.at("status").as_string() == "infeasible") {
      EXPECT_EQ(plan.status, PlanStatus::infeasible) << key;
      continue;
    }
    ASSERT_EQ(plan.status, PlanStatus::optimal) << key;
    EXPECT_LE(plan.certificate.gap, 1e-7) << key;
    expect_valid(*pool, plan);
    if (entry.at("status").as_string() != "ok") {
      ++beaten;
      std::cout << key << ": the reference has no whole answer, ours has smallest chance "
                << std::ranges::min(plan.chances) << " in " << plan.stages << " stages\n";
    }
    chances += compare(std::string(key), *pool, plan, entry);
  }
  std::cout << entries << " pools compared, " << chances << " chances of types, " << beaten
            << " beyond the reference\n";
  EXPECT_GT(entries, 0u);
  EXPECT_GT(chances, 0u);
}

TEST(LeximinReference, TheSamePoolGivesTheSamePlan) {
  const auto pools = shared_folder("data/sortition");
  if (!pools) GTEST_SKIP() << "no pools in ../shared/data/sortition";
  for (const auto* key : {"wijkpanel_klein_24", "syn_nexus_170"}) {
    const auto pool = pool_of(*pools, key);
    ASSERT_TRUE(pool) << key;
    const auto first = make_plan(*pool, {}), second = make_plan(*pool, {});
    EXPECT_EQ(first.chances, second.chances);
    ASSERT_EQ(first.panels.size(), second.panels.size());
    for (std::size_t j = 0; j < first.panels.size(); ++j) {
      EXPECT_EQ(first.panels[j].panel, second.panels[j].panel);
      EXPECT_EQ(first.panels[j].chance, second.panels[j].chance);
    }
  }
}

}  // namespace
}  // namespace wijktafel::sortition
