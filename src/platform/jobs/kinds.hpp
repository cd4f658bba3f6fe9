// What JobKinds holds. Only platform/jobs includes this.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "platform/jobs/jobs.hpp"

namespace wijktafel::jobs {

struct JobKinds::Kind {
  std::optional<std::chrono::minutes> interval;                                 // when it comes back
  std::function<OutsideWork(db::Transaction&, const Facts&, Instant)> prepare;  // when it works outside
  JobHandler handle;                                                            // or `done` of outside work
  mutable JobHandler given_up = {};  // set by when_given_up while everything is still being put together
};

struct JobKinds::Impl {
  std::map<std::string, Kind, std::less<>> kinds;
  std::map<std::string, std::vector<std::string>, std::less<>> listeners;
};

}  // namespace wijktafel::jobs
