#include "app/backup/manifest.hpp"

#include <boost/json.hpp>
#include <charconv>
#include <fmt/format.h>
#include <sodium.h>

#include "base/text.hpp"

namespace wijktafel::app {
namespace {

namespace json = boost::json;

// Text that is no UTF-8 cannot stand in JSON. Only a database that was changed outside the program has it; a
// backup must still be possible.
constexpr const char* not_utf8 = "bytes";

json::string_view view(std::string_view text) { return {text.data(), text.size()}; }
std::string text_of(const json::value& value) { return {value.as_string().data(), value.as_string().size()}; }

std::string_view name_of(db::ColumnType type) {
  switch (type) {
    case db::ColumnType::number: return "number";
    case db::ColumnType::real: return "real";
    case db::ColumnType::text: return "text";
    case db::ColumnType::bytes: return "bytes";
  }
  return "";
}

db::ColumnType type_named(std::string_view name) {
  for (const auto type :
       {db::ColumnType::number, db::ColumnType::real, db::ColumnType::text, db::ColumnType::bytes})
    if (name == name_of(type)) return type;
  throw Failure(fmt::format("the backup has a column of type {}, which this program does not know", name));
}

json::value json_of(const db::Value& value) {
  return std::visit(overloaded{[](std::monostate) -> json::value { return nullptr; },
                               [](std::int64_t number) -> json::value { return number; },
                               [](double real) -> json::value { return json::string(fmt::to_string(real)); },
                               [](const std::string& text) -> json::value {
                                 if (is_utf8(text)) return json::string(text);
                                 return json::object{{not_utf8, hex(Bytes(text.begin(), text.end()))}};
                               },
                               [](const Bytes& bytes) -> json::value { return json::string(hex(bytes)); }},
                    value);
}

Bytes bytes_of(std::string_view digits) {
  Bytes bytes(digits.size() / 2);
  std::size_t read = 0;
  const int answer =
      sodium_hex2bin(bytes.data(), bytes.size(), digits.data(), digits.size(), nullptr, &read, nullptr);
  if (answer != 0 || read != bytes.size()) throw Failure("the backup has bytes that are not hex digits");
  return bytes;
}

double real_of(std::string_view text) {
  double real = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), real);
  if (error != std::errc{} || end != text.data() + text.size())
    throw Failure("the backup has a number that cannot be read");
  return real;
}

db::Value value_of(db::ColumnType type, const json::value& value) {
  if (value.is_null()) return std::monostate{};
  if (type == db::ColumnType::number) return value.as_int64();
  if (value.is_object()) {
    const auto bytes = bytes_of(text_of(value.as_object().at(not_utf8)));
    return std::string(bytes.begin(), bytes.end());
  }
  auto text = text_of(value);
  if (type == db::ColumnType::real) return real_of(text);
  if (type == db::ColumnType::bytes) return bytes_of(text);
  return text;
}

json::object written_table(const BackupTable& table) {
  json::array columns;
  json::array key;
  for (const auto& column : table.table.columns)
    columns.push_back({view(column.name), view(name_of(column.type))});
  for (const auto at : table.table.key) key.push_back(view(table.table.columns[at].name));
  return {{"name", view(table.table.name)}, {"rows", table.rows}, {"columns", columns}, {"key", key}};
}

BackupTable read_table(const json::value& value) {
  BackupTable table{.table = {.name = text_of(value.at("name")), .columns = {}, .key = {}},
                    .rows = value.at("rows").as_int64()};
  for (const auto& column : value.at("columns").as_array())
    table.table.columns.push_back(
        {text_of(column.as_array().at(0)), type_named(text_of(column.as_array().at(1)))});
  return table;
}

}  // namespace

std::string written(const Manifest& manifest) {
  json::array schema;
  for (const auto& mark : manifest.schema)
    schema.push_back(
        {{"capability", view(mark.capability)}, {"number", mark.number}, {"checksum", view(mark.checksum)}});
  json::array tables;
  for (const auto& table : manifest.tables) tables.push_back(written_table(table));
  json::object numbers;
  for (const auto& [table, number] : manifest.last_numbers) numbers[view(table)] = number;
  json::object parts;
  for (const auto& [name, hash] : manifest.parts) parts[view(name)] = view(hash);
  json::array missing;
  for (const auto& key : manifest.missing_files) missing.push_back(view(key));
  return json::serialize(json::object{{"format", backup_format},
                                      {"made_at", view(iso_instant(manifest.made_at))},
                                      {"engine", view(manifest.engine)},
                                      {"schema", schema},
                                      {"tables", tables},
                                      {"last_numbers", numbers},
                                      {"parts", parts},
                                      {"missing_files", missing}});
}

Manifest read_manifest(const std::string& text) {
  try {
    const auto value = json::parse(view(text));
    if (text_of(value.at("format")) != backup_format)
      throw Failure("the backup was made by a newer program: its format is not known here");
    Manifest manifest;
    manifest.made_at = parse_instant(text_of(value.at("made_at"))).value_or(Instant{});
    manifest.engine = text_of(value.at("engine"));
    for (const auto& mark : value.at("schema").as_array())
      manifest.schema.push_back({text_of(mark.at("capability")),
                                 static_cast<int>(mark.at("number").as_int64()),
                                 text_of(mark.at("checksum"))});
    for (const auto& table : value.at("tables").as_array()) manifest.tables.push_back(read_table(table));
    for (const auto& [table, number] : value.at("last_numbers").as_object())
      manifest.last_numbers[std::string(table)] = number.as_int64();
    for (const auto& [name, hash] : value.at("parts").as_object())
      manifest.parts[std::string(name)] = text_of(hash);
    for (const auto& key : value.at("missing_files").as_array())
      manifest.missing_files.push_back(text_of(key));
    return manifest;
  } catch (const Failure&) {
    throw;
  } catch (const std::exception& fault) {
    throw Failure(fmt::format("the manifest of the backup cannot be read ({})", fault.what()));
  }
}

std::string written_row(const db::Table& table, const db::Values& values) {
  json::array row;
  row.reserve(table.columns.size());
  for (const auto& value : values) row.push_back(json_of(value));
  return json::serialize(row) + "\n";
}

db::Values read_row(const db::Table& table, std::string_view line) {
  const auto row = json::parse(view(line)).as_array();
  if (row.size() != table.columns.size())
    throw Failure(fmt::format("the backup has a row of {} with {} values", table.name, row.size()));
  db::Values values;
  values.reserve(row.size());
  for (std::size_t i = 0; i < row.size(); ++i) values.push_back(value_of(table.columns[i].type, row[i]));
  return values;
}

bool is_file_column(std::string_view column) { return column == "file_key" || column == "thumbnail_key"; }

}  // namespace wijktafel::app
