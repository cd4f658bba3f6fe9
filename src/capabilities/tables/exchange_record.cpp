#include "capabilities/tables/exchange_record.hpp"

#include <boost/json.hpp>

#include "base/result.hpp"

namespace wijktafel::tables {

namespace json = boost::json;

Record::Record(std::shared_ptr<const json::object> object, std::string name)
    : object_(std::move(object)), name_(std::move(name)) {
  const auto* key = find("key");
  if (!key) key = find("area");
  if (key && key->is_string()) name_ += " " + std::string(key->get_string());
}

std::vector<Record> Record::all_of(const json::value& section, const std::string& what) {
  if (!section.is_array()) throw Failure(what + ": a list is expected");
  std::vector<Record> records;
  for (const auto& entry : section.get_array()) {
    if (!entry.is_object()) throw Failure(what + ": each entry is an object");
    records.push_back(Record(std::make_shared<const json::object>(entry.get_object()), what));
  }
  return records;
}

void Record::refuse(const std::string& why) const { throw Failure(name_ + ": " + why); }

const json::value* Record::find(std::string_view member) const {
  const auto* value = object_->if_contains(member);
  return value && !value->is_null() ? value : nullptr;
}

std::string Record::text(std::string_view member, std::string otherwise) const {
  const auto* value = find(member);
  if (!value) return otherwise;
  if (!value->is_string()) refuse(std::string(member) + " must be a text");
  return std::string(value->get_string());
}

std::string Record::needed_text(std::string_view member) const {
  auto found = text(member);
  if (found.empty()) refuse(std::string(member) + " is missing");
  return found;
}

bool Record::flag(std::string_view member, bool otherwise) const {
  const auto* value = find(member);
  if (!value) return otherwise;
  if (!value->is_bool()) refuse(std::string(member) + " must be true or false");
  return value->get_bool();
}

int Record::number(std::string_view member, int otherwise) const {
  const auto* value = find(member);
  if (!value) return otherwise;
  constexpr std::int64_t most = 1'000'000;
  if (!value->is_int64() || value->get_int64() < 0 || value->get_int64() > most)
    refuse(std::string(member) + " must be a whole number from 0");
  return static_cast<int>(value->get_int64());
}

std::optional<Date> Record::date(std::string_view member) const {
  const auto typed = text(member);
  if (typed.empty()) return std::nullopt;
  const auto date = parse_date(typed);
  if (!date) refuse(std::string(member) + " is \"" + typed + "\", which is no date (yyyy-mm-dd)");
  return date;
}

std::optional<Instant> Record::moment(std::string_view member) const {
  constexpr int morning = 9;
  const auto typed = text(member);
  if (typed.empty()) return std::nullopt;
  if (const auto day = parse_date(typed)) return at(*day, morning);
  const auto instant = parse_instant(typed);
  if (!instant) refuse(std::string(member) + " is \"" + typed + "\", which is no date or time with a zone");
  return instant;
}

Instant Record::needed_moment(std::string_view member) const {
  const auto found = moment(member);
  if (!found) refuse(std::string(member) + " is missing");
  return *found;
}

std::vector<std::string> Record::texts(std::string_view member) const {
  const auto* value = find(member);
  if (!value) return {};
  if (value->is_string()) return {std::string(value->get_string())};
  if (!value->is_array()) refuse(std::string(member) + " must be a list");
  std::vector<std::string> found;
  for (const auto& element : value->get_array()) {
    if (!element.is_string()) refuse(std::string(member) + " must be a list of texts");
    found.emplace_back(element.get_string());
  }
  return found;
}

std::vector<Record> Record::records(std::string_view member) const {
  const auto* value = find(member);
  return value ? all_of(*value, name_ + ", " + std::string(member)) : std::vector<Record>{};
}

std::optional<Record> Record::record(std::string_view member) const {
  const auto* value = find(member);
  if (!value) return std::nullopt;
  if (!value->is_object()) refuse(std::string(member) + " must be an object");
  return Record(std::make_shared<const json::object>(value->get_object()),
                name_ + ", " + std::string(member));
}

std::vector<std::pair<std::string, std::string>> Record::pairs(std::string_view member) const {
  const auto found = record(member);
  if (!found) return {};
  std::vector<std::pair<std::string, std::string>> pairs;
  for (const auto& [name, _] : *found->object_) pairs.emplace_back(name, found->needed_text(name));
  return pairs;
}

}  // namespace wijktafel::tables
