// One record of a section, read strictly: what is missing or of another kind is named with the record's key.
#pragma once

#include <boost/json/fwd.hpp>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"

namespace wijktafel::tables {

// Cheap to copy; keeps its JSON.
class Record {
 public:
  // Every element of a list of objects. `what` names the section in a fault.
  static std::vector<Record> all_of(const boost::json::value& section, const std::string& what);

  // Functions throw Failure naming record and member.
  std::string text(std::string_view member, std::string otherwise = {}) const;
  std::string needed_text(std::string_view member) const;
  bool flag(std::string_view member, bool otherwise) const;
  int number(std::string_view member, int otherwise) const;
  std::optional<Date> date(std::string_view member) const;
  // "2026-01-29T19:30:00+01:00", or a day alone: nine in the morning of it.
  std::optional<Instant> moment(std::string_view member) const;
  Instant needed_moment(std::string_view member) const;
  std::vector<std::string> texts(std::string_view member) const;  // a list, or one text
  std::vector<Record> records(std::string_view member) const;
  std::optional<Record> record(std::string_view member) const;
  std::vector<std::pair<std::string, std::string>> pairs(
      std::string_view member) const;                // an object of texts
  const std::string& name() const { return name_; }  // "meetings M-01"
  [[noreturn]] void refuse(const std::string& why) const;

 private:
  Record(std::shared_ptr<const boost::json::object> object, std::string name);
  const boost::json::value* find(std::string_view member) const;  // null counts as absent

  std::shared_ptr<const boost::json::object> object_;
  std::string name_;
};

}  // namespace wijktafel::tables
