// One record of an imported section, read strictly: what is wrong is said with the record's key and the
// member's name.
#pragma once

#include <boost/json/fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"

namespace wijktafel::goals {

// Refers to the JSON it reads. Every function throws Failure when the member is of another kind.
class Record {
 public:
  Record(const boost::json::value& json, std::string name);

  const std::string& name() const { return name_; }
  [[noreturn]] void refuse(const std::string& fault) const;

  std::string text(std::string_view member) const;  // "" when absent or null
  std::string needed(std::string_view member) const;
  double number(std::string_view member) const;
  bool flag(std::string_view member) const;  // false when absent
  std::optional<Date> date_if_any(std::string_view member) const;
  Date date(std::string_view member) const;
  Instant instant(std::string_view member) const;                 // RFC 3339 with a zone
  std::vector<std::string> texts(std::string_view member) const;  // empty when absent
  std::vector<Record> records(std::string_view member) const;     // empty when absent
  std::optional<Record> record(std::string_view member) const;

 private:
  const boost::json::value* find(std::string_view member) const;  // none when absent or null
  const boost::json::array* find_list(std::string_view member) const;
  std::string name_;
  const boost::json::object* json_;
};

// The records of a section, each named after its "key".
std::vector<Record> records_of(const boost::json::value& section);

}  // namespace wijktafel::goals
