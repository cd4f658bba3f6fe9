#pragma once

#include <span>
#include <string>

#include "app/survey/estimating.hpp"
#include "app/survey/refusal.hpp"
#include "app/survey/weighing.hpp"

namespace wijktafel::app {

std::string refused_json(std::span<const FileFault> faults);
std::string weighing_json(const Weighing& weighing);
std::string estimating_json(const Estimating& estimating);

}  // namespace wijktafel::app
