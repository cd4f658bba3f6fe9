// A fresh database for a test, on either engine. For tests only; see testing_fixture.hpp for the usual shape.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "platform/db/database.hpp"
#include "platform/db/migrate.hpp"

namespace wijktafel::db::testing {

// Both, always; a test on an engine that is not available is skipped, with a word.
std::vector<Engine> engines();
// PostgreSQL: when WIJKTAFEL_TEST_POSTGRESQL holds a connection URL (tools/with-postgresql sets it).
bool available(Engine engine);
std::string name_of(Engine engine);

// An empty database with the platform's own tables and those of `migrations`, gone when it is destroyed:
// SQLite in memory, or a schema of its own in PostgreSQL.
std::unique_ptr<Database> fresh(Engine engine, std::vector<Migration> migrations = {});
// The same without any table.
std::unique_ptr<Database> empty(Engine engine);

// A place for a database that several may open at once, as nodes or processes do: a SQLite file (readers
// beside the writer, as in operation) or a schema of its own in PostgreSQL. Gone with the object.
class Place {
 public:
  explicit Place(Engine engine);
  ~Place();
  Place(const Place&) = delete;
  const std::string& address() const { return address_; }

 private:
  std::string folder_;
  std::string schema_;
  std::string address_;
};

}  // namespace wijktafel::db::testing
