#include "capabilities/open311/reading_limit.hpp"

#include "platform/web/network.hpp"

namespace wijktafel::open311 {
namespace {

constexpr std::int64_t window_millis = 10 * 60 * 1000;
constexpr std::size_t networks_most = 50'000;  // more at once is an attack that this cannot tell apart

}  // namespace

bool ReadingLimit::allows(std::string_view peer, Instant now) {
  const auto network = web::network_of(peer);
  if (network.empty() || network == "127.0.0.0/24" || peer == "::1") return true;
  const std::scoped_lock lock(mutex_);
  if (const auto window = to_millis(now) / window_millis; window != window_) {
    window_ = window;
    read_.clear();
  }
  if (read_.size() >= networks_most) return true;
  return ++read_[network] <= most_;
}

}  // namespace wijktafel::open311
