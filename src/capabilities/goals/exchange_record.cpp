#include "capabilities/goals/exchange_record.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include "base/result.hpp"

namespace wijktafel::goals {

Record::Record(const boost::json::value& json, std::string name)
    : name_(std::move(name)), json_(json.if_object()) {
  if (!json_) refuse("an object is expected");
}

void Record::refuse(const std::string& fault) const { throw Failure(name_ + ": " + fault); }

const boost::json::value* Record::find(std::string_view member) const {
  const auto* found = json_->if_contains(member);
  return found && !found->is_null() ? found : nullptr;
}

const boost::json::array* Record::find_list(std::string_view member) const {
  const auto* found = find(member);
  if (!found) return nullptr;
  if (!found->is_array()) refuse(fmt::format("\"{}\" must be a list", member));
  return &found->get_array();
}

std::string Record::text(std::string_view member) const {
  const auto* found = find(member);
  if (!found) return {};
  if (!found->is_string()) refuse(fmt::format("\"{}\" must be a text", member));
  const auto& written = found->get_string();
  // "\u0000" is a character in JSON and in no text: it cuts off what is said, and PostgreSQL refuses it.
  if (written.find('\0') != boost::json::string::npos) refuse(fmt::format("\"{}\" holds a NUL", member));
  return std::string(written);
}

std::string Record::needed(std::string_view member) const {
  auto found = text(member);
  if (found.empty()) refuse(fmt::format("\"{}\" is missing", member));
  return found;
}

double Record::number(std::string_view member) const {
  const auto* found = find(member);
  if (!found || !found->is_number()) refuse(fmt::format("\"{}\" must be a number", member));
  return found->to_number<double>();
}

bool Record::flag(std::string_view member) const {
  const auto* found = find(member);
  if (!found) return false;
  if (!found->is_bool()) refuse(fmt::format("\"{}\" must be true or false", member));
  return found->get_bool();
}

std::optional<Date> Record::date_if_any(std::string_view member) const {
  const auto written = text(member);
  if (written.empty()) return std::nullopt;
  const auto date = parse_date(written);
  if (!date) refuse(fmt::format("\"{}\" is \"{}\", which is no date (2026-01-29)", member, written));
  return date;
}

Date Record::date(std::string_view member) const {
  needed(member);
  return *date_if_any(member);
}

Instant Record::instant(std::string_view member) const {
  const auto written = needed(member);
  const auto moment = parse_instant(written);
  if (!moment)
    refuse(fmt::format("\"{}\" is \"{}\", which is no moment with a zone (2026-01-29T19:30:00+01:00)", member,
                       written));
  return *moment;
}

std::vector<std::string> Record::texts(std::string_view member) const {
  std::vector<std::string> found;
  const auto* list = find_list(member);
  if (!list) return found;
  for (const auto& each : *list) {
    if (!each.is_string()) refuse(fmt::format("\"{}\" must be a list of texts", member));
    found.emplace_back(each.get_string());
  }
  return found;
}

std::vector<Record> Record::records(std::string_view member) const {
  std::vector<Record> found;
  if (const auto* list = find_list(member))
    for (const auto& each : *list) found.emplace_back(each, name_);
  return found;
}

std::optional<Record> Record::record(std::string_view member) const {
  const auto* found = find(member);
  if (!found) return std::nullopt;
  return Record(*found, name_);
}

std::vector<Record> records_of(const boost::json::value& section) {
  if (!section.is_array()) throw Failure("a list is expected");
  std::vector<Record> records;
  for (const auto& each : section.get_array()) {
    const Record unnamed(each, "a record");
    records.emplace_back(each, unnamed.needed("key"));
  }
  return records;
}

}  // namespace wijktafel::goals
