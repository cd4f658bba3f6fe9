#include "platform/db/area_versions.hpp"

#include <fmt/format.h>

namespace wijktafel::db {

using namespace std::chrono_literals;

std::vector<AreaChange> record_changes(Transaction& tx, const std::vector<std::string>& areas) {
  std::vector<AreaChange> changes;
  if (areas.empty()) return changes;
  std::string sql = "INSERT INTO area_change (area, changed_at) VALUES ";
  std::vector<Value> parameters{to_value(SystemClock().now())};
  for (const auto& area : areas) {
    sql += fmt::format("{}(${}, $1)", parameters.size() > 1 ? ", " : "", parameters.size() + 1);
    parameters.emplace_back(area);
  }
  for (const auto& row : tx.run(sql + " RETURNING id, area", parameters))
    changes.push_back({row.get<std::int64_t>(0), row.get<std::string>(1)});
  return changes;
}

std::uint64_t AreaVersions::of(std::string_view area) const {
  const std::shared_lock lock(mutex_);
  const auto found = versions_.find(area);
  return found == versions_.end() ? 0 : found->second;
}

void AreaVersions::add(const std::vector<AreaChange>& changes) {
  if (changes.empty()) return;
  const std::unique_lock lock(mutex_);
  for (const auto& change : changes)
    if (counted_.insert(change.id).second) ++versions_[change.area];
}

void AreaVersions::forget_up_to(std::int64_t id) {
  const std::unique_lock lock(mutex_);
  std::erase_if(counted_, [&](std::int64_t counted) { return counted <= id; });
}

void ChangeReader::read(Transaction& tx) {
  if (!started_) {
    // Rows from before the start count for nothing, but the newest may have had lower ids still on their way.
    const auto newest = tx.query("SELECT COALESCE(MAX(id), 0) FROM area_change").at(0).get<std::int64_t>(0);
    settled_ = std::max<std::int64_t>(0, newest - 100);
    started_ = true;
  }
  std::vector<AreaChange> changes;
  for (const auto& row : tx.query("SELECT id, area FROM area_change WHERE id > $1 ORDER BY id", settled_))
    changes.push_back({row.get<std::int64_t>(0), row.get<std::string>(1)});
  versions_.add(changes);
  if (changes.empty()) return;
  const auto now = std::chrono::steady_clock::now();
  heads_.emplace_back(now, changes.back().id);
  const auto before = settled_;
  while (heads_.front().first < now - 1min) {
    settled_ = heads_.front().second;
    heads_.pop_front();
  }
  if (settled_ != before) versions_.forget_up_to(settled_);
}

Poll::Poll(std::function<void()> poll, std::function<void()> tidy)
    : poll_(std::move(poll)), tidy_(std::move(tidy)), thread_([this] { loop(); }) {}

Poll::~Poll() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  stop_now_.notify_all();
  thread_.join();
}

void Poll::loop() {
  auto tidied = std::chrono::steady_clock::now();
  std::unique_lock lock(mutex_);
  while (!stop_now_.wait_for(lock, 1s, [this] { return stopping_; })) {
    lock.unlock();
    try {
      poll_();
      if (const auto now = std::chrono::steady_clock::now(); now - tidied > 1h) {
        tidied = now;
        tidy_();
      }
    } catch (const std::exception&) {
    }
    lock.lock();
  }
}

void forget_old_changes(Transaction& tx) {
  tx.execute("DELETE FROM area_change WHERE changed_at < $1", SystemClock().now() - std::chrono::hours(24));
}

}  // namespace wijktafel::db
