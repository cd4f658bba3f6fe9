#include "platform/db/postgresql_connection.hpp"

#include <array>
#include <charconv>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <libpq-fe.h>

#include "platform/db/postgresql_values.hpp"

namespace wijktafel::db {
namespace {

constexpr std::size_t kept_statements = 400;
constexpr std::size_t copy_piece = 64 * 1024;

std::string_view field(const pg_result* result, int code) {
  const char* text = result == nullptr ? nullptr : PQresultErrorField(result, code);
  return text == nullptr ? std::string_view{} : text;
}

}  // namespace

void PostgresqlConnection::Clear::operator()(pg_result* result) const { PQclear(result); }

PostgresqlConnection::PostgresqlConnection(const std::string& url, const std::string& described, bool prepare)
    : prepare_(prepare) {
  // What stands in the URL comes last and wins.
  const std::array names{"connect_timeout", "application_name", "keepalives_idle",
                         "client_encoding", "dbname",           static_cast<const char*>(nullptr)};
  const std::array values{"5", "wijktafel", "30", "UTF8", url.c_str(), static_cast<const char*>(nullptr)};
  handle_ = PQconnectdbParams(names.data(), values.data(), 1);
  if (handle_ == nullptr || PQstatus(handle_) != CONNECTION_OK) {
    std::string why = handle_ == nullptr ? "no memory" : PQerrorMessage(handle_);
    PQfinish(handle_);
    while (why.ends_with('\n')) why.pop_back();
    throw LostConnection(
        fmt::format("The database {} cannot be reached ({}). Is it running, and are its address, user "
                    "and password right?",
                    described, why));
  }
  PQsetNoticeProcessor(handle_, [](void*, const char*) {}, nullptr);
  const char* encoding = PQparameterStatus(handle_, "server_encoding");
  if (encoding != nullptr && std::string_view(encoding) != "UTF8") {
    PQfinish(handle_);
    throw Failure(fmt::format("The database {} must be made with ENCODING 'UTF8'.", described));
  }
  // Who waits longer for a lock is told to come back, and the worker is free for others. A pooler in
  // transaction mode gives no session to set this for: there the role has it (ALTER ROLE ... SET
  // lock_timeout).
  if (prepare_) Answer(PQexec(handle_, "SET lock_timeout = '10s'"));
}

PostgresqlConnection::~PostgresqlConnection() { PQfinish(handle_); }

bool PostgresqlConnection::lost() const { return PQstatus(handle_) != CONNECTION_OK; }

void PostgresqlConnection::fail(const pg_result* result, std::string_view sql) {
  const auto code = field(result, PG_DIAG_SQLSTATE);
  // The detail of a message names values, and so does the message itself for bad data: they may be about a
  // person.
  const auto message = code.starts_with("22") ? std::string_view("a value does not fit")
                                              : field(result, PG_DIAG_MESSAGE_PRIMARY);
  const auto what = fmt::format("{} (SQLSTATE {}) in: {}", message, code, sql);
  // 57P01 to 57P03: the server is going away or not yet there; the connection ends at once.
  if (lost() || code.starts_with("08") || code.starts_with("57P0"))
    throw LostConnection("the connection to the database was lost");
  if (code == "40001" || code == "40P01") throw Rerun(what);
  if (code.starts_with("23")) throw ConstraintViolation(what);
  // Full, out of memory or connections; a lock that others hold too long; a server that takes no writes now.
  if (code.starts_with("53") || code.starts_with("58") || code == "55P03" || code == "57014" ||
      code == "25006")
    throw Unavailable(what);
  throw Failure(what);
}

PostgresqlConnection::Answer PostgresqlConnection::checked(pg_result* result, std::string_view sql) {
  Answer answer(result);
  const auto status = PQresultStatus(result);
  if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK && status != PGRES_COPY_IN) fail(result, sql);
  return answer;
}

const std::string& PostgresqlConnection::prepared(std::string_view sql,
                                                  const std::vector<Value>& parameters) {
  std::string text(sql);
  std::vector<unsigned int> types;
  for (const auto& parameter : parameters) {
    types.push_back(postgresql::type_of(parameter));
    text += fmt::format("/{}", types.back());
  }
  if (const auto known = by_text_.find(text); known != by_text_.end()) {
    by_use_.splice(by_use_.begin(), by_use_, known->second);
    return known->second->second;
  }
  const auto name = fmt::format("w{}", ++named_);
  checked(PQprepare(handle_, name.c_str(), std::string(sql).c_str(), static_cast<int>(types.size()),
                    types.data()),
          sql);
  by_use_.emplace_front(std::move(text), name);
  by_text_.emplace(by_use_.front().first, by_use_.begin());
  if (by_use_.size() > kept_statements) {
    const auto old = by_use_.back().second;
    by_text_.erase(by_use_.back().first);
    by_use_.pop_back();
    simple(fmt::format("DEALLOCATE {}", old).c_str());
  }
  return by_use_.front().second;
}

