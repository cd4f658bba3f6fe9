#include "capabilities/places/address_list.hpp"

#include <utility>

#include "base/delimited.hpp"
#include "base/text.hpp"

namespace wijktafel::places {
namespace {

// The cells of the record that was read, tidy.
std::vector<std::string> fields_of(const DelimitedReader& reader) {
  std::vector<std::string> fields;
  for (const auto cell : reader.cells()) fields.emplace_back(trimmed(cell));
  return fields;
}

struct Columns {
  std::size_t count = 0;
  std::optional<std::size_t> postcode, house_number, street, area;
};

Columns columns_of(const std::vector<std::string>& names) {
  Columns columns;
  columns.count = names.size();
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto name = lower_ascii(names[i]);
    if (name == "postcode") columns.postcode = i;
    if (name == "huisnummer") columns.house_number = i;
    if (name == "straat") columns.street = i;
    if (name == "gebied") columns.area = i;
  }
  return columns;
}

class Reader {
 public:
  explicit Reader(AreaKeys keys) : keys_(std::move(keys)) {}

  Result<std::vector<store::Address>, std::vector<Fault>> read(std::string_view csv);

 private:
  void fault(std::string_view what, i18n::Arguments arguments = {}) {
    faults_.push_back({line_, "places.fault." + std::string(what), std::move(arguments)});
  }
  bool read_header(DelimitedReader& reader);
  void read_record(const DelimitedReader& reader);
  void read_line(const std::vector<std::string>& fields);

  AreaKeys keys_;
  Columns columns_;
  std::size_t line_ = 0;
  std::map<std::pair<std::string, std::int64_t>, std::pair<std::string, std::size_t>> seen_;  // area and line
  std::vector<store::Address> addresses_;
  std::vector<Fault> faults_;
};

void Reader::read_line(const std::vector<std::string>& fields) {
  if (fields.size() != columns_.count)
    return fault("columns", {{"expected", static_cast<std::int64_t>(columns_.count)},
                             {"found", static_cast<std::int64_t>(fields.size())}});
  const auto& house = fields[*columns_.house_number];
  const auto address = read_address(fields[*columns_.postcode], house);
  const bool postcode_alone = fields[*columns_.postcode].size() <= 7;
  if (!address || !postcode_alone) {
    fault("postcode", {{"postcode", fields[*columns_.postcode]}});
  } else if (!address->house_number) {
    fault("house_number", {{"house_number", house}});
  }
  const auto area = keys_.find(fields[*columns_.area]);
  if (area == keys_.end()) fault("area", {{"area", fields[*columns_.area]}});
  if (!address || !postcode_alone || !address->house_number || area == keys_.end()) return;

  const auto [known, is_new] =
      seen_.try_emplace({address->postcode, *address->house_number}, std::pair(area->second, line_));
  if (is_new) {
    addresses_.push_back({address->postcode, *address->house_number,
                          columns_.street ? fields[*columns_.street] : std::string(), area->second});
  } else if (known->second.first != area->second) {
    fault("two_areas", {{"line", static_cast<std::int64_t>(known->second.second)}});
  }
}

bool Reader::read_header(DelimitedReader& reader) {
  line_ = 1;
  if (reader.next()) columns_ = columns_of(fields_of(reader));
  const bool is_whole = columns_.postcode && columns_.house_number && columns_.area;
  if (!is_whole) fault("header");
  return is_whole;
}

void Reader::read_record(const DelimitedReader& reader) {
  line_ = reader.line();
  // What follows the quote would all be one cell.
  if (reader.quoting() == DelimitedReader::Quoting::unclosed) return fault("quotes");
  if (!trimmed(reader.record()).empty()) read_line(fields_of(reader));
}

Result<std::vector<store::Address>, std::vector<Fault>> Reader::read(std::string_view csv) {
  if (!is_utf8(csv)) {
    fault("not_utf8");
    return std::unexpected(std::move(faults_));
  }
  DelimitedReader reader(csv, ';');
  if (read_header(reader))
    while (reader.next()) read_record(reader);
  line_ = 0;
  if (faults_.empty() && addresses_.empty()) fault("no_addresses");
  if (!faults_.empty()) return std::unexpected(std::move(faults_));
  return std::move(addresses_);
}

}  // namespace

Result<std::vector<store::Address>, std::vector<Fault>> read_address_list(AreaKeys keys,
                                                                          std::string_view csv) {
  return Reader(std::move(keys)).read(csv);
}

}  // namespace wijktafel::places
