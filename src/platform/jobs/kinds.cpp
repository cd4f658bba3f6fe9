#include "platform/jobs/kinds.hpp"

#include "platform/jobs/giving_up.hpp"

namespace wijktafel::jobs {

JobKinds::JobKinds() : impl_(std::make_unique<Impl>()) {}
JobKinds::~JobKinds() = default;

void JobKinds::add(std::string kind, JobHandler handler) {
  const bool added = impl_->kinds.try_emplace(std::move(kind), Kind{{}, {}, std::move(handler), {}}).second;
  WIJKTAFEL_ASSERT(added, "a job kind was added twice");
}

void JobKinds::add_recurring(std::string kind, std::chrono::minutes interval, JobHandler handler) {
  WIJKTAFEL_ASSERT(interval.count() > 0, "a recurring job needs an interval");
  const bool added =
      impl_->kinds.try_emplace(std::move(kind), Kind{interval, {}, std::move(handler), {}}).second;
  WIJKTAFEL_ASSERT(added, "a job kind was added twice");
}

void JobKinds::add_outside(std::string kind,
                           std::function<OutsideWork(db::Transaction&, const Facts&, Instant)> prepare,
                           JobHandler done, std::optional<std::chrono::minutes> every) {
  WIJKTAFEL_ASSERT(!every || every->count() > 0, "a recurring job needs an interval");
  const bool added =
      impl_->kinds.try_emplace(std::move(kind), Kind{every, std::move(prepare), std::move(done), {}}).second;
  WIJKTAFEL_ASSERT(added, "a job kind was added twice");
}

void JobKinds::listen(std::string event, std::string kind) {
  impl_->listeners[std::move(event)].push_back(std::move(kind));
}

const std::vector<std::string>& JobKinds::listeners(std::string_view event) const {
  static const std::vector<std::string> nobody;
  const auto found = impl_->listeners.find(event);
  return found == impl_->listeners.end() ? nobody : found->second;
}

const JobKinds::Kind* JobKinds::find(std::string_view kind) const {
  const auto found = impl_->kinds.find(kind);
  return found == impl_->kinds.end() ? nullptr : &found->second;
}

std::vector<std::string> JobKinds::names() const {
  std::vector<std::string> names;
  for (const auto& [name, kind] : impl_->kinds) names.push_back(name);
  return names;
}

void when_given_up(const JobKinds& kinds, std::string_view kind, JobHandler handler) {
  const auto* known = kinds.find(kind);
  WIJKTAFEL_ASSERT(known != nullptr, "who gives up a kind of job that was not added?");
  known->given_up = std::move(handler);
}

}  // namespace wijktafel::jobs