PostgresqlConnection::Answer PostgresqlConnection::ask(std::string_view sql,
                                                       const std::vector<Value>& parameters) {
  const postgresql::Parameters sent(parameters);
  if (prepare_) {
    const auto& name = prepared(sql, parameters);
    return checked(
        PQexecPrepared(handle_, name.c_str(), sent.count(), sent.values(), sent.lengths(), sent.formats(), 0),
        sql);
  }
  return checked(PQexecParams(handle_, std::string(sql).c_str(), sent.count(), sent.types(), sent.values(),
                              sent.lengths(), sent.formats(), 0),
                 sql);
}

Rows PostgresqlConnection::run(std::string_view sql, const std::vector<Value>& parameters) {
  const auto answer = ask(sql, parameters);
  const int columns = PQnfields(answer.get());
  const int count = PQntuples(answer.get());
  Rows rows;
  rows.reserve(static_cast<std::size_t>(count));
  for (int row = 0; row < count; ++row) {
    std::vector<Value> values;
    values.reserve(static_cast<std::size_t>(columns));
    for (int column = 0; column < columns; ++column) {
      if (PQgetisnull(answer.get(), row, column) != 0) {
        values.emplace_back();
        continue;
      }
      const std::string_view text(PQgetvalue(answer.get(), row, column),
                                  static_cast<std::size_t>(PQgetlength(answer.get(), row, column)));
      values.push_back(postgresql::decoded(PQftype(answer.get(), column), text));
    }
    rows.emplace_back(std::move(values));
  }
  return rows;
}

std::int64_t PostgresqlConnection::change(std::string_view sql, const std::vector<Value>& parameters) {
  const auto answer = ask(sql, parameters);
  if (PQresultStatus(answer.get()) == PGRES_TUPLES_OK &&
      std::string_view(PQcmdStatus(answer.get())).starts_with("SELECT"))
    return 0;
  const std::string_view changed = PQcmdTuples(answer.get());
  std::int64_t count = 0;
  std::from_chars(changed.data(), changed.data() + changed.size(), count);
  return count;
}

void PostgresqlConnection::insert_many(std::string_view table, const std::vector<std::string_view>& columns,
                                       const std::vector<std::vector<Value>>& rows) {
  const auto sql = fmt::format("COPY {} ({}) FROM STDIN", table, fmt::join(columns, ", "));
  checked(PQexec(handle_, sql.c_str()), sql);
  std::string lines;
  bool sent = true;
  const auto send = [&] {
    sent = sent && PQputCopyData(handle_, lines.data(), static_cast<int>(lines.size())) == 1;
    lines.clear();
  };
  for (const auto& row : rows) {
    postgresql::append_copy_line(lines, row);
    if (lines.size() > copy_piece) send();
  }
  send();
  sent = PQputCopyEnd(handle_, nullptr) == 1 && sent;
  // All answers must be read, or the connection cannot be used any more; the first one tells.
  Answer answer(PQgetResult(handle_));
  while (Answer more{PQgetResult(handle_)}) {
  }
  if (!sent || PQresultStatus(answer.get()) != PGRES_COMMAND_OK) fail(answer.get(), sql);
}

void PostgresqlConnection::script(std::string_view sql) {
  checked(PQexec(handle_, std::string(sql).c_str()), "a script");
}

void PostgresqlConnection::simple(const char* sql) { checked(PQexec(handle_, sql), sql); }

void PostgresqlConnection::begin_writing() { simple("BEGIN ISOLATION LEVEL READ COMMITTED"); }

void PostgresqlConnection::begin_reading() { simple("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"); }

void PostgresqlConnection::commit() {
  // COMMIT after a failed statement would answer ROLLBACK and look like success.
  if (PQtransactionStatus(handle_) == PQTRANS_INERROR)
    throw Failure("a statement of this transaction failed and it went on; nothing was kept");
  try {
    simple("COMMIT");
  } catch (const LostConnection&) {
    throw UnknownOutcome(
        "the connection to the database was lost while a change was being kept; it is not known whether it "
        "was");
  }
}

void PostgresqlConnection::roll_back() noexcept {
  if (PQtransactionStatus(handle_) == PQTRANS_IDLE) return;
  Answer(PQexec(handle_, "ROLLBACK"));
}

}  // namespace wijktafel::db
