// What `wijktafel draw` gives as JSON: English names, people by their ids, chances as numbers from 0 to 1.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compute/sortition/alternates.hpp"
#include "compute/sortition/published_draw_check.hpp"
#include "compute/sortition/relaxation.hpp"
#include "compute/sortition/replacement.hpp"
#include "compute/sortition/report.hpp"

namespace wijktafel::app {

std::string plan_json(const sortition::Pool& pool, const sortition::Plan& plan, double seconds);
std::string pick_json(const sortition::Pool& pool, std::size_t number, std::string_view seed,
                      const sortition::Panel& panel);
// `number`: when a panel was asked for too.
std::string verify_json(std::string_view commitment, const std::vector<sortition::Check>& checks,
                        std::optional<std::size_t> number);
std::string replace_json(const sortition::Pool& pool, const sortition::Replacement& replacement);
std::string clash_json(const sortition::Pool& pool, const sortition::Clash& clash);
std::string alternates_json(const sortition::Pool& pool, const sortition::Alternates& alternates);
std::string relax_json(const sortition::Pool& pool, const std::optional<sortition::Clash>& clash,
                       const std::optional<sortition::Relaxation>& relaxation);
std::string report_json(const sortition::Pool& pool, const sortition::DrawReport& report);

}  // namespace wijktafel::app
