// PostgreSQL: a pool of connections, optimistic writing with reruns (docs/decisions/0010-transactions.md).
#pragma once

#include <memory>
#include <string>

#include "platform/db/area_versions.hpp"
#include "platform/db/commit_listener.hpp"
#include "platform/db/open.hpp"
#include "platform/db/pool.hpp"
#include "platform/db/postgresql_connection.hpp"

namespace wijktafel::db {

// "postgresql://..." as libpq reads it, and `prepare=off` for a pooler in transaction mode.
struct PostgresqlAddress {
  explicit PostgresqlAddress(const std::string& address);
  std::string url;        // for libpq only: may hold a password
  std::string described;  // for people
  bool prepare = true;
};

class PostgresqlDatabase : public Database {
 public:
  PostgresqlDatabase(const std::string& address, const Options& options);

  Engine engine() const override { return Engine::postgresql; }
  std::string described() const override { return address_.described; }
  std::uint64_t version(std::string_view area) const override { return versions_.of(area); }
  void on_commit(std::function<void()> listener) override { listener_.set(std::move(listener)); }

 protected:
  void run_read(const Work& work) override;
  void run_write(const Work& work) override;

 private:
  using Lease = Pool<PostgresqlConnection>::Lease;
  // Runs `once` with a connection until it is neither undone by the server nor cut off.
  template <class F>
  void rerun(F&& once);
  bool write_once(PostgresqlConnection& connection, const Work& work);

  PostgresqlAddress address_;
  bool read_only_;
  AreaVersions versions_;
  CommitListener listener_;
  Pool<PostgresqlConnection> pool_;
  ChangeReader changes_{versions_};
  std::unique_ptr<Poll> poll_;  // last, so that it ends first
};

}  // namespace wijktafel::db
