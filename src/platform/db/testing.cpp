#include "platform/db/testing.hpp"

#include <cstdlib>
#include <filesystem>

namespace wijktafel::db::testing {

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
  return Database::open(std::getenv("WIJKTAFEL_TEST_POSTGRESQL"));
}

SqliteFileForTest::SqliteFileForTest() {
  auto pattern = (std::filesystem::temp_directory_path() / "wijktafel-test-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw Failure("no temporary folder for a test database");
  folder_ = pattern;
}

SqliteFileForTest::~SqliteFileForTest() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

std::string SqliteFileForTest::address() const { return "sqlite:" + folder_ + "/test.sqlite"; }

}  // namespace wijktafel::db::testing
