#include "platform/db/testing.hpp"

#include <cstdlib>
#include <filesystem>

#include "platform/db/postgresql_database.hpp"

namespace wijktafel::db::testing {
namespace {

std::string server() {
  const char* url = std::getenv("WIJKTAFEL_TEST_POSTGRESQL");
  if (url == nullptr) throw Failure("WIJKTAFEL_TEST_POSTGRESQL is not set; use tools/with-postgresql");
  return url;
}

std::string with_schema(const std::string& url, const std::string& schema) {
  return url + (url.find('?') == std::string::npos ? "?" : "&") + "options=-csearch_path%3D" + schema;
}

// The place goes after the database, which is destroyed first.
class InPlaceOfItsOwn final : private Place, public PostgresqlDatabase {
 public:
  InPlaceOfItsOwn() : Place(Engine::postgresql), PostgresqlDatabase(address(), {}) {}
};

}  // namespace

std::vector<Engine> engines() { return {Engine::sqlite, Engine::postgresql}; }

bool available(Engine engine) {
  return engine == Engine::sqlite || std::getenv("WIJKTAFEL_TEST_POSTGRESQL") != nullptr;
}

std::string name_of(Engine engine) { return engine == Engine::sqlite ? "sqlite" : "postgresql"; }

std::unique_ptr<Database> fresh(Engine engine, std::vector<Migration> migrations) {
  auto database = empty(engine);
  migrate(*database, std::move(migrations));
  return database;
}

std::unique_ptr<Database> empty(Engine engine) {
  if (engine == Engine::sqlite) return Database::open("sqlite::memory:");
  return std::make_unique<InPlaceOfItsOwn>();
}

Place::Place(Engine engine) {
  if (engine == Engine::postgresql) {
    schema_ = "test_" + random_digits(18);
    PostgresqlDatabase(server(), {}).write([&](Transaction& tx) { tx.script("CREATE SCHEMA " + schema_); });
    address_ = with_schema(server(), schema_);
    return;
  }
  folder_ = (std::filesystem::temp_directory_path() / "wijktafel-test-XXXXXX").string();
  if (mkdtemp(folder_.data()) == nullptr) throw Failure("no temporary folder for a test database");
  address_ = "sqlite:" + folder_ + "/test.sqlite";
}

Place::~Place() {
  std::error_code ignored;
  if (!folder_.empty()) std::filesystem::remove_all(folder_, ignored);
  if (schema_.empty()) return;
  try {
    PostgresqlDatabase(server(), {}).write([&](Transaction& tx) {
      tx.script("DROP SCHEMA " + schema_ + " CASCADE");
    });
  } catch (const Failure&) {
    // The whole server goes away after the tests.
  }
}

}  // namespace wijktafel::db::testing
