#include "platform/db/postgresql_database.hpp"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <libpq-fe.h>
#include <random>
#include <thread>

namespace wijktafel::db {
namespace {

constexpr int most_reruns = 10;
constexpr int most_reconnections = 3;

// Those that got in each other's way must not meet again: twice as long each time, and a different time for
// each.
std::chrono::microseconds wait_before(int rerun) {
  thread_local std::minstd_rand random{std::random_device{}()};
  const int longest = 1'000 << std::min(rerun, 7);
  return std::chrono::microseconds(std::uniform_int_distribution<int>(longest / 4, longest)(random));
}

// Takes `prepare=off` out of the address, which libpq does not know. True when it was there.
bool take_prepare_off(std::string& url) {
  constexpr std::string_view option = "prepare=off";
  const auto query = url.find('?');
  if (query == std::string::npos) return false;
  const auto at = url.find(option, query);
  if (at == std::string::npos || (url[at - 1] != '?' && url[at - 1] != '&')) return false;
  const auto end = at + option.size();
  if (end != url.size() && url[end] != '&') return false;
  // "?prepare=off&x=1" becomes "?x=1", "?x=1&prepare=off" becomes "?x=1".
  if (end != url.size())
    url.erase(at, option.size() + 1);
  else
    url.erase(at - 1);
  return true;
}

// An unescaped @ or / in a password makes libpq take what follows for a host, a port or a name, and it tells
// those in its complaints.
bool is_cut_elsewhere(std::string_view url) {
  const auto begin = url.find("://") + 3;
  const auto address = url.substr(begin, url.find('?') - begin);
  const auto at = address.find('@');
  if (at == std::string_view::npos) return false;
  return address.find('@', at + 1) != std::string_view::npos || address.find('/') < at;
}

}  // namespace

PostgresqlAddress::PostgresqlAddress(const std::string& address) : url(address) {
  prepare = !take_prepare_off(url);
  char* unused = nullptr;  // libpq's complaint repeats the address, password and all
  const std::unique_ptr<PQconninfoOption, void (*)(PQconninfoOption*)> parts(
      PQconninfoParse(url.c_str(), &unused), PQconninfoFree);
  PQfreemem(unused);
  if (!parts || is_cut_elsewhere(url))
    throw Failure(
        "The database address cannot be read. It looks like postgresql://USER:PASSWORD@HOST:PORT/NAME, with "
        "%XX for special characters in the password.");
  std::string host = "localhost";
  std::string port;
  std::string name;
  for (const auto* part = parts.get(); part->keyword != nullptr; ++part) {
    if (part->val == nullptr || *part->val == '\0') continue;
    const std::string_view keyword = part->keyword;
    if (keyword == "host") host = part->val;
    if (keyword == "port") port = fmt::format(":{}", part->val);
    if (keyword == "dbname") name = part->val;
  }
  described = fmt::format("postgresql://{}{}/{}", host, port, name);
}

PostgresqlDatabase::PostgresqlDatabase(const std::string& address, const Options& options)
    : address_(address), read_only_(options.read_only), pool_(options.readers, [this] {
        return std::make_unique<PostgresqlConnection>(address_.url, address_.described, address_.prepare);
      }) {
  pool_.take();  // a wrong address is told at once
  poll_ = std::make_unique<Poll>([this] { read([this](Transaction& tx) { changes_.read(tx); }); },
                                 [this] {
                                   if (!read_only_) write([](Transaction& tx) { forget_old_changes(tx); });
                                 });
}

template <class F>
void PostgresqlDatabase::rerun(F&& once) {
  const OneTransaction one(this);
  int reruns = 0;
  int reconnections = 0;
  for (;;) {
    try {
      auto connection = pool_.take();
      // What is not committed is undone before the connection goes back, and a lost one does not go back.
      struct End {
        Lease& connection;
        ~End() {
          connection->roll_back();
          if (connection->lost()) connection.close();
        }
      } end{connection};
      return once(*connection);
    } catch (const Rerun&) {
      if (++reruns > most_reruns) throw;
    } catch (const LostConnection&) {
      pool_.close_idle();
      if (++reconnections > most_reconnections) throw;
    }
    std::this_thread::sleep_for(wait_before(reruns + 4 * reconnections));
  }
}

void PostgresqlDatabase::run_read(const Work& work) {
  rerun([&](PostgresqlConnection& connection) {
    connection.begin_reading();
    Transaction tx(connection);
    work(tx);
    WIJKTAFEL_ASSERT(tx.touched().empty(), "an area was touched while reading");
  });
}

void PostgresqlDatabase::run_write(const Work& work) {
  if (read_only_)
    throw Failure(fmt::format("the database {} was opened for reading only", address_.described));
  bool kept = false;
  rerun([&](PostgresqlConnection& connection) { kept = write_once(connection, work); });
  if (kept) listener_.tell();
}

// False when the work was undone.
bool PostgresqlDatabase::write_once(PostgresqlConnection& connection, const Work& work) {
  connection.begin_writing();
  Transaction tx(connection);
  if (work(tx) == Outcome::roll_back) return false;
  const auto changes = record_changes(tx, tx.touched());
  connection.commit();
  versions_.add(changes);
  return true;
}

std::unique_ptr<Database> open_postgresql(const std::string& address, const Options& options) {
  return std::make_unique<PostgresqlDatabase>(address, options);
}

}  // namespace wijktafel::db
